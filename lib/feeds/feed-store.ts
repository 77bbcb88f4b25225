import type { Feed, FeedState } from './feed.ts';

export interface FeedStore {
  get(feedId: string): Promise<Feed | undefined>;
  /** @returns false when the feed is in the list already; nothing is changed then. */
  add(feed: Feed): Promise<boolean>;
  /**
   * Replaces the given attributes; `undefined` removes one.
   *
   * @param onlyIn changes nothing unless this is the feed's state
   * @returns false when the feed is not in the list, or not in that state
   */
  update(feedId: string, changes: { [K in keyof Feed]?: Feed[K] | undefined }, onlyIn?: FeedState): Promise<boolean>;
  /** @returns false when the feed was not in the list. */
  remove(feedId: string): Promise<boolean>;
  /** Every feed, by title. */
  list(): Promise<Feed[]>;
  /** Feeds that are not paused and whose `nextCheckAt` has come, the longest waiting first. */
  listDue(now: string): Promise<Feed[]>;
}
