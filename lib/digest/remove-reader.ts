import { type CloseBySendNeeds, closeBySend } from './close-by-send.ts';
import type { ConfirmationStore } from './confirmation-store.ts';
import { isOpenEdition } from './edition.ts';
import type { EditionStore } from './edition-store.ts';
import { hashMailbox } from './hash-mailbox.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { MailboxKeyStore } from './mailbox-key-store.ts';
import { readerRefusal } from './reader-refusal.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';

export interface RemoveReaderNeeds extends CloseBySendNeeds {
  subscriberStore: Pick<SubscriberStore, 'get' | 'setState' | 'remove'>;
  confirmationStore: Pick<ConfirmationStore, 'refuse'>;
  mailboxKeyStore: MailboxKeyStore;
  editionStore: Pick<EditionStore, 'latest' | 'retireSend' | 'finish'>;
}

/**
 * Takes a reader off the list. Whom the list does not name no tick looks after: so first they get nothing more, then
 * their open edition comes to its end. What their mailbox refused outlives their row.
 *
 * @returns the end of that edition, if this call ended one; `waits` when a mail to them is on its way and SES has not told
 *   of it: they are on the list still, unsubscribed, and can be removed when the grace period is over
 */
export async function removeReader(
  { subscriberId }: Pick<Subscriber, 'subscriberId'>,
  needs: RemoveReaderNeeds,
): Promise<{ outcome?: MailOutcome | undefined } | 'waits'> {
  const { subscriberStore, editionStore, confirmationStore, mailboxKeyStore } = needs;
  const at = needs.now().toISOString();
  await subscriberStore.setState(subscriberId, {
    ...{ state: 'unsubscribed', at, reason: 'being removed by the operator' },
    onlyFrom: ['active', 'paused'],
  });
  const edition = await editionStore.latest(subscriberId);
  let outcome: MailOutcome | undefined;
  if (edition !== undefined && isOpenEdition(edition)) {
    const send = await editionStore.retireSend(edition.editionId, 'its reader was removed');
    const closed = await closeBySend(edition, send, needs, 'its reader was removed');
    if (closed === undefined) return 'waits';
    outcome = closed.outcome;
  }
  // Read now: a complaint of a moment ago stands in the row, and one of later finds them unsubscribed.
  const reader = await subscriberStore.get(subscriberId);
  if (reader?.state === 'suppressed') {
    const refusal = readerRefusal(reader, hashMailbox(reader.address, await mailboxKeyStore.get()));
    if (refusal) await confirmationStore.refuse(refusal);
  }
  await subscriberStore.remove(subscriberId);
  return { outcome };
}
