import type { Feed } from '../../lib/feeds/feed.ts';
import type { FeedStore } from '../../lib/feeds/feed-store.ts';

/** The feed list in memory, with a look into it. */
export function createMemoryFeedStore(feeds: readonly Feed[] = []): FeedStore & { feeds: () => Feed[] } {
  const byId = new Map(feeds.map((feed) => [feed.feedId, feed]));
  const list = () =>
    [...byId.values()].toSorted((a, b) => a.title.localeCompare(b.title) || a.feedId.localeCompare(b.feedId));
  return {
    feeds: list,
    get: async (feedId) => byId.get(feedId),
    async add(feed) {
      if (byId.has(feed.feedId)) return false;
      byId.set(feed.feedId, feed);
      return true;
    },
    async update(feedId, changes, onlyIn) {
      const feed = byId.get(feedId);
      if (!feed || (onlyIn !== undefined && feed.state !== onlyIn)) return false;
      const merged = Object.entries({ ...feed, ...changes }).filter(([, value]) => value !== undefined);
      byId.set(feedId, Object.fromEntries(merged) as Feed);
      return true;
    },
    remove: async (feedId) => byId.delete(feedId),
    list: async () => list(),
    listDue: async (now) =>
      list()
        .filter((feed) => feed.state !== 'paused' && feed.nextCheckAt <= now)
        .sort((a, b) => a.nextCheckAt.localeCompare(b.nextCheckAt)),
  };
}
