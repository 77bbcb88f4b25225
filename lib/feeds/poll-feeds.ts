import { log } from '../log.ts';
import type { FeedStore } from './feed-store.ts';
import type { FeedQueue } from './work-queues.ts';

export interface PollFeedsInput {
  /** Every feed that is not held or paused, whether due or not: what an operator means by "run now". */
  pollAll?: boolean | undefined;
}

export interface PollFeedsNeeds {
  feedStore: Pick<FeedStore, 'list' | 'listDue'>;
  feedQueue: FeedQueue;
  now: () => Date;
}

export interface PollFeedsOutcome {
  queued: number;
  /** Not asked before their `notBefore`: Retry-After or back-off. */
  held: number;
}

/** Queues the feeds that are due. Queueing one twice does no harm: the second message finds the feed checked. */
export async function pollFeeds(input: PollFeedsInput, needs: PollFeedsNeeds): Promise<PollFeedsOutcome> {
  const now = needs.now().toISOString();
  const candidates = input.pollAll
    ? (await needs.feedStore.list()).filter(({ state }) => state !== 'paused')
    : await needs.feedStore.listDue(now);
  // A feed that answered 410 keeps its daily question even when all are asked.
  const isHeld = (feed: (typeof candidates)[number]) =>
    (feed.notBefore !== undefined && feed.notBefore > now) || (feed.state === 'gone' && feed.nextCheckAt > now);
  const due = candidates.filter((feed) => !isHeld(feed));
  await needs.feedQueue.send(due.map(({ feedId, url, lastCheckedAt }) => ({ feedId, url, lastCheckedAt })));

  const held = candidates.length - due.length;
  if (due.length > 0) log.outcome({ stage: 'poll-feeds', outcome: 'queued', count: due.length });
  if (held > 0) log.outcome({ stage: 'poll-feeds', outcome: 'held', count: held });
  return { queued: due.length, held };
}
