import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

/**
 * One subscriber's digest of one local day. Key: subscriber × local date, so that no date has two; an instant edition has
 * the end of its window behind the date (`edition-id.ts`).
 */
export const Edition = z.object({
  schemaVersion: z.literal(1),
  /** `<subscriberId>/<localDate>`, of an instant edition `<subscriberId>/<localDate>t<YYYYMMDDhhmmss, UTC>`. */
  editionId: z.string(),
  subscriberId: z.string(),
  localDate: z.iso.date(),
  state: z.enum(['building', 'ready', 'done', 'expired']),
  /** Coverage recorded in [from, to). */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  /** From `ready` on: what every try sends. */
  subject: z.string().optional(),
  htmlKey: z.string().optional(),
  textKey: z.string().optional(),
  coverageCount: z.int().min(0).optional(),
  /** Of an edition that is done without a mail: nothing was recorded, and the reader wants none then. */
  outcome: z.literal('skipped-quiet').optional(),
});
export type Edition = z.infer<typeof Edition>;

export const editionHistory: RecordHistory = { name: 'edition', upgrades: [] };

/** The one mail of an edition. `claimed` with no further word is an unknown end: shown to the operator, never tried again by itself. */
export const Send = z.object({
  schemaVersion: z.literal(1),
  editionId: z.string(),
  state: z.enum(['pending', 'claimed', 'sent', 'suppressed', 'failed']),
  tries: z.int().min(0),
  claimedAt: z.iso.datetime().optional(),
  sentAt: z.iso.datetime().optional(),
  messageId: z.string().optional(),
  reason: z.string().optional(),
});
export type Send = z.infer<typeof Send>;

export const sendHistory: RecordHistory = { name: 'mail of an edition', upgrades: [] };
