import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';
import { ReaderSettings, Subscriber } from './subscriber.ts';

/**
 * A mail to an address whose owner has not said yes, and what follows when they do. The page and the operator write
 * rows, send-digests sends them and does what was confirmed.
 *
 * - `sign-up`: the address becomes a reader with `settings`
 * - `change-address`: the reader's digests go to the address from then on
 * - `address-changed`: tells the reader's former address; nothing follows
 */
export const Confirmation = z.object({
  schemaVersion: z.literal(1),
  /** Random, 32 hex digits; stands for the address in links and logs. */
  confirmationId: z.string().regex(/^[0-9a-f]{32}$/),
  purpose: z.enum(['sign-up', 'change-address', 'address-changed']),
  address: Subscriber.shape.address,
  /** Of the mail. */
  language: ReaderSettings.shape.language,
  /** Of a sign-up. */
  settings: ReaderSettings.optional(),
  /** Of the other two. */
  subscriberId: Subscriber.shape.subscriberId.optional(),
  /** Of a change: that of the link by which it was asked for. Absent in records of before. */
  linkVersion: Subscriber.shape.linkVersion.optional(),
  /**
   * `waiting` for its mail → `claimed` by a run that sends it → `sent` → `confirmed` by the button → `done`. An end of
   * the mail that is not known stays `claimed`: it may have come, so it can be confirmed, but is not sent again.
   */
  state: z.enum(['waiting', 'claimed', 'sent', 'confirmed', 'done']),
  /** Mails that were tried. */
  tries: z.int().min(0),
  askedAt: z.iso.datetime(),
  /** Epoch seconds; after it nothing can be confirmed, and the row goes away. */
  expiresAt: z.int(),
});
export type Confirmation = z.infer<typeof Confirmation>;

export const confirmationHistory: RecordHistory = { name: 'confirmation', upgrades: [] };

/** How many mails were asked for on one day: for one address (its keyed hash), for all sign-ups, or by one reader. */
export const MailLimit = z.object({
  schemaVersion: z.literal(1),
  /** `address/<32 hex digits>/<YYYY-MM-DD>`, `day/<YYYY-MM-DD>`, or `reader/<subscriberId>/<YYYY-MM-DD>` (UTC) */
  limitId: z.string(),
  mails: z.int().min(1),
  lastAt: z.iso.datetime(),
  /** Epoch seconds. */
  expiresAt: z.int(),
});
export type MailLimit = z.infer<typeof MailLimit>;

export const mailLimitHistory: RecordHistory = { name: 'limit of mails', upgrades: [] };
