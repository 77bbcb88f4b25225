import { addUsage, noUsage, type Usage } from '../../lib/cost/usage.ts';
import type { UsageStore } from '../../lib/cost/usage-store.ts';

/** What was used, in memory. */
export function createMemoryUsageStore(): UsageStore {
  const rows = new Map<string, { day: string; stage: string; usage: Usage }>();
  return {
    async add(day, stage, usage) {
      const key = `${day}/${stage}`;
      if (Object.values(usage).every((amount) => amount === 0)) return;
      const row = rows.get(key) ?? { day, stage, usage: noUsage() };
      addUsage(row.usage, usage);
      rows.set(key, row);
    },
    list: async (fromDay, toDay) =>
      [...rows.values()]
        .filter(({ day }) => fromDay <= day && day <= toDay)
        .sort((a, b) => a.day.localeCompare(b.day) || a.stage.localeCompare(b.stage))
        .map((row) => structuredClone(row)),
  };
}
