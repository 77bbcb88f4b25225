import { z } from 'zod';

/** An edition, a mail that asks or tells, or the operator's test. */
export const MailKind = z.enum(['daily', 'notice', 'test']);

/** One mail, ready to go. */
export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** List-Unsubscribe and the like; values are ASCII. */
  headers: Record<string, string>;
  /** Shown in the sender's events. Letters, digits, `-` and `_` are all that they may hold. */
  tags: {
    kind: z.infer<typeof MailKind>;
    /** `edition-id.ts` */
    edition?: string;
    /** The reader's id. */
    recipient?: string;
    /** `hash-mailbox.ts` */
    mailbox?: string;
  };
}

/** `refused`: certainly not accepted, `retryable` when another try may be. `unknown`: it may or may not have been accepted. */
export type MailEnd =
  | { status: 'accepted'; messageId: string }
  | { status: 'refused'; retryable: boolean; reason: string }
  | { status: 'unknown'; reason: string };

/** Sends once: no retries of its own. */
export interface Mailer {
  send(mail: Mail): Promise<MailEnd>;
}
