import { isInGrace, unknownReason } from './claim-grace.ts';
import type { Edition, Send } from './edition.ts';
import type { EditionStore } from './edition-store.ts';
import type { MailOutcome } from './mail-outcome.ts';

export interface CloseBySendNeeds {
  editionStore: Pick<EditionStore, 'finish'>;
  now: () => Date;
}

export interface ClosedEdition {
  edition: Edition;
  /** Absent when somebody else closed it, who reports it. */
  outcome?: MailOutcome;
}

/**
 * Closes an edition as its mail stands. Only a mail that was sent closes the window.
 *
 * @param note of the operator's, behind the reason of an unknown end
 * @returns undefined while its claim may still end by itself
 */
export async function closeBySend(
  edition: Edition,
  send: Send | undefined,
  { editionStore, now }: CloseBySendNeeds,
  note?: string,
): Promise<ClosedEdition | undefined> {
  const { editionId } = edition;
  if (send?.state === 'claimed' && isInGrace(send, now())) return undefined;
  const state = send?.state === 'sent' ? 'done' : 'expired';
  const isClosed = await editionStore.finish(editionId, state);
  const closed: Edition = { ...edition, state };
  return isClosed ? { edition: closed, outcome: { editionId, ...endOf(send, note) } } : { edition: closed };
}

function endOf(send: Send | undefined, note: string | undefined): Omit<MailOutcome, 'editionId'> {
  switch (send?.state) {
    case 'sent':
      return { outcome: 'already-sent' };
    case 'suppressed':
    case 'failed':
      return { outcome: send.state, reason: send.reason };
    case 'claimed':
      return { outcome: 'unknown', reason: [unknownReason(send), note].filter(Boolean).join('; ') };
    default:
      return { outcome: 'expired', reason: send?.reason };
  }
}
