import type { DayCount } from '../../lib/digest/day-count.ts';
import type { DayCountStore } from '../../lib/digest/day-count-store.ts';

/** Counts of days in memory. */
export function createMemoryDayCountStore(
  known: readonly DayCount[] = [],
): DayCountStore & { counts: () => DayCount[] } {
  const byDay = new Map(known.map((count) => [count.day, count]));
  const counts = () => [...byDay.values()].toSorted((a, b) => a.day.localeCompare(b.day));
  return {
    counts,
    async add(count) {
      if (!byDay.has(count.day)) byDay.set(count.day, count);
    },
    async correct(count) {
      if (byDay.has(count.day)) byDay.set(count.day, count);
    },
    list: async (fromDay, toDay) => counts().filter(({ day }) => fromDay <= day && day <= toDay),
  };
}
