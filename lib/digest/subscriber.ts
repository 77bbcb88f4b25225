import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

/** One reader of the digest. */
export const Subscriber = z.object({
  schemaVersion: z.literal(2),
  /** Random, 16 hex digits; stands for the address in keys and logs. */
  subscriberId: z.string().regex(/^[0-9a-f]{16}$/),
  address: z.email('use a whole mail address, for example reader@example.org'),
  /** IANA name. */
  zone: z.string().refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'use an IANA time zone, for example Europe/Paris'),
  /** Local hour from which the day's edition is due. */
  hour: z.int().min(0).max(23),
  /** Language of the frame around the articles. */
  language: z.enum(['en', 'fa']),
  /** `suppressed`: their mailbox refused the mail, or they called it unwanted. Only `active` ones get mail. */
  state: z.enum(['active', 'paused', 'unsubscribed', 'suppressed']),
  /** When the state came to be what it is; for readers of before, when they were added. */
  stateAt: z.iso.datetime(),
  /** Why, in a few words for the operator; never an address. */
  stateReason: z.string().max(300).optional(),
  addedAt: z.iso.datetime(),
});
export type Subscriber = z.infer<typeof Subscriber>;

export const subscriberHistory: RecordHistory = {
  name: 'reader',
  upgrades: [
    // Version 2 knows since when and why a reader is in their state.
    (row) => ({ stateAt: row.addedAt, ...row }),
  ],
};
