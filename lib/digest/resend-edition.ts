import { UserError } from '../errors.ts';
import type { Edition, Send } from './edition.ts';
import { editionEnd } from './edition-end.ts';
import type { EditionStore } from './edition-store.ts';
import { localTime } from './local-time.ts';
import type { Subscriber } from './subscriber.ts';

export interface ResendEditionNeeds {
  editionStore: Pick<EditionStore, 'get' | 'getSend' | 'latest' | 'giveBack' | 'reopen'>;
  now: () => Date;
}

/**
 * Gives an edition that certainly was not sent back to the stage send-digests, whose next tick sends the same bytes. What
 * was sent, or may have been, is given back only where the operator says that the mail may come twice.
 *
 * @returns whether the mail may come twice
 * @throws UserError where it is not safe, or would be of no use; it says why
 */
export async function resendEdition(
  editionId: string,
  reader: Subscriber,
  { mayComeTwice = false }: { mayComeTwice?: boolean | undefined },
  needs: ResendEditionNeeds,
): Promise<{ isRisky: boolean }> {
  const { editionStore } = needs;
  const edition = await editionStore.get(editionId);
  if (edition === undefined)
    throw new UserError(`${editionId}: no such edition; "vigil digest status" shows those that there are`);
  if (reader.state !== 'active')
    throw new UserError(`${editionId}: its reader is ${reader.state}; nothing is sent to them`);
  const [send, latest] = await Promise.all([editionStore.getSend(editionId), editionStore.latest(reader.subscriberId)]);
  const risk = refuseUnsafe(edition, { send, latest, reader, now: needs.now() });
  if (risk !== undefined && !mayComeTwice) {
    throw new UserError(`${editionId}: ${risk}; --may-come-twice sends it all the same`);
  }
  // The mail first: broken off between the two, the edition is closed still, and the same command goes on.
  const isGivenBack = send === undefined || send.state === 'pending' || (await editionStore.giveBack(send));
  if (!isGivenBack || !(await editionStore.reopen(edition)))
    throw new UserError(`${editionId}: changed in this moment; look again with "vigil digest status"`);
  return { isRisky: risk !== undefined };
}

interface Standing {
  send: Send | undefined;
  latest: Edition | undefined;
  reader: Subscriber;
  now: Date;
}

/**
 * @returns why the mail may come twice; undefined where it cannot
 * @throws UserError where nothing allows it
 */
function refuseUnsafe(edition: Edition, { send, latest, reader, now }: Standing): string | undefined {
  const { editionId, localDate } = edition;
  const refuse = (why: string): never => {
    throw new UserError(`${editionId}: ${why}`);
  };
  const { end, reason } = editionEnd(edition, send, now);
  if (latest && latest.editionId !== editionId)
    refuse(`its reader has a later edition, ${latest.editionId}, which took up what was not sent`);
  if (localDate < localTime(now.toISOString(), reader.zone).date)
    refuse('its day is over; an edition is sent on its own day alone, and what was not sent comes in the next one');
  switch (end) {
    case 'open':
      return refuse('is not sent yet; the next tick of send-digests goes on with it');
    case 'sending':
      return refuse('is being sent, or SES has not told of it yet; look again in ten minutes');
    case 'quiet':
      return refuse('had no news, and its reader wants no mail then');
    case 'unknown':
      return `it may have been sent (${reason}); ask the reader first`;
    case 'sent':
      return `it was sent at ${send?.sentAt}`;
    default:
      return undefined;
  }
}
