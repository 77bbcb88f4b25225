import type { FetchOutcome } from '../http/web-fetcher.ts';
import type { Feed, FeedState } from './feed.ts';
import { rememberNews } from './usual-news.ts';

/** How one check of a feed can end. */
export type FeedOutcome =
  | 'read'
  | 'unchanged' // 304, or the same bytes as before
  | 'gone' // 410
  | 'throttled' // 429, or 503 with Retry-After
  | 'failing' // any other failure of the server or of the way to it
  | 'refused' // an address that may not be asked
  | 'not-a-feed'
  | 'broken' // a feed that cannot be read, or costs too much to read
  // the message had no check to make
  | 'already-checked'
  | 'paused'
  | 'removed';

/** What a check found, before it is written to the feed. */
export interface FeedCheck {
  outcome: FeedOutcome;
  /** One sentence for a person. */
  detail: string;
  retryAfterSeconds?: number | undefined;
  /** Where permanent redirects led, when the document there parsed. */
  movedPermanentlyTo?: string | undefined;
  /** From the response; kept only when the document was read to its end. */
  validators?: { etag: string | undefined; lastModified: string | undefined; bodyHash: string } | undefined;
  freshItems?: number | undefined;
  /** New items that were left out, because they were many more than usual. */
  heldBackItems?: number | undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A permanent redirect is believed after this many sightings that also parsed: one may be a mistake or a captive portal. */
const SIGHTINGS_TO_MOVE = 3;

/** The end of a fetch that brought no document. */
export function checkOfFetch(fetched: Exclude<FetchOutcome, { status: 'fetched' }>): FeedCheck {
  if (fetched.status === 'not-modified') {
    const { movedPermanentlyTo } = fetched;
    return { outcome: 'unchanged', detail: 'not modified since the last check', movedPermanentlyTo };
  }
  if (fetched.status === 'refused') return { outcome: 'refused', detail: fetched.detail };
  if (fetched.reason === 'gone') return { outcome: 'gone', detail: fetched.detail };
  if (fetched.reason === 'throttled') {
    return { outcome: 'throttled', detail: fetched.detail, retryAfterSeconds: fetched.retryAfterSeconds ?? 3600 };
  }
  return { outcome: 'failing', detail: fetched.detail, retryAfterSeconds: fetched.retryAfterSeconds };
}

/** @returns the state that the check puts the feed in; undefined when it stays in its own */
export function stateAfter(feed: Feed, check: FeedCheck): FeedState | undefined {
  if (check.outcome === 'gone') return feed.state === 'gone' ? undefined : 'gone';
  return feed.state === 'gone' && wasReadBy(check) ? 'active' : undefined;
}

/**
 * The attributes of a feed that a check changes, but for its state.
 *
 * @param random 0 … 1, spreads the next checks by ± 10 % so that feeds do not fall into step
 */
export function changesOf(
  feed: Feed,
  check: FeedCheck,
  now: Date,
  random: number,
): { [K in keyof Feed]?: Feed[K] | undefined } {
  const at = now.toISOString();
  const wasRead = wasReadBy(check);
  const failures = wasRead ? 0 : feed.consecutiveFailures + 1;
  const jitter = 0.9 + 0.2 * random;
  const interval = check.outcome === 'gone' ? DAY : feed.intervalMinutes * MINUTE;
  const wait = wasRead ? 0 : holdMilliseconds(feed, check, failures) * jitter;
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();
  const hasNews = (check.freshItems ?? 0) > 0;
  return {
    lastCheckedAt: at,
    lastOutcome: check.outcome,
    lastDetail: check.detail.slice(0, 500).toWellFormed(),
    consecutiveFailures: failures,
    nextCheckAt: after(Math.max(interval * jitter, wait)),
    notBefore: wasRead ? undefined : after(wait),
    ...(wasRead && { lastReadAt: at }),
    ...(check.validators && { ...check.validators }),
    ...(hasNews && { lastNewItemAt: at }),
    ...(hasNews && newItems(feed, check.freshItems ?? 0, at.slice(0, 10))),
    ...(check.outcome === 'read' && { heldBackItems: check.heldBackItems || undefined }),
    ...(wasRead && move(feed, check.movedPermanentlyTo)),
  };
}

/** The server's own Retry-After, or doubling from the feed's interval up to a day. */
function holdMilliseconds(feed: Feed, check: FeedCheck, failures: number): number {
  // Retry-After is a minimum: the jitter of ±10 % may only lengthen it.
  if (check.retryAfterSeconds !== undefined) return (check.retryAfterSeconds * 1000) / 0.9;
  return Math.min(feed.intervalMinutes * MINUTE * 2 ** Math.min(failures - 1, 8), DAY);
}

function newItems(feed: Feed, fresh: number, day: string): Pick<Feed, 'newItemsDay' | 'newItemsToday' | 'pastNews'> {
  return {
    newItemsDay: day,
    newItemsToday: fresh + (feed.newItemsDay === day ? feed.newItemsToday : 0),
    pastNews: rememberNews(feed.pastNews, fresh),
  };
}

function move(feed: Feed, to: string | undefined): { url?: string; movedTo?: Feed['movedTo'] } {
  if (to === undefined) return feed.movedTo ? { movedTo: undefined } : {};
  const sightings = feed.movedTo?.url === to ? feed.movedTo.sightings + 1 : 1;
  return sightings < SIGHTINGS_TO_MOVE ? { movedTo: { url: to, sightings } } : { url: to, movedTo: undefined };
}

const wasReadBy = ({ outcome }: FeedCheck) => outcome === 'read' || outcome === 'unchanged';
