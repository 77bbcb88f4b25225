import type { Edition } from './edition.ts';
import type { EditionStore } from './edition-store.ts';
import type { MailOutcome } from './mail-outcome.ts';

export interface CloseFormerEditionNeeds {
  editionStore: Pick<EditionStore, 'finish' | 'getSend'>;
}

/**
 * Closes an edition whose local date has passed: yesterday's mail is never sent today. It is `done` when its mail was
 * sent after all; otherwise it is `expired`, and its window goes into the next edition.
 */
export async function closeFormerEdition(
  edition: Edition,
  { editionStore }: CloseFormerEditionNeeds,
): Promise<{ edition: Edition; outcome: MailOutcome }> {
  const { editionId } = edition;
  const send = await editionStore.getSend(editionId);
  const state = send?.state === 'sent' || send?.state === 'suppressed' ? 'done' : 'expired';
  await editionStore.finish(editionId, state);
  const closed: Edition = { ...edition, state };
  switch (send?.state) {
    case 'sent':
      return { edition: closed, outcome: { editionId, outcome: 'already-sent' } };
    case 'suppressed':
    case 'failed':
      return { edition: closed, outcome: { editionId, outcome: send.state, reason: send.reason } };
    case 'claimed':
      return {
        edition: closed,
        outcome: { editionId, outcome: 'unknown', reason: `claimed at ${send.claimedAt}, and no end was recorded` },
      };
    default:
      return { edition: closed, outcome: { editionId, outcome: 'expired', reason: send?.reason } };
  }
}
