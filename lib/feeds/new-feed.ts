import { feedIdOf } from './canonical-url.ts';
import type { Feed, FeedSettings } from './feed.ts';

/** A feed as it enters the list: active, never checked, due at once. */
export function newFeed(settings: FeedSettings, now: Date): Feed {
  const at = now.toISOString();
  return {
    ...settings,
    schemaVersion: 1,
    feedId: feedIdOf(settings.url),
    state: 'active',
    addedAt: at,
    nextCheckAt: at,
    consecutiveFailures: 0,
    newItemsToday: 0,
  };
}
