import { dueEdition, instantEdition, instantGapEnd } from './due-edition.ts';
import { dueTime, lastDueTime, wantedSince } from './due-time.ts';
import { type Edition, isOpenEdition } from './edition.ts';
import type { EditionStore } from './edition-store.ts';
import { instantOf } from './local-time.ts';
import type { TickTimes } from './serve-reader.ts';
import type { Subscriber } from './subscriber.ts';

export interface FindWaitingNeeds {
  editionStore: Pick<EditionStore, 'latest'>;
}

/** A reader for whom a tick has something to do. */
export interface WaitingReader {
  subscriber: Subscriber;
  /** ISO 8601: when their edition was due, or since when they wait; of an instant one that is not opened, when it could have been. */
  since: string;
  /**
   * False of an instant one that is not opened: whether there is news is looked at when its turn comes. And of who has no
   * readable edition and was not due today.
   */
  isDue: boolean;
}

const READERS_AT_ONCE = 16;

/** Who waits, the longest waiting first: where a tick cannot serve all, the next goes on with the others. */
export async function findWaiting(
  readers: readonly Subscriber[],
  times: TickTimes,
  needs: FindWaitingNeeds,
): Promise<WaitingReader[]> {
  const waiting: WaitingReader[] = [];
  for (let from = 0; from < readers.length; from += READERS_AT_ONCE) {
    const batch = readers.slice(from, from + READERS_AT_ONCE);
    const found = await Promise.all(batch.map((subscriber) => lookAt(subscriber, times, needs)));
    waiting.push(...found.filter((one) => one !== undefined));
  }
  return waiting.toSorted((a, b) => a.since.localeCompare(b.since));
}

async function lookAt(
  subscriber: Subscriber,
  times: TickTimes,
  { editionStore }: FindWaitingNeeds,
): Promise<WaitingReader | undefined> {
  try {
    const wait = waitOf(subscriber, await editionStore.latest(subscriber.subscriberId), times);
    return wait && { subscriber, ...wait };
  } catch {
    // What is broken is told when they are served, in their turn.
    return { subscriber, ...lastDueTime(subscriber, times.now) };
  }
}

function waitOf(
  subscriber: Subscriber,
  latest: Edition | undefined,
  { now, upTo }: TickTimes,
): Omit<WaitingReader, 'subscriber'> | undefined {
  if (latest && isOpenEdition(latest)) return { since: dueTime(subscriber, latest), isDue: true };
  const due = dueEdition(subscriber, latest, now, upTo);
  if (due)
    return { since: wantedSince(subscriber, instantOf(due.localDate, subscriber.hour, subscriber.zone)), isDue: true };
  if (subscriber.frequency !== 'instant' || !instantEdition(subscriber, latest, now, upTo)) return undefined;
  return { since: wantedSince(subscriber, latest ? instantGapEnd(latest) : subscriber.addedAt), isDue: false };
}
