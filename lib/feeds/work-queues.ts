import { z } from 'zod';
import { WebUrl } from './feed.ts';
import { Replay } from './item.ts';

/**
 * Seconds that must be left for reading one more message of a host: the longest Crawl-delay (30), a fetch (20) and the
 * readings of the five hosts that are asked side by side (6 each); or, of feeds, a fetch and four documents that use up
 * their time (15 each).
 */
export const FETCH_RESERVE_SECONDS = 80;

/** Message to fetch-feed. */
export const FeedMessage = z.object({
  feedId: z.string(),
  url: WebUrl,
  /** `lastCheckedAt` of the feed when it was queued: a message that a later check has overtaken does nothing. */
  lastCheckedAt: z.iso.datetime().optional(),
});
export type FeedMessage = z.infer<typeof FeedMessage>;

/** Message to read-article: all that a feed said about one new item. */
export const ArticleMessage = z.object({
  articleId: z.string(),
  feedId: z.string(),
  url: WebUrl,
  canonicalUrl: WebUrl,
  outletId: z.string(),
  title: z.string(),
  publishedAt: z.iso.datetime().optional(),
  firstSeenAt: z.iso.datetime(),
  /** The feed's own text of the item without markup, at most 64 KB: the fall-back where the page cannot be read. */
  feedText: z.string().optional(),
  /** Which try this is, from 1; absent for the first. */
  attempt: z.int().min(1).optional(),
  /** Not read before this time: its server failed at the try before. */
  notBefore: z.iso.datetime().optional(),
  /** Present when an operator sent it. */
  replay: Replay.optional(),
});
export type ArticleMessage = z.infer<typeof ArticleMessage>;

/** Where poll-feeds leaves work. The message group is the host, so that one host is asked by one reader at a time. */
export interface FeedQueue {
  send(messages: readonly FeedMessage[]): Promise<void>;
}

/** Where fetch-feed leaves work; grouped by host like the feeds. */
export interface ArticleQueue {
  send(messages: readonly ArticleMessage[]): Promise<void>;
}
