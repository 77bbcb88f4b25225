import type { AddedDate } from '../../lib/digest/added-date.ts';
import type { AddedDateStore } from '../../lib/digest/added-date-store.ts';

/** The operator's dates in memory. */
export function createMemoryAddedDateStore(dates: readonly AddedDate[] = []): AddedDateStore {
  const byId = new Map(dates.map((date) => [date.entry.id, date]));
  return {
    list: async () => [...byId.values()].toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1)),
    async add(date) {
      if (byId.has(date.entry.id)) return false;
      byId.set(date.entry.id, date);
      return true;
    },
    remove: async (id) => byId.delete(id),
  };
}
