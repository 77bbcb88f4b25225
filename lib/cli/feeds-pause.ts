import type { FeedStore } from '../feeds/feed-store.ts';
import type { CommandIo } from './command-io.ts';
import { findFeed } from './find-feed.ts';

export interface FeedsChangeNeeds {
  feedStore: FeedStore;
  now: () => Date;
}

/** Stops the checks of one feed; its settings and its state stay. */
export async function feedsPauseCommand(
  idOrUrl: string,
  _options: object,
  needs: FeedsChangeNeeds,
  io: CommandIo,
): Promise<void> {
  const feed = await findFeed(idOrUrl, needs.feedStore);
  if (feed.state === 'paused') return io.stdout(`paused already: ${feed.title} (${feed.url})`);
  await needs.feedStore.update(feed.feedId, { state: 'paused' });
  io.stdout(`paused: ${feed.title} (${feed.url})`);
}

/** Takes up the checks of a feed that was paused or gone: it is due at once, whatever it was told to wait for. */
export async function feedsResumeCommand(
  idOrUrl: string,
  _options: object,
  needs: FeedsChangeNeeds,
  io: CommandIo,
): Promise<void> {
  const feed = await findFeed(idOrUrl, needs.feedStore);
  if (feed.state === 'active') return io.stdout(`active already: ${feed.title} (${feed.url})`);
  const nextCheckAt = needs.now().toISOString();
  await needs.feedStore.update(feed.feedId, {
    state: 'active',
    nextCheckAt,
    notBefore: undefined,
    consecutiveFailures: 0,
  });
  io.stdout(`resumed: ${feed.title} (${feed.url}); it is checked with the next poll`);
}

/** Takes one feed off the list. What it brought stays. */
export async function feedsRemoveCommand(
  idOrUrl: string,
  _options: object,
  needs: FeedsChangeNeeds,
  io: CommandIo,
): Promise<void> {
  const feed = await findFeed(idOrUrl, needs.feedStore);
  await needs.feedStore.remove(feed.feedId);
  io.stdout(`removed: ${feed.title} (${feed.url}); its coverage stays in the table`);
}
