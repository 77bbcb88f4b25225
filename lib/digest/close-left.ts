import { log } from '../log.ts';
import { type CloseLeftEditionNeeds, closeLeftEdition } from './close-left-edition.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { Subscriber } from './subscriber.ts';

/** So long after somebody left their last edition is looked at. */
const LEFT_DAYS = 7;
const READERS_AT_ONCE = 16;
/** Nobody who left takes more of a tick from those who wait for their mail. */
const MOST_SECONDS = 40;
const TICK_MILLISECONDS = 300_000;
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

/** Whose last mail may have been claimed before they left; even after days without ticks. */
const hasJustLeft = ({ state, stateAt }: Subscriber, now: number): boolean =>
  state !== 'active' && now - Date.parse(stateAt) < LEFT_DAYS * 86_400_000;

/**
 * Another beginning at each tick, spread evenly: of more than a tick has time for, each is looked at within a few ticks,
 * though none knows where the one before stopped.
 */
function turned(readers: readonly Subscriber[], now: number): Subscriber[] {
  const turn = (Math.floor(now / TICK_MILLISECONDS) * GOLDEN_RATIO) % 1;
  const first = Math.floor(turn * readers.length);
  return [...readers.slice(first), ...readers.slice(0, first)];
}

/** Ends the open editions of who left in the last days, as many as there is time for. @returns what broke */
export async function closeLeft(
  listed: readonly Subscriber[],
  needs: CloseLeftEditionNeeds,
  onEnd: (outcome: MailOutcome) => void,
): Promise<unknown[]> {
  const startedAt = needs.now().getTime();
  const left = listed.filter((one) => hasJustLeft(one, startedAt));
  // As long as one tick has time for all, they come in the order of the list.
  const readers = left.length > READERS_AT_ONCE ? turned(left, startedAt) : left;
  const faults: unknown[] = [];
  for (let from = 0; from < readers.length; from += READERS_AT_ONCE) {
    if (needs.now().getTime() - startedAt > MOST_SECONDS * 1000) {
      log.warn('readers who left are looked at by the next ticks', { readers: readers.length - from });
      break;
    }
    const batch = readers.slice(from, from + READERS_AT_ONCE);
    await Promise.all(
      batch.map(async (reader) => {
        try {
          const outcome = await closeLeftEdition(reader, needs);
          if (outcome) onEnd(outcome);
        } catch (error) {
          const reason = String(error);
          log.error('the edition of a reader who left broke', { subscriberId: reader.subscriberId, reason });
          faults.push(error);
        }
      }),
    );
  }
  return faults;
}
