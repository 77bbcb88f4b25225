import type { CoverageStore } from '../coverage/coverage-store.ts';
import { dayBefore } from '../coverage/days.ts';
import { countDay, type DayCount } from './day-count.ts';

export interface CountRecordedDayNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
}

/** The count of a day by its records of now. */
export async function countRecordedDay(day: string, { coverageStore }: CountRecordedDayNeeds): Promise<DayCount> {
  const recorded = await coverageStore.listRecorded(`${day}T00:00:00.000Z`, `${dayBefore(day, -1)}T00:00:00.000Z`);
  return countDay(day, recorded);
}
