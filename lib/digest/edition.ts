import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

/**
 * One subscriber's digest of one local day. Key: subscriber × local date, so that no date has two; an instant edition has
 * the end of the window before it behind the date (`edition-id.ts`).
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
  /** Counted up by each run that takes the edition; who was overtaken ends nothing more. Absent before the first. */
  fence: z.int().min(1).optional(),
  /** So long the run of this fence has the edition to itself. */
  leaseUntil: z.iso.datetime().optional(),
  /** From `ready` on: what every try sends. */
  subject: z.string().optional(),
  htmlKey: z.string().optional(),
  textKey: z.string().optional(),
  coverageCount: z.int().min(0).optional(),
  /** Of an edition that is done without a mail: nothing was recorded, and the reader wants none then. */
  outcome: z.literal('skipped-quiet').optional(),
});
export type Edition = z.infer<typeof Edition>;

export const isOpenEdition = ({ state }: Pick<Edition, 'state'>): boolean => state === 'building' || state === 'ready';

/** An open edition in the hands of one run. */
export type HeldEdition = Edition & { fence: number };

export const editionHistory: RecordHistory = { name: 'edition', upgrades: [] };

/**
 * The one mail of an edition, and the truth about it: what the edition says of its end follows. `claimed` with no further
 * word is an unknown end: shown to the operator, never tried again by itself.
 */
export const Send = z.object({
  schemaVersion: z.literal(1),
  editionId: z.string(),
  state: z.enum(['pending', 'claimed', 'sent', 'suppressed', 'failed']),
  tries: z.int().min(0),
  claimedAt: z.iso.datetime().optional(),
  /** Of the run that claimed it last: nobody else gives that claim back. */
  fence: z.int().min(1).optional(),
  /** Where it went, or would have gone (`hash-mailbox.ts`); absent before the first claim, and in records of before. */
  mailboxId: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  sentAt: z.iso.datetime().optional(),
  messageId: z.string().optional(),
  reason: z.string().optional(),
});
export type Send = z.infer<typeof Send>;

export const sendHistory: RecordHistory = { name: 'mail of an edition', upgrades: [] };
