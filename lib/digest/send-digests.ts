import { log } from '../log.ts';
import { type CloseFormerEditionNeeds, closeFormerEdition } from './close-former-edition.ts';
import { closeLeftEdition } from './close-left-edition.ts';
import { type DeliverEditionNeeds, deliverEdition } from './deliver-edition.ts';
import { type Edition, isOpenEdition } from './edition.ts';
import { editionIdOf } from './edition-id.ts';
import { editionMaterialOnce } from './edition-material.ts';
import type { EditionStore } from './edition-store.ts';
import { findDueEdition } from './find-due-edition.ts';
import { instantOf, localTime, weekdayOf } from './local-time.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';

export interface SendDigestsNeeds extends DeliverEditionNeeds, CloseFormerEditionNeeds {
  subscriberStore: Pick<SubscriberStore, 'get' | 'list'>;
  editionStore: Omit<EditionStore, 'get' | 'latestOfAll' | 'giveBack' | 'reopen'>;
}

export interface SendDigestsInput {
  /**
   * Of the tick, ISO 8601 in UTC. A tick that comes late is judged by the clock: yesterday's edition is not opened by a
   * tick of yesterday that arrives today.
   */
  time: string;
  /**
   * The window ends this long before the clock's time. A record gets its time before it is written, and an index shows it a
   * moment later still: nothing may appear behind an end that was read already. 0 is for a run by hand, when nothing
   * is being recorded.
   */
  settleSeconds?: number | undefined;
}

const SETTLE_SECONDS = 60;
/** No further reader is begun after this; the next tick goes on. The stage's time-out is 300 s. */
const RUN_SECONDS = 240;
/** So long after somebody left their last edition is looked at. */
const LEFT_DAYS = 7;

function report(outcome: MailOutcome): MailOutcome {
  const { editionId, outcome: end, reason } = outcome;
  log.outcome({ stage: 'mail', outcome: end, editionId, reason });
  return outcome;
}

/**
 * Its mail knows better than an edition that was closed as `expired`: SES's event may have come afterwards, and a run may
 * have ended between the two.
 */
async function settled(edition: Edition | undefined, { editionStore }: SendDigestsNeeds): Promise<Edition | undefined> {
  if (edition?.state !== 'expired') return edition;
  const send = await editionStore.getSend(edition.editionId);
  return send?.state === 'sent' ? { ...edition, state: 'done' } : edition;
}

/**
 * Everything there is to do for one reader now; ends are handed over as they happen, so that a later fault hides none.
 *
 * @returns the edition that is due and still without its end
 */
async function serveReader(
  subscriber: Subscriber,
  { time, upTo }: { time: string; upTo: string },
  needs: SendDigestsNeeds,
  onEnd: (outcome: MailOutcome) => void,
): Promise<Edition | undefined> {
  const { subscriberId, zone } = subscriber;
  const now = new Date(Math.max(needs.now().getTime(), Date.parse(time))).toISOString();
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

/** Whose last mail may have been claimed before they left; even after days without ticks. */
const hasJustLeft = ({ state, stateAt }: Subscriber, now: number): boolean =>
  state !== 'active' && now - Date.parse(stateAt) < LEFT_DAYS * 86_400_000;

/** An hour after it was due, a person should look. @param edition absent when something broke before it was known */
function isLate(subscriber: Subscriber, edition: Edition | undefined, now: Date): boolean {
  const { zone, hour, frequency, weekday } = subscriber;
  if (edition !== undefined) {
    const dueAt = frequency === 'instant' ? edition.createdAt : instantOf(edition.localDate, hour, zone);
    return now.getTime() - Date.parse(dueAt) >= 3_600_000;
  }
  if (frequency === 'instant') return false;
  const local = localTime(now.toISOString(), zone);
  return local.hour > hour && (frequency === 'daily' || weekdayOf(local.date) === weekday);
}

/**
 * Sends each active reader the edition that is due, and takes up what an earlier run left open. Reader by reader: one
 * reader's fault keeps nobody else from the mail.
 *
 * @returns one outcome for each edition worked on
 * @throws AggregateError at the end, when something broke; the next tick takes those editions up again
 */
export async function sendDigests(input: SendDigestsInput, needs: SendDigestsNeeds): Promise<MailOutcome[]> {
  const startedAt = needs.now().getTime();
  const { time, settleSeconds = SETTLE_SECONDS } = input;
  // One end for every window of the tick, so that readers whose windows are the same share what is read for them.
  const tick = { time, upTo: new Date(startedAt - settleSeconds * 1000).toISOString() };
  const shared = { ...needs, materialOf: editionMaterialOnce(needs) };
  const listed = await needs.subscriberStore.list();
  const readers = listed.filter(({ state }) => state === 'active');
  const outcomes: MailOutcome[] = [];
  const faults: unknown[] = [];
  for (const reader of listed.filter((one) => hasJustLeft(one, startedAt))) {
    try {
      const outcome = await closeLeftEdition(reader, needs);
      if (outcome) outcomes.push(report(outcome));
    } catch (error) {
      log.error('the edition of a reader who left broke', { subscriberId: reader.subscriberId, reason: String(error) });
      faults.push(error);
    }
  }
  for (const [index, subscriber] of readers.entries()) {
    if (needs.now().getTime() - startedAt > RUN_SECONDS * 1000) {
      log.warn('readers left to the next tick', { readers: readers.length - index });
      break;
    }
    let withoutEnd: { edition?: Edition | undefined } | undefined = {};
    try {
      const edition = await serveReader(subscriber, tick, shared, (outcome) => outcomes.push(report(outcome)));
      withoutEnd = edition && { edition };
    } catch (error) {
      log.error('edition broke', { subscriberId: subscriber.subscriberId, reason: String(error) });
      faults.push(error);
    }
    if (withoutEnd && isLate(subscriber, withoutEnd.edition, needs.now())) {
      log.outcome({ stage: 'edition', outcome: 'late', reason: `of reader ${subscriber.subscriberId}` });
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${listed.length} readers not served`);
  return outcomes;
}
