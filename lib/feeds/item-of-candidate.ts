import { expiryAfter } from '../records/expiry-after.ts';
import type { Feed } from './feed.ts';
import { feedText } from './feed-text.ts';
import type { Item, ItemOutcome } from './item.ts';
import type { ParsedItem } from './parsed-feed.ts';
import { type Recognised, titleOf } from './recognise-candidates.ts';
import type { ArticleMessage } from './work-queues.ts';

const KEPT_DAYS = 400;

/** How an item ends that is not read. */
export interface EndAtOnce {
  outcome: ItemOutcome;
  reason: string;
}

/** A date in the future is a publisher's mistake: the item was published when it was first seen, at the latest. */
export function publishedAt({ published = '' }: ParsedItem, now: Date): string | undefined {
  const time = Date.parse(published);
  return Number.isNaN(time) ? undefined : new Date(Math.min(time, now.getTime())).toISOString();
}

export function itemOf(candidate: Recognised, feed: Feed, now: Date, end?: EndAtOnce): Item {
  const at = now.toISOString();
  return {
    schemaVersion: 1,
    articleId: candidate.articleId,
    feedId: feed.feedId,
    url: candidate.url,
    canonicalUrl: candidate.canonicalUrl,
    guid: candidate.listed.id?.slice(0, 1_000).toWellFormed(),
    title: titleOf(candidate.listed),
    publishedAt: publishedAt(candidate.listed, now),
    firstSeenAt: at,
    state: end ? 'done' : 'queued',
    ...(end && { outcome: end.outcome, reason: end.reason, endedAt: at }),
    trace: [
      {
        at,
        stage: 'fetch-feed',
        what: `listed by ${feed.title}${end ? `; ${end.outcome}: ${end.reason}` : '; new, queued for reading'}`,
      },
    ],
    expiresAt: expiry(now),
  };
}

export function messageOf(candidate: Recognised, item: Item, feed: Feed): ArticleMessage {
  const markup = candidate.listed.content ?? candidate.listed.summary;
  const text = markup && feedText(markup);
  return {
    articleId: item.articleId,
    feedId: feed.feedId,
    url: candidate.url,
    canonicalUrl: candidate.canonicalUrl,
    outletId: feed.outletId,
    title: item.title,
    publishedAt: item.publishedAt,
    firstSeenAt: item.firstSeenAt,
    ...(text && { feedText: text }),
  };
}

/** Epoch seconds. */
export const expiry = (now: Date, days = KEPT_DAYS) => expiryAfter(now.toISOString(), days);
