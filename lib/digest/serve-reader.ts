import { type CloseFormerEditionNeeds, closeFormerEdition } from './close-former-edition.ts';
import { type DeliverEditionNeeds, deliverEdition } from './deliver-edition.ts';
import { type Edition, isOpenEdition } from './edition.ts';
import { editionIdOf } from './edition-id.ts';
import type { EditionStore } from './edition-store.ts';
import { findDueEdition } from './find-due-edition.ts';
import { localTime } from './local-time.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { Subscriber } from './subscriber.ts';

export interface ServeReaderNeeds extends DeliverEditionNeeds, CloseFormerEditionNeeds {
  editionStore: Omit<EditionStore, 'get' | 'latestOfAll' | 'giveBack' | 'reopen'>;
}

export interface TickTimes {
  /** Of the clock, or of the schedule where that is later, ISO 8601. */
  now: string;
  /** Every window that begins to close in the tick ends here. */
  upTo: string;
}

/**
 * Its mail knows better than an edition that was closed as `expired`: SES's event may have come afterwards, and a run may
 * have ended between the two.
 */
async function settled(edition: Edition | undefined, { editionStore }: ServeReaderNeeds): Promise<Edition | undefined> {
  if (edition?.state !== 'expired') return edition;
  const send = await editionStore.getSend(edition.editionId);
  return send?.state === 'sent' ? { ...edition, state: 'done' } : edition;
}

/**
 * Everything there is to do for one reader now; ends are handed over as they happen, so that a later fault hides none.
 *
 * @returns the edition that is due and still without its end
 */
export async function serveReader(
  subscriber: Subscriber,
  { now, upTo }: TickTimes,
  needs: ServeReaderNeeds,
  onEnd: (outcome: MailOutcome) => void,
): Promise<Edition | undefined> {
  const { subscriberId, zone } = subscriber;
  const { date } = localTime(now, zone);

  let latest = await needs.editionStore.latest(subscriberId);
  if (latest && isOpenEdition(latest) && latest.localDate < date) {
    const closed = await closeFormerEdition(latest, needs);
    if (closed === undefined) return latest;
    if (closed.outcome) onEnd(closed.outcome);
    latest = closed.edition;
  }

  let edition = latest && isOpenEdition(latest) ? latest : undefined;
  const due = edition
    ? undefined
    : await findDueEdition(subscriber, await settled(latest, needs), { now, upTo }, needs);
  if (due) {
    const { localDate, from, to } = due;
    edition = await needs.editionStore.open({
      schemaVersion: 1,
      editionId: editionIdOf(subscriberId, due),
      subscriberId,
      state: 'building',
      createdAt: needs.now().toISOString(),
      ...{ localDate, from, to },
    });
  }
  if (!edition || !isOpenEdition(edition)) return undefined;

  try {
    const outcome = await deliverEdition(edition, subscriber, needs);
    if (outcome) onEnd(outcome);
    return outcome === undefined || outcome.outcome === 'refused' ? edition : undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    onEnd({ editionId: edition.editionId, outcome: 'fault', reason });
    throw error;
  }
}
