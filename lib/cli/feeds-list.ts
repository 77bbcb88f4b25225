import { UserError } from '../errors.ts';
import { type Feed, FeedState } from '../feeds/feed.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { CommandIo } from './command-io.ts';
import { textTable } from './text-table.ts';

export interface FeedsListOptions {
  state?: string | undefined;
  json?: boolean | undefined;
}

export interface FeedsListNeeds {
  feedStore: Pick<FeedStore, 'list'>;
}

const HEADINGS = ['id', 'state', 'last outcome', 'last new item', 'lang', 'relation', 'title and address'];

/** Prints the feed list by title, with what the last check of each feed found. */
export async function feedsListCommand(options: FeedsListOptions, needs: FeedsListNeeds, io: CommandIo): Promise<void> {
  const state = options.state === undefined ? undefined : FeedState.safeParse(options.state);
  if (state?.success === false) {
    throw new UserError(`--state ${options.state}: choose one of ${FeedState.options.join(', ')}`, 2);
  }
  const feeds = (await needs.feedStore.list()).filter((feed) => state === undefined || feed.state === state.data);
  if (options.json) return io.stdout(JSON.stringify(feeds, null, 2));
  if (feeds.length > 0) io.stdout(textTable(HEADINGS, feeds.map(rowOf)));
  io.stderr(summary(feeds));
}

function rowOf(feed: Feed): string[] {
  const { feedId, state, lastNewItemAt, language, relation, title, url } = feed;
  const lastNewItem = lastNewItemAt?.slice(0, 16).replace('T', ' ') ?? '–';
  return [feedId, state, lastOutcomeOf(feed), lastNewItem, language, relation, `${title}  ${url}`];
}

function lastOutcomeOf({ lastOutcome, consecutiveFailures, heldBackItems }: Feed): string {
  if (lastOutcome === undefined) return 'not checked yet';
  if (heldBackItems !== undefined) return `${lastOutcome}, ${heldBackItems} held back`;
  return consecutiveFailures > 1 ? `${lastOutcome} × ${consecutiveFailures}` : lastOutcome;
}

function summary(feeds: readonly Feed[]): string {
  const counts = FeedState.options
    .map((state) => ({ state, count: feeds.filter((feed) => feed.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  const failing = feeds.filter((feed) => feed.state === 'active' && feed.consecutiveFailures > 0).length;
  if (failing > 0) counts.push(`${failing} of the active failing`);
  const unusual = feeds.filter(({ heldBackItems }) => heldBackItems !== undefined).length;
  if (unusual > 0) counts.push(`${unusual} held back: many more items than usual`);
  return `${feeds.length} ${feeds.length === 1 ? 'feed' : 'feeds'}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`;
}
