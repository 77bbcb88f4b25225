import { expiryAfter } from '../records/expiry-after.ts';
import type { Refusal } from './refusal.ts';
import type { Subscriber } from './subscriber.ts';

/** So long a mailbox that said no stays refused. */
const DAYS_REFUSED = 400;

/** Why a reader is suppressed, in words for the operator. */
export const suppressionReason: Readonly<Record<Refusal['reason'], string>> = {
  bounced: 'the mailbox refused the mail',
  complained: 'called the mail unwanted',
};

/** @param at when it said no */
export const newRefusal = (mailboxId: string, reason: Refusal['reason'], at: string): Refusal => ({
  schemaVersion: 1,
  mailboxId,
  reason,
  at,
  expiresAt: expiryAfter(at, DAYS_REFUSED),
});

/** What the mailbox of a suppressed reader said, as it is noted of one that is no reader's; undefined of any other reader. */
export function readerRefusal(
  { state, stateAt, stateReason }: Pick<Subscriber, 'state' | 'stateAt' | 'stateReason'>,
  mailboxId: string,
): Refusal | undefined {
  if (state !== 'suppressed') return undefined;
  return newRefusal(mailboxId, stateReason === suppressionReason.complained ? 'complained' : 'bounced', stateAt);
}
