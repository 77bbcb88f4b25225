import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

/**
 * The key under which mailboxes are hashed (`hash-mailbox.ts`) in refusals and tags. It lies in another table than what is
 * hashed with it, and not among the secrets: the operator's commands have to find who refused, and do not know those.
 */
export const MailboxKey = z.object({
  schemaVersion: z.literal(1),
  /** 64 random hex digits. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
});
export type MailboxKey = z.infer<typeof MailboxKey>;

export const mailboxKeyHistory: RecordHistory = { name: 'key of mailboxes', upgrades: [] };
