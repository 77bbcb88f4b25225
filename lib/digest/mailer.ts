/** One mail, ready to go. */
export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** List-Unsubscribe and the like; values are ASCII. */
  headers: Record<string, string>;
  /** Shown in the sender's events: edition and recipient, neither holding an address. */
  tags: Record<string, string>;
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
