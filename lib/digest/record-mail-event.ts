import { log } from '../log.ts';
import type { EditionStore } from './edition-store.ts';
import type { MailEvent } from './mail-event.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';

export interface RecordMailEventNeeds {
  subscriberStore: Pick<SubscriberStore, 'get' | 'setState'>;
  editionStore: Pick<EditionStore, 'endSend' | 'finish'>;
  now: () => Date;
}

/**
 * - `accepted`, `delivered`: SES has the mail, or the reader's server has; an end that was unknown is known now
 * - `bounced`: the mailbox will never take a mail; the reader gets none any more
 * - `complained`: the reader called it spam; the reader gets none any more
 * - `bounced-for-now`, `delayed`: SES tries on, or gave up on this one mail
 * - `rejected`: SES found something in the mail after it took it, and did not send it
 * - `not-ours`: a mail without our tags, or of a reader who is not on the list any more
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
  const { editionId, subscriberId } = tags;
  const end = (state: 'sent' | 'failed', reason?: string) => endClaim(editionId, { state, messageId, reason }, needs);

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
      return suppress(subscriberId, 'bounced', needs);
    case 'Complaint':
      await end('sent');
      // The receiver's provider was told that it is no spam after all.
      if (event.complaint.complaintFeedbackType === 'not-spam') return 'ignored';
      return suppress(subscriberId, 'complained', needs);
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

async function suppress(
  subscriberId: string,
  outcome: 'bounced' | 'complained',
  { subscriberStore, now }: RecordMailEventNeeds,
): Promise<MailEventOutcome> {
  if ((await subscriberStore.get(subscriberId)) === undefined) return 'not-ours';
  await subscriberStore.setState(subscriberId, {
    state: 'suppressed',
    at: now().toISOString(),
    reason: outcome === 'bounced' ? 'the mailbox refused the mail' : 'called the mail unwanted',
    onlyFrom: REACHED,
  });
  return outcome;
}

/** Words of SES and of receivers, without addresses. */
function reasonOf(event: MailEvent): string | undefined {
  if (event.eventType === 'Bounce') return `${event.bounce.bounceType}, ${event.bounce.bounceSubType}`;
  if (event.eventType === 'Complaint') return event.complaint.complaintFeedbackType ?? undefined;
  if (event.eventType === 'Reject') return event.reject.reason;
  return undefined;
}
