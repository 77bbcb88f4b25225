import { closeBySend } from './close-by-send.ts';
import { isOpenEdition } from './edition.ts';
import type { EditionStore } from './edition-store.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { Subscriber } from './subscriber.ts';

export interface CloseLeftEditionNeeds {
  editionStore: Pick<EditionStore, 'latest' | 'getSend' | 'finish'>;
  now: () => Date;
}

/**
 * Ends the open edition of somebody who gets no mail any more, where a run had claimed its mail before they left and did
 * not come to its end: no tick delivers to them, so nobody else would tell of it. What nobody has claimed is left as it
 * is: who goes on the same day still gets it.
 *
 * @returns undefined where there is nothing to tell, or not yet
 */
export async function closeLeftEdition(
  { subscriberId, state }: Pick<Subscriber, 'subscriberId' | 'state'>,
  needs: CloseLeftEditionNeeds,
): Promise<MailOutcome | undefined> {
  const edition = await needs.editionStore.latest(subscriberId);
  if (edition === undefined || !isOpenEdition(edition)) return undefined;
  const send = await needs.editionStore.getSend(edition.editionId);
  if (send === undefined || send.state === 'pending') return undefined;
  return (await closeBySend(edition, send, needs, `its reader is ${state} by now`))?.outcome;
}
