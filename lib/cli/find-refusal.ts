import type { ConfirmationStore } from '../digest/confirmation-store.ts';
import { hashMailbox } from '../digest/hash-mailbox.ts';
import type { MailboxKeyStore } from '../digest/mailbox-key-store.ts';
import { mailboxOf } from '../digest/mailbox-of.ts';
import { readerRefusal } from '../digest/reader-refusal.ts';
import type { Refusal } from '../digest/refusal.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import { UserError } from '../errors.ts';

export interface FindRefusalNeeds {
  confirmationStore: Pick<ConfirmationStore, 'refusalOf'>;
  mailboxKeyStore: MailboxKeyStore;
}

/** That the mailbox of an address once said no. */
export interface MailboxRefusal {
  /** What a person should know, behind the address. */
  why: string;
  /** Nothing goes there, whoever asks for it. */
  isFinal: boolean;
}

/**
 * What speaks against writing to an address that is no reader's: its mailbox is that of a reader who left or was
 * suppressed under another spelling, or a mail of ours bounced there or was called unwanted.
 */
export async function findRefusal(
  address: string,
  readers: readonly Subscriber[],
  { confirmationStore, mailboxKeyStore }: FindRefusalNeeds,
): Promise<MailboxRefusal | undefined> {
  const mailbox = mailboxOf(address);
  const former = readers.filter((reader) => reader.address !== address && mailboxOf(reader.address) === mailbox);
  const suppressed = former.find(({ state }) => state === 'suppressed');
  const mailboxId = hashMailbox(address, await mailboxKeyStore.get());
  const byOther = suppressed && readerRefusal(suppressed, mailboxId);
  if (suppressed && byOther?.reason !== 'complained') {
    const { address: other, stateReason: reason = 'it refused a mail' } = suppressed;
    return {
      why: `is the mailbox of ${other}, who is suppressed (${reason}); "vigil subscribers resume" that one, if its owner asks`,
      isFinal: true,
    };
  }
  const refusal = byOther ?? (await confirmationStore.refusalOf(mailboxId));
  if (refusal?.reason === 'complained') return { why: sayComplaint(refusal), isFinal: true };
  if (refusal) return { why: `a mail of ours bounced there on ${refusal.at.slice(0, 10)}`, isFinal: false };
  const left = former.find(({ state }) => state === 'unsubscribed');
  if (!left) return undefined;
  return { why: `is the mailbox of ${left.address}, who unsubscribed on ${left.stateAt.slice(0, 10)}`, isFinal: false };
}

/** Behind the address: when its owner complained, and until when that stands. */
export function sayComplaint({ at, expiresAt }: Refusal): string {
  const until = new Date(expiresAt * 1000).toISOString().slice(0, 10);
  return `its owner called a mail of ours unwanted on ${at.slice(0, 10)}; nothing goes there before ${until}`;
}

/**
 * @param ownerAsks the operator says that its owner wants mail now
 * @throws UserError for an address that refused
 */
export async function refuseRefused(
  address: string,
  readers: readonly Subscriber[],
  ownerAsks: boolean | undefined,
  needs: FindRefusalNeeds,
): Promise<void> {
  const refusal = await findRefusal(address, readers, needs);
  if (refusal === undefined || (ownerAsks && !refusal.isFinal)) return;
  const way = refusal.isFinal ? '' : '; add --owner-asks when its owner asks for the digest now';
  throw new UserError(`${address}: ${refusal.why}${way}; nothing changed`);
}
