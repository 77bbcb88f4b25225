import type { CoverageStore } from '../coverage/coverage-store.ts';
import { dayBefore, daysBetween } from '../coverage/days.ts';
import { countRecordedDay } from './count-recorded-day.ts';
import type { DayCount } from './day-count.ts';
import type { DayCountStore } from './day-count-store.ts';

export interface CountDaysNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
  dayCountStore: DayCountStore;
}

/** Days that are counted for the first time are read this many at once. */
const AT_ONCE = 8;

/**
 * The last days (UTC) that are over at an instant, oldest first. Those that nobody has counted are read from the coverage
 * and counted for good: of a running system that is one a day.
 *
 * @param upTo ISO 8601; everything recorded before it has to be visible
 */
export async function countDays(upTo: string, days: number, needs: CountDaysNeeds): Promise<DayCount[]> {
  const today = upTo.slice(0, 10);
  const wanted = daysBetween(dayBefore(today, days), dayBefore(today, 1));
  const known = await needs.dayCountStore.list(wanted[0] ?? today, wanted.at(-1) ?? today);
  const counts = new Map(known.map((count) => [count.day, count]));
  const missing = wanted.filter((day) => !counts.has(day));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const fresh = await Promise.all(missing.slice(from, from + AT_ONCE).map((day) => countAnew(day, needs)));
    for (const count of fresh) counts.set(count.day, count);
  }
  return wanted.flatMap((day) => counts.get(day) ?? []);
}

async function countAnew(day: string, needs: CountDaysNeeds): Promise<DayCount> {
  const count = await countRecordedDay(day, needs);
  await needs.dayCountStore.add(count);
  return count;
}
