import { dayBefore } from '../coverage/days.ts';
import type { Edition } from './edition.ts';
import { instantOf, localTime, weekdayOf } from './local-time.ts';
import type { Subscriber } from './subscriber.ts';

/** When an edition was due, ISO 8601: an instant one when it was opened, and none before its reader wanted it so. */
export const dueTime = (reader: Subscriber, { createdAt, localDate }: Edition): string =>
  wantedSince(reader, reader.frequency === 'instant' ? createdAt : instantOf(localDate, reader.hour, reader.zone));

/** Who goes on after a pause, or moves the hour back, did not wait before that. @param due ISO 8601 */
export const wantedSince = (
  { stateAt, rhythmAt = '' }: Pick<Subscriber, 'stateAt' | 'rhythmAt'>,
  due: string,
): string => [due, stateAt, rhythmAt].toSorted().at(-1) ?? due;

/**
 * The last time at which an edition of the reader was due, whether they got it or not: for whom no record can be read.
 *
 * @returns `isDue` where that was today: on days before it was sent, or told of
 */
export function lastDueTime(reader: Subscriber, now: string): { since: string; isDue: boolean } {
  const { zone, hour, frequency, weekday } = reader;
  const local = localTime(now, zone);
  const reached = local.hour >= hour ? local.date : dayBefore(local.date, 1);
  const date = frequency === 'weekly' ? dayBefore(reached, (weekdayOf(reached) - weekday + 7) % 7) : reached;
  const since = wantedSince(reader, instantOf(date, hour, zone));
  return { since, isDue: frequency !== 'instant' && date === local.date };
}
