import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

/** A mailbox that refused a mail for good, or whose owner called one unwanted, and that is no reader's: nobody asks it again. */
export const Refusal = z.object({
  schemaVersion: z.literal(1),
  /** Of the mailbox (`hash-mailbox.ts`). */
  mailboxId: z.string().regex(/^[0-9a-f]{32}$/),
  reason: z.enum(['bounced', 'complained']),
  at: z.iso.datetime(),
  /** Epoch seconds. */
  expiresAt: z.int(),
});
export type Refusal = z.infer<typeof Refusal>;

export const refusalHistory: RecordHistory = { name: 'refusal of a mailbox', upgrades: [] };
