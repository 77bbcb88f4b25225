import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';
import { Relation } from './outlet.ts';

/** An address that a person or a document gave us and that we may show and fetch: http(s) only. */
export const WebUrl = z.url({
  protocol: /^https?$/,
  error: 'use a whole address that starts with http:// or https://',
});

/** What an operator says about a feed; one entry of `config/feeds.json` and of an exported list. */
export const FeedSettings = z.strictObject({
  url: WebUrl,
  title: z.string().min(1),
  /** Id of an entry of `config/outlets.json`, or of an outlet that is not registered yet (its host name). */
  outletId: z.string().min(1),
  outletName: z.string().min(1),
  relation: Relation,
  /** BCP 47, the language most of its items are written in. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'use a language tag such as "fa" or "en"'),
  /** Why the feed is in the list. */
  note: z.string().default(''),
  intervalMinutes: z.int().min(5).max(10_080).default(60),
});
export type FeedSettings = z.infer<typeof FeedSettings>;

/** `gone`: the server answered 410; asked once a day and shown to the operator. */
export const FeedState = z.enum(['active', 'paused', 'gone']);
export type FeedState = z.infer<typeof FeedState>;

/** One feed with its settings and what its last checks found. Times are ISO 8601 in UTC. */
export const Feed = FeedSettings.extend({
  schemaVersion: z.literal(1),
  /** First 16 hex digits of SHA-256 over the canonical address. */
  feedId: z.string().regex(/^[0-9a-f]{16}$/),
  state: FeedState,
  addedAt: z.iso.datetime(),
  /** Due at this time by the feed's own interval. */
  nextCheckAt: z.iso.datetime(),
  /** Not asked before this time whatever the schedule says: Retry-After or back-off. */
  notBefore: z.iso.datetime().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** SHA-256 of the last body that was read to its end. */
  bodyHash: z.string().optional(),
  lastCheckedAt: z.iso.datetime().optional(),
  /** Last time the document was read, or confirmed as not modified. */
  lastReadAt: z.iso.datetime().optional(),
  lastNewItemAt: z.iso.datetime().optional(),
  lastOutcome: z.string().optional(),
  /** One sentence for a person about the last outcome. */
  lastDetail: z.string().optional(),
  consecutiveFailures: z.int().min(0).default(0),
  /** How often a chain of permanent redirects ended here in a document that parsed. */
  movedTo: z.object({ url: WebUrl, sightings: z.int().positive() }).optional(),
  /** The day (UTC) that `newItemsToday` counts. */
  newItemsDay: z.iso.date().optional(),
  newItemsToday: z.int().min(0).default(0),
  /** New items of the last readings that brought any, the latest last: what is usual for this feed. */
  pastNews: z.array(z.int().positive()).max(14).optional(),
  /** Items that the last reading left out, because they were many more than usual; absent when none. */
  heldBackItems: z.int().positive().optional(),
});
export type Feed = z.infer<typeof Feed>;

export const feedHistory: RecordHistory = { name: 'feed', upgrades: [] };
