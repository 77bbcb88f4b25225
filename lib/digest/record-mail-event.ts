import { log } from '../log.ts';
import type { ConfirmationStore } from './confirmation-store.ts';
import type { EditionStore } from './edition-store.ts';
import type { MailEvent } from './mail-event.ts';
import { newRefusal, suppressionReason } from './reader-refusal.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';

export interface RecordMailEventNeeds {
  subscriberStore: Pick<SubscriberStore, 'list' | 'setState'>;
  confirmationStore: Pick<ConfirmationStore, 'refuse'>;
  editionStore: Pick<EditionStore, 'endSend' | 'finish'>;
  now: () => Date;
}

/**
 * - `accepted`, `delivered`: SES has the mail, or the reader's server has; an end that was unknown is known now
 * - `bounced`: the mailbox will never take a mail; it gets none any more, whatever the mail was
 * - `complained`: its owner called it spam; the same
 * - `bounced-for-now`, `delayed`: SES tries on, or gave up on this one mail
 * - `rejected`: SES found something in the mail after it took it, and did not send it
 * - `not-ours`: a mail without our tags, or to nobody on the list with tags of before
 */
export type MailEventOutcome =
  | 'accepted'
  | 'delivered'
  | 'bounced'
  | 'complained'
  | 'bounced-for-now'
  | 'delayed'
  | 'rejected'
  | 'not-ours'
  | 'ignored';

/**
 * Takes in what SES says of one mail. Told twice or out of order, it leaves the same: a proof of sending ends a claim
 * once, and a reader who refuses mail stays without.
 */
export async function recordMailEvent(event: MailEvent, needs: RecordMailEventNeeds): Promise<MailEventOutcome> {
  const outcome = await outcomeOf(event, needs);
  log.outcome({ stage: 'mail-event', outcome, editionId: event.mail.tags?.editionId, reason: reasonOf(event) });
  return outcome;
}

async function outcomeOf(event: MailEvent, needs: RecordMailEventNeeds): Promise<MailEventOutcome> {
  const { tags, messageId } = event.mail;
  if (tags === undefined) return 'not-ours';
  const { editionId } = tags;
  const end = async (state: 'sent' | 'failed', reason?: string) =>
    editionId === undefined ? undefined : endClaim(editionId, { state, messageId, reason }, needs);

  switch (event.eventType) {
    case 'Send':
      await end('sent');
      return 'accepted';
    case 'Delivery':
      await end('sent');
      return 'delivered';
    case 'DeliveryDelay':
      return 'delayed';
    case 'Reject':
      await end('failed', `SES rejected it: ${event.reject.reason ?? 'no reason given'}`);
      return 'rejected';
    case 'Bounce':
      await end('sent');
      if (event.bounce.bounceType !== 'Permanent') return 'bounced-for-now';
      return suppress(event.mail, event.bounce.bouncedRecipients, 'bounced', needs);
    case 'Complaint':
      await end('sent');
      // The receiver's provider was told that it is no spam after all.
      if (event.complaint.complaintFeedbackType === 'not-spam') return 'ignored';
      return suppress(event.mail, event.complaint.complainedRecipients, 'complained', needs);
    default:
      return 'ignored';
  }
}

/** Only a mail that was claimed has an open end; sent, its edition was read, and its window is not carried on. */
async function endClaim(
  editionId: string,
  { state, messageId, reason }: { state: 'sent' | 'failed'; messageId: string; reason?: string | undefined },
  { editionStore, now }: RecordMailEventNeeds,
): Promise<void> {
  const at = now().toISOString();
  const isEnded = await editionStore.endSend(editionId, {
    state,
    at,
    messageId,
    ...(reason !== undefined && { reason }),
  });
  if (!isEnded) return;
  await editionStore.finish(editionId, state === 'sent' ? 'done' : 'expired');
  log.outcome({ stage: 'mail', outcome: state, editionId, reason: reason ?? 'SES says that it accepted it' });
}

/** Who has unsubscribed stays so: that is the reader's own word. */
const REACHED: readonly Subscriber['state'][] = ['active', 'paused'];

/**
 * The address gets no mail any more: the reader who has it now, who need not be the one to whom the mail went, is
 * suppressed. Where no such reader holds it, it is noted by its hash that nobody may ask it.
 */
async function suppress(
  { destination, tags }: MailEvent['mail'],
  named: readonly { emailAddress: string }[],
  outcome: 'bounced' | 'complained',
  { subscriberStore, confirmationStore, now }: RecordMailEventNeeds,
): Promise<MailEventOutcome> {
  const addresses = (destination ?? named.map(({ emailAddress }) => emailAddress)).map(bareAddress);
  const at = now().toISOString();
  const reason = suppressionReason[outcome];
  const readers = (await subscriberStore.list()).filter(({ address }) => addresses.includes(address.toLowerCase()));
  for (const { subscriberId } of readers)
    await subscriberStore.setState(subscriberId, { state: 'suppressed', at, reason, onlyFrom: REACHED });
  if (readers.some(({ state }) => state === 'suppressed' || REACHED.includes(state))) return outcome;
  const mailboxId = tags?.mailboxId;
  if (mailboxId === undefined) return readers.length > 0 ? outcome : 'not-ours';
  await confirmationStore.refuse(newRefusal(mailboxId, outcome, at));
  return outcome;
}

/** Of `Name <address>` the address, in lower case. */
const bareAddress = (text: string): string => (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();

/** Words of SES and of receivers, without addresses. */
function reasonOf(event: MailEvent): string | undefined {
  if (event.eventType === 'Bounce') return `${event.bounce.bounceType}, ${event.bounce.bounceSubType}`;
  if (event.eventType === 'Complaint') return event.complaint.complaintFeedbackType ?? undefined;
  if (event.eventType === 'Reject') return event.reject.reason;
  return undefined;
}
