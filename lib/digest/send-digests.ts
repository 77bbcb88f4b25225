import { log } from '../log.ts';
import { closeLeft } from './close-left.ts';
import type { CloseLeftEditionNeeds } from './close-left-edition.ts';
import type { Edition } from './edition.ts';
import { editionMaterialOnce } from './edition-material.ts';
import { findWaiting, type WaitingReader } from './find-waiting.ts';
import { isLate, isLongDue } from './is-late.ts';
import type { MailOutcome } from './mail-outcome.ts';
import { type ServeReaderNeeds, serveReader } from './serve-reader.ts';
import type { SubscriberStore } from './subscriber-store.ts';

export interface SendDigestsNeeds extends ServeReaderNeeds, CloseLeftEditionNeeds {
  subscriberStore: Pick<SubscriberStore, 'get' | 'list'>;
  editionStore: ServeReaderNeeds['editionStore'];
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

function report(outcome: MailOutcome): MailOutcome {
  const { editionId, outcome: end, reason } = outcome;
  log.outcome({ stage: 'mail', outcome: end, editionId, reason });
  return outcome;
}

/**
 * Sends each active reader the edition that is due, those first who have waited longest, and takes up what an earlier run
 * left open. Reader by reader: one reader's fault keeps nobody else from the mail.
 *
 * @returns one outcome for each edition worked on
 * @throws AggregateError at the end, when something broke; the next tick takes those editions up again
 */
export async function sendDigests(input: SendDigestsInput, needs: SendDigestsNeeds): Promise<MailOutcome[]> {
  const startedAt = needs.now().getTime();
  const { time, settleSeconds = SETTLE_SECONDS } = input;
  // One end for every window of the tick, so that readers whose windows are the same share what is read for them.
  const upTo = new Date(startedAt - settleSeconds * 1000).toISOString();
  const timesNow = () => ({ now: new Date(Math.max(needs.now().getTime(), Date.parse(time))).toISOString(), upTo });
  const shared = { ...needs, materialOf: editionMaterialOnce(needs) };
  const listed = await needs.subscriberStore.list();
  const outcomes: MailOutcome[] = [];
  const onEnd = (outcome: MailOutcome) => void outcomes.push(report(outcome));
  const faults = await closeLeft(listed, needs, onEnd);
  const active = listed.filter(({ state }) => state === 'active');
  const waiting = await findWaiting(active, timesNow(), needs);
  for (const [index, { subscriber }] of waiting.entries()) {
    if (needs.now().getTime() - startedAt > RUN_SECONDS * 1000) {
      reportLeft(waiting.slice(index), needs.now());
      break;
    }
    let withoutEnd: { edition?: Edition | undefined } | undefined = {};
    try {
      const edition = await serveReader(subscriber, timesNow(), shared, onEnd);
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

/** Readers whose turn did not come; that some have waited for an hour rings the same alarm as an edition that is not done. */
function reportLeft(left: readonly WaitingReader[], now: Date): void {
  log.warn('readers left to the next tick', { readers: left.length });
  const late = left.filter(({ since, isDue }) => isDue && isLongDue(since, now)).length;
  const reason = `${late} readers were due an hour ago, and a tick had no time for them`;
  if (late > 0) log.outcome({ stage: 'edition', outcome: 'late', count: late, reason });
}
