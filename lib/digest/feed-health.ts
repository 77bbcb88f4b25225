import type { Feed } from '../feeds/feed.ts';

/** The state of the feed list in four numbers: whether a short digest means little news or little reading. */
export interface FeedHealth {
  /** Feeds that should be read: every one that is not paused. */
  watched: number;
  /** Of those, asked within the last day. */
  checked: number;
  /** Of those, gone or without a good answer three times in a row. */
  failing: number;
  /** Of those, readable but without a new item for 30 days. */
  silent: number;
}

const FAILURES_IN_A_ROW = 3;
const SILENT_DAYS = 30;
const DAY = 86_400_000;

/** @param now ISO 8601 */
export function feedHealth(feeds: readonly Feed[], now: string): FeedHealth {
  const age = (at: string | undefined): number => (at ? Date.parse(now) - Date.parse(at) : Number.POSITIVE_INFINITY);
  const isFailing = (feed: Feed): boolean => feed.state === 'gone' || feed.consecutiveFailures >= FAILURES_IN_A_ROW;
  const isSilent = (feed: Feed): boolean => age(feed.lastNewItemAt ?? feed.addedAt) > SILENT_DAYS * DAY;

  const watched = feeds.filter((feed) => feed.state !== 'paused');
  return {
    watched: watched.length,
    checked: watched.filter((feed) => age(feed.lastCheckedAt) <= DAY).length,
    failing: watched.filter(isFailing).length,
    silent: watched.filter((feed) => !isFailing(feed) && isSilent(feed)).length,
  };
}
