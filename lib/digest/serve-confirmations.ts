import { log } from '../log.ts';
import { applyConfirmation } from './apply-confirmation.ts';
import type { Confirmation } from './confirmation.ts';
import type { ConfirmationStore } from './confirmation-store.ts';
import { hashMailbox } from './hash-mailbox.ts';
import { isHeld } from './is-held.ts';
import type { MailboxKeyStore } from './mailbox-key-store.ts';
import { mailboxOf } from './mailbox-of.ts';
import type { Mailer } from './mailer.ts';
import type { NoticeKind } from './notice-text.ts';
import { confirmationUrl, preferencesUrl } from './reader-links.ts';
import { renderNotice } from './render-notice.ts';
import { sendOnce } from './send-once.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';

export interface ServeConfirmationsNeeds {
  confirmationStore: Pick<ConfirmationStore, 'list' | 'add' | 'move' | 'refusalOf'>;
  subscriberStore: Pick<SubscriberStore, 'list' | 'add' | 'change' | 'setState'>;
  mailboxKeyStore: MailboxKeyStore;
  mailer: Mailer;
  now: () => Date;
  publicUrl: string;
  signingKey: string;
}

/**
 * - `sent`: the mail was accepted
 * - `refused`, `failed`: certainly not accepted; tried again at the next tick, or not any more
 * - `unknown`: it may have been accepted; not tried again, and whoever has it can confirm
 * - `suppressed`: the address refused a mail of ours before, or called one unwanted; it gets none
 * - `subscribed`: a confirmed address is a reader now
 * - `moved`: a confirmed address is a reader's new one
 * - `in-vain`: what was confirmed cannot be done: the address is another reader's, or the reader is gone,
 *   gets no mail any more, was paused by the operator, or ended the link by which it was asked for
 */
export type ConfirmationOutcome =
  | 'sent'
  | 'refused'
  | 'failed'
  | 'unknown'
  | 'suppressed'
  | 'subscribed'
  | 'moved'
  | 'in-vain';

const MAX_TRIES = 3;

/** Sends the mails that wait to be confirmed, and does what was confirmed. One that breaks keeps no other from it. */
export async function serveConfirmations(needs: ServeConfirmationsNeeds): Promise<ConfirmationOutcome[]> {
  const open = (await needs.confirmationStore.list()).filter(
    ({ state }) => state === 'waiting' || state === 'confirmed',
  );
  if (open.length === 0) return [];
  let readers = await needs.subscriberStore.list();
  const outcomes: ConfirmationOutcome[] = [];
  const faults: unknown[] = [];
  for (const confirmation of open.toSorted((a, b) => a.askedAt.localeCompare(b.askedAt))) {
    try {
      const outcome = await serve(confirmation, readers, needs);
      // What was done gave an address to somebody: the next may want the same.
      if (confirmation.state === 'confirmed') readers = await needs.subscriberStore.list();
      if (outcome === undefined) continue;
      outcomes.push(outcome);
      log.outcome({ stage: 'confirmation', outcome, reason: confirmation.purpose });
    } catch (error) {
      faults.push(error);
      log.error('confirmation broke', { confirmationId: confirmation.confirmationId, reason: String(error) });
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${open.length} confirmations broke`);
  return outcomes;
}

async function serve(
  confirmation: Confirmation,
  readers: readonly Subscriber[],
  needs: ServeConfirmationsNeeds,
): Promise<ConfirmationOutcome | undefined> {
  const holder = readers.find(({ address }) => address.toLowerCase() === confirmation.address.toLowerCase());
  const mailbox = mailboxOf(confirmation.address);
  const mailboxId = hashMailbox(confirmation.address, await needs.mailboxKeyStore.get());
  const isRefused =
    readers.some(({ state, address }) => state === 'suppressed' && mailboxOf(address) === mailbox) ||
    (await needs.confirmationStore.refusalOf(mailboxId)) !== undefined;
  if (confirmation.state === 'waiting') return sendNotice(confirmation, { holder, isRefused, mailboxId }, needs);
  const outcome = isRefused ? 'in-vain' : await applyConfirmation(confirmation, { holder, readers }, needs);
  await needs.confirmationStore.move(confirmation.confirmationId, ['confirmed'], { state: 'done' });
  return outcome;
}

/** @returns undefined when another run has it */
async function sendNotice(
  confirmation: Confirmation,
  { holder, isRefused, mailboxId }: { holder: Subscriber | undefined; isRefused: boolean; mailboxId: string },
  needs: ServeConfirmationsNeeds,
): Promise<ConfirmationOutcome | undefined> {
  const { confirmationId, address, language } = confirmation;
  const { confirmationStore } = needs;
  const tries = confirmation.tries + 1;
  if (!(await confirmationStore.move(confirmationId, ['waiting'], { state: 'claimed', tries }))) return undefined;
  if (isRefused) {
    await confirmationStore.move(confirmationId, ['claimed'], { state: 'done' });
    return 'suppressed';
  }
  const kind = kindOf(confirmation, holder);
  const url =
    kind === 'known' && holder
      ? preferencesUrl(holder, needs.now().toISOString(), needs)
      : confirmationUrl(confirmation, needs);
  const end = await sendOnce(
    {
      to: address,
      ...renderNotice(kind, language, url),
      headers: { 'Auto-Submitted': 'auto-generated' },
      tags: { kind: 'notice', mailbox: mailboxId },
    },
    needs.mailer,
  );
  if (end.status === 'unknown') return 'unknown';
  if (end.status === 'accepted') {
    const isOver = kind === 'known' || kind === 'held' || kind === 'address-changed';
    await confirmationStore.move(confirmationId, ['claimed'], { state: isOver ? 'done' : 'sent' });
    return 'sent';
  }
  const isOver = !end.retryable || tries >= MAX_TRIES;
  await confirmationStore.move(confirmationId, ['claimed'], { state: isOver ? 'done' : 'waiting' });
  return isOver ? 'failed' : 'refused';
}

/** Who is a reader already is told so, and gets no button that would do nothing. */
function kindOf({ purpose }: Confirmation, holder: Subscriber | undefined): NoticeKind {
  if (purpose === 'sign-up' && holder && isHeld(holder)) return 'held';
  const isReader = holder?.state === 'active' || holder?.state === 'paused';
  return purpose === 'sign-up' && isReader ? 'known' : purpose;
}
