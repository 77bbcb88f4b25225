import { type CloseBySendNeeds, type ClosedEdition, closeBySend } from './close-by-send.ts';
import type { Edition } from './edition.ts';
import type { EditionStore } from './edition-store.ts';

export interface CloseFormerEditionNeeds extends CloseBySendNeeds {
  editionStore: Pick<EditionStore, 'finish' | 'retireSend'>;
}

/**
 * Closes an open edition whose local date has passed: yesterday's mail is never sent today. Its mail is retired first, so
 * that a run which is late cannot send it any more when its window has gone into the next edition.
 *
 * @returns undefined while its claim may still end by itself
 */
export async function closeFormerEdition(
  edition: Edition,
  needs: CloseFormerEditionNeeds,
): Promise<ClosedEdition | undefined> {
  const send = await needs.editionStore.retireSend(edition.editionId, 'its local date passed');
  return closeBySend(edition, send, needs);
}
