import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';
import { WebUrl } from './feed.ts';

/** How an item of a feed can end. Every item ends in exactly one of these. */
export const ItemOutcome = z.enum([
  // ends in fetch-feed
  'known', // listed and handled before; counted, never stored
  'duplicate', // another feed brought the same article first
  'too-old', // published before the age window; kept out of the digest
  'over-limit', // above the feed's limit of new items a day
  'no-link', // an item without a web address
  // ends in read-article
  'recorded', // relevant coverage
  'passing-mention', // recorded, but not counted as coverage
  'off-topic',
  'unreadable', // a page without an article, too deep, too slow to parse
  'blocked', // robots.txt or the address rules
  'unavailable', // 404, 410, 4xx, or failing for as long as it was tried
]);
export type ItemOutcome = z.infer<typeof ItemOutcome>;

/** One step of an item's way, shown by `vigil explain`. */
export const TraceStep = z.object({ at: z.iso.datetime(), stage: z.string(), what: z.string() });
export type TraceStep = z.infer<typeof TraceStep>;

/** An item that an operator put through the pipeline once more. */
export const Replay = z.object({
  at: z.iso.datetime(),
  /** The end that was taken from it; absent when it had none. */
  from: ItemOutcome.optional(),
});
export type Replay = z.infer<typeof Replay>;

/** One article as one feed listed it. Key: article × feed. */
export const Item = z.object({
  schemaVersion: z.literal(1),
  /** First 32 hex digits of SHA-256 over the canonical address. */
  articleId: z.string().regex(/^[0-9a-f]{32}$/),
  feedId: z.string(),
  /** As the feed gave it. */
  url: WebUrl,
  canonicalUrl: WebUrl,
  guid: z.string().optional(),
  title: z.string(),
  publishedAt: z.iso.datetime().optional(),
  firstSeenAt: z.iso.datetime(),
  /** `queued` until read-article ends it. */
  state: z.enum(['queued', 'done']),
  outcome: ItemOutcome.optional(),
  reason: z.string().optional(),
  endedAt: z.iso.datetime().optional(),
  /** Relevance score of the text, once classified. */
  score: z.number().optional(),
  /** What was read, in the archive: also for off-topic items, so that a later rule set can judge them again. */
  articleKey: z.string().optional(),
  /** The last one; absent when it went its way by itself. */
  replay: Replay.optional(),
  trace: z.array(TraceStep).default([]),
  /** Epoch seconds: DynamoDB's time to live, 400 days after the item was first seen. */
  expiresAt: z.int(),
});
export type Item = z.infer<typeof Item>;

export const itemHistory: RecordHistory = { name: 'listed item', upgrades: [] };
