import { log } from '../log.ts';
import { type BuildEditionNeeds, buildEdition } from './build-edition.ts';
import { isInGrace, unknownReason } from './claim-grace.ts';
import type { Edition, HeldEdition, Send } from './edition.ts';
import { editionName } from './edition-id.ts';
import type { EditionStore } from './edition-store.ts';
import { hashMailbox } from './hash-mailbox.ts';
import { mailHeaders } from './mail-headers.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { MailboxKeyStore } from './mailbox-key-store.ts';
import type { Mail, Mailer } from './mailer.ts';
import { renewLinks } from './renew-links.ts';
import { sendOnce } from './send-once.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';
import { unsubscribeUrl } from './unsubscribe-token.ts';

export interface DeliverEditionNeeds extends BuildEditionNeeds {
  subscriberStore: Pick<SubscriberStore, 'get'>;
  editionStore: BuildEditionNeeds['editionStore'] &
    Pick<EditionStore, 'take' | 'finish' | 'getSend' | 'claimSend' | 'endSend'>;
  mailboxKeyStore: MailboxKeyStore;
  mailer: Mailer;
  now: () => Date;
  senderAddress: string;
}

const MAX_TRIES = 3;
/** Shorter than from tick to tick, so that what a run left behind is taken up by the next. */
const LEASE_SECONDS = 240;

/** A ready edition as stored: what every try sends, with the reader's own links as they are good by then. */
interface StoredMail {
  subject: string;
  html: string;
  text: string;
}

/** @throws when the bytes of a ready edition are not in the archive: they are not made anew, a person should look */
async function storedMail(edition: Edition, needs: DeliverEditionNeeds): Promise<StoredMail> {
  const { subject, htmlKey = '', textKey = '' } = edition;
  const [html, text] = await Promise.all([needs.editionArchive.get(htmlKey), needs.editionArchive.get(textKey)]);
  if (subject === undefined || html === undefined || text === undefined)
    throw new Error(`edition ${edition.editionId} is ready but its mail is not in the archive`);
  return { subject, html, text };
}

function mailOf(
  stored: StoredMail,
  { edition, reader, mailboxId }: { edition: Edition; reader: Subscriber; mailboxId: string },
  needs: DeliverEditionNeeds,
): Mail {
  const { subscriberId, address } = reader;
  return {
    subject: stored.subject,
    html: renewLinks(stored.html, reader, needs.signingKey),
    text: renewLinks(stored.text, reader, needs.signingKey),
    to: address,
    headers: mailHeaders({
      unsubscribeUrl: unsubscribeUrl(needs.publicUrl, subscriberId, needs.signingKey),
      senderAddress: needs.senderAddress,
      localDate: edition.localDate,
    }),
    tags: {
      kind: 'daily',
      edition: editionName(edition.editionId),
      recipient: subscriberId,
      mailbox: mailboxId,
    },
  };
}

/**
 * Takes one open edition as far as it goes: renders it unless it is ready, claims its mail, sends it once and records
 * the end. Whatever an earlier run left behind is taken up where it stands. A mail of which nobody knows whether SES took
 * it stays claimed: SES's event ends it (`record-mail-event.ts`), or the grace period does.
 *
 * @returns undefined when there is no end yet, or another run, or SES's event, ends it and reports it
 */
export async function deliverEdition(
  { editionId }: Pick<Edition, 'editionId'>,
  subscriber: Subscriber,
  needs: DeliverEditionNeeds,
): Promise<MailOutcome | undefined> {
  const { editionStore } = needs;
  const at = needs.now();
  const held = await editionStore.take(editionId, {
    at: at.toISOString(),
    until: new Date(at.getTime() + LEASE_SECONDS * 1000).toISOString(),
  });
  if (held === undefined) return undefined;

  const ready = held.state === 'building' ? await buildEdition(held, subscriber, needs) : held;
  if (ready === undefined) return undefined;
  if (ready === 'skipped') return { editionId, outcome: 'skipped-quiet' };
  const send = await editionStore.getSend(editionId);
  const end =
    send && send.state !== 'pending'
      ? recordedEnd(send, needs)
      : await sendEdition({ ...ready, fence: held.fence }, send, subscriber, needs);
  if (end === undefined) return undefined;
  const { outcome, reason } = end;
  if (outcome === 'refused') return { editionId, outcome, reason };
  const state = outcome === 'sent' || outcome === 'already-sent' ? 'done' : 'expired';
  const isClosed = await editionStore.finish(editionId, state, held.fence);
  // What this run knows to have happened is told in any case; an unknown end only when nothing has settled it meanwhile.
  return isClosed || outcome === 'sent' ? { editionId, outcome, reason } : undefined;
}

type End = Pick<MailOutcome, 'outcome' | 'reason'>;

/** The end of a mail that was claimed before. @returns undefined while it may still end by itself */
function recordedEnd(send: Send, { now }: DeliverEditionNeeds): End | undefined {
  switch (send.state) {
    case 'sent':
      return { outcome: 'already-sent' };
    case 'suppressed':
    case 'failed':
      return { outcome: send.state, reason: send.reason };
    default:
      return isInGrace(send, now()) ? undefined : { outcome: 'unknown', reason: unknownReason(send) };
  }
}

/** Claims the mail, looks whether the reader still wants it, sends it once and records what came of it. */
async function sendEdition(
  ready: HeldEdition,
  former: Send | undefined,
  { subscriberId, address }: Subscriber,
  needs: DeliverEditionNeeds,
): Promise<End | undefined> {
  const { editionId, fence } = ready;
  const now = (): string => needs.now().toISOString();
  const stored = await storedMail(ready, needs);
  const mailboxId = hashMailbox(address, await needs.mailboxKeyStore.get());
  if (!(await needs.editionStore.claimSend({ ...ready, mailboxId }, now()))) return undefined;
  // Read after the claim, so that an unsubscription stops even the mail that is on its way out.
  const reader = await needs.subscriberStore.get(subscriberId);
  if (reader?.state !== 'active') {
    const reason = reader ? `the reader is ${reader.state}` : 'the reader was removed';
    await needs.editionStore.endSend(editionId, { state: 'suppressed', at: now(), reason }, fence);
    return { outcome: 'suppressed', reason };
  }
  // The claim says where the mail goes, whatever becomes of it.
  if (reader.address !== address) {
    const reason = 'its reader has another address by now';
    await needs.editionStore.endSend(editionId, { state: 'pending', at: now(), reason }, fence);
    return { outcome: 'refused', reason: `${reason}; the next tick sends it there` };
  }

  const end = await sendOnce(mailOf(stored, { edition: ready, reader, mailboxId }, needs), needs.mailer);
  if (end.status === 'accepted') {
    const { messageId } = end;
    const isFirst = await needs.editionStore.endSend(editionId, { state: 'sent', at: now(), messageId }, fence);
    return { outcome: isFirst ? 'sent' : 'already-sent' };
  }
  if (end.status === 'unknown') {
    log.warn('whether a mail was accepted is not known yet', { editionId, reason: end.reason });
    return undefined;
  }
  const tries = (former?.tries ?? 0) + 1;
  const isOver = !end.retryable || tries >= MAX_TRIES;
  const { reason } = end;
  await needs.editionStore.endSend(editionId, { state: isOver ? 'failed' : 'pending', at: now(), reason }, fence);
  return isOver
    ? { outcome: 'failed', reason }
    : { outcome: 'refused', reason: `try ${tries} of ${MAX_TRIES}: ${reason}` };
}
