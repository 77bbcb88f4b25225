import { type BuildDigestNeeds, buildDigest } from './build-digest.ts';
import type { Edition } from './edition.ts';
import type { EditionArchive } from './edition-archive.ts';
import { editionName } from './edition-id.ts';
import type { EditionStore } from './edition-store.ts';
import { feedbackLinks } from './feedback-links.ts';
import { mailHeaders } from './mail-headers.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { Mail, Mailer } from './mailer.ts';
import { countQuietDays, isSilentOn } from './quiet-days.ts';
import { editionUrl, preferencesUrl } from './reader-links.ts';
import { sendOnce } from './send-once.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';
import { unsubscribeUrl } from './unsubscribe-token.ts';

export interface DeliverEditionNeeds extends BuildDigestNeeds {
  subscriberStore: Pick<SubscriberStore, 'get'>;
  editionStore: Pick<
    EditionStore,
    'makeReady' | 'skip' | 'finish' | 'getSend' | 'claimSend' | 'endSend' | 'listRecent'
  >;
  editionArchive: EditionArchive;
  mailer: Mailer;
  now: () => Date;
  senderAddress: string;
  /** Signs the unsubscribe link. */
  signingKey: string;
}

const MAX_TRIES = 3;
/** Longer than a run can last: whoever claimed it is gone. */
const CLAIM_GRACE_SECONDS = 600;

/** A ready edition as stored: what every try sends. */
interface StoredMail {
  subject: string;
  html: string;
  text: string;
}

/** @returns `skipped` when this call ended it without a mail; undefined when another run ended it */
async function buildEdition(
  edition: Edition,
  subscriber: Subscriber,
  needs: DeliverEditionNeeds,
): Promise<Edition | 'skipped' | undefined> {
  const { subscriberId, zone, language, filter } = subscriber;
  const { editionId, createdAt } = edition;
  const digest = await buildDigest(
    edition,
    {
      ...{ zone, language, filter },
      unsubscribeUrl: unsubscribeUrl(needs.publicUrl, subscriberId, needs.signingKey),
      preferencesUrl: preferencesUrl(subscriber, createdAt, needs),
      editionUrl: editionUrl(subscriber, { key: editionId.slice(subscriberId.length + 1), createdAt }, needs),
      feedbackOf: (articleId) => feedbackLinks({ subscriberId, localDate: edition.localDate, articleId }, needs),
      quietDays: await countQuietDays(subscriber, edition.localDate, needs),
    },
    needs,
  );
  if (digest.isQuiet && isSilentOn(subscriber, edition.localDate)) {
    return (await needs.editionStore.skip(edition.editionId)) ? 'skipped' : undefined;
  }
  const [htmlKey, textKey] = await Promise.all([
    needs.editionArchive.put(digest.html, 'html'),
    needs.editionArchive.put(digest.text, 'txt'),
  ]);
  const standing = await needs.editionStore.makeReady(edition.editionId, {
    subject: digest.subject,
    htmlKey,
    textKey,
    coverageCount: digest.coverageCount,
  });
  return standing.state === 'ready' ? standing : undefined;
}

/** @throws when the bytes of a ready edition are not in the archive: they are not made anew, a person should look */
async function storedMail(edition: Edition, needs: DeliverEditionNeeds): Promise<StoredMail> {
  const { subject, htmlKey = '', textKey = '' } = edition;
  const [html, text] = await Promise.all([needs.editionArchive.get(htmlKey), needs.editionArchive.get(textKey)]);
  if (subject === undefined || html === undefined || text === undefined)
    throw new Error(`edition ${edition.editionId} is ready but its mail is not in the archive`);
  return { subject, html, text };
}

function mailOf(stored: StoredMail, edition: Edition, subscriber: Subscriber, needs: DeliverEditionNeeds): Mail {
  const { subscriberId, address } = subscriber;
  return {
    ...stored,
    to: address,
    headers: mailHeaders({
      unsubscribeUrl: unsubscribeUrl(needs.publicUrl, subscriberId, needs.signingKey),
      senderAddress: needs.senderAddress,
      localDate: edition.localDate,
    }),
    // Letters, digits, "-" and "_" are all that the sender's tags may hold.
    tags: { kind: 'daily', edition: editionName(edition.editionId), recipient: subscriberId },
  };
}

/**
 * Takes one open edition as far as it goes: renders it unless it is ready, claims its mail, sends it once and records
 * the end. Whatever an earlier run left behind is taken up where it stands.
 *
 * @returns undefined when another run holds the claim; that run reports the end
 */
export async function deliverEdition(
  edition: Edition,
  subscriber: Subscriber,
  needs: DeliverEditionNeeds,
): Promise<MailOutcome | undefined> {
  const { editionId } = edition;
  const { editionStore } = needs;
  const now = (): string => needs.now().toISOString();
  const close = async (
    state: 'done' | 'expired',
    outcome: MailOutcome['outcome'],
    reason?: string,
  ): Promise<MailOutcome> => {
    await editionStore.finish(editionId, state);
    return { editionId, outcome, reason };
  };

  const ready = edition.state === 'building' ? await buildEdition(edition, subscriber, needs) : edition;
  if (ready === undefined) return undefined;
  if (ready === 'skipped') return { editionId, outcome: 'skipped-quiet' };
  const send = await editionStore.getSend(editionId);
  if (send?.state === 'sent') return close('done', 'already-sent');
  if (send?.state === 'suppressed') return close('done', 'suppressed', send.reason);
  if (send?.state === 'failed') return close('expired', 'failed', send.reason);
  if (send?.state === 'claimed') {
    const heldSeconds = (needs.now().getTime() - Date.parse(send.claimedAt ?? now())) / 1000;
    if (heldSeconds <= CLAIM_GRACE_SECONDS) return undefined;
    return close('expired', 'unknown', `claimed at ${send.claimedAt}, and no end was recorded`);
  }

  const stored = await storedMail(ready, needs);
  if (!(await editionStore.claimSend(editionId, now()))) return undefined;
  // Read after the claim, so that an unsubscription stops even the mail that is on its way out.
  const reader = await needs.subscriberStore.get(subscriber.subscriberId);
  if (reader?.state !== 'active') {
    const reason = reader ? `the reader is ${reader.state}` : 'the reader was removed';
    await editionStore.endSend(editionId, { state: 'suppressed', at: now(), reason });
    return close('done', 'suppressed', reason);
  }

  const end = await sendOnce(mailOf(stored, ready, reader, needs), needs.mailer);
  if (end.status === 'accepted') {
    await editionStore.endSend(editionId, { state: 'sent', at: now(), messageId: end.messageId });
    return close('done', 'sent');
  }
  if (end.status === 'unknown') return close('expired', 'unknown', end.reason);

  const tries = (send?.tries ?? 0) + 1;
  const isOver = !end.retryable || tries >= MAX_TRIES;
  await editionStore.endSend(editionId, { state: isOver ? 'failed' : 'pending', at: now(), reason: end.reason });
  if (isOver) return close('expired', 'failed', end.reason);
  return { editionId, outcome: 'refused', reason: `try ${tries} of ${MAX_TRIES}: ${end.reason}` };
}
