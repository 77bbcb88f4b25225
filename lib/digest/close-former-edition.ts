import { isInGrace, unknownReason } from './claim-grace.ts';
import type { Edition, Send } from './edition.ts';
import type { EditionStore } from './edition-store.ts';
import type { MailOutcome } from './mail-outcome.ts';

export interface CloseFormerEditionNeeds {
  editionStore: Pick<EditionStore, 'finish' | 'retireSend'>;
  now: () => Date;
}

interface ClosedEdition {
  edition: Edition;
  /** Absent when somebody else closed it, who reports it. */
  outcome?: MailOutcome;
}

/**
 * Closes an open edition whose local date has passed: yesterday's mail is never sent today. Its mail is retired first, so
 * that a run which is late cannot send it any more when its window has gone into the next edition. Only a mail that was
 * sent closes the window.
 *
 * @returns undefined while its claim may still end by itself
 */
export async function closeFormerEdition(
  edition: Edition,
  { editionStore, now }: CloseFormerEditionNeeds,
): Promise<ClosedEdition | undefined> {
  const { editionId } = edition;
  const send = await editionStore.retireSend(editionId, 'its local date passed');
  if (send?.state === 'claimed' && isInGrace(send, now())) return undefined;
  const state = send?.state === 'sent' ? 'done' : 'expired';
  const isClosed = await editionStore.finish(editionId, state);
  const closed: Edition = { ...edition, state };
  return isClosed ? { edition: closed, outcome: { editionId, ...endOf(send) } } : { edition: closed };
}

function endOf(send: Send | undefined): Omit<MailOutcome, 'editionId'> {
  switch (send?.state) {
    case 'sent':
      return { outcome: 'already-sent' };
    case 'suppressed':
    case 'failed':
      return { outcome: send.state, reason: send.reason };
    case 'claimed':
      return { outcome: 'unknown', reason: unknownReason(send) };
    default:
      return { outcome: 'expired', reason: send?.reason };
  }
}
