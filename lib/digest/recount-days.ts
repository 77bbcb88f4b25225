import { daysBetween } from '../coverage/days.ts';
import type { CountDaysNeeds } from './count-days.ts';
import { countRecordedDay } from './count-recorded-day.ts';

/**
 * Counts days anew whose records have other labels since, and corrects the counts that are others now. Days that nobody
 * has counted are counted when a digest asks for them.
 *
 * @returns the days whose count was another one
 */
export async function recountDays(fromDay: string, toDay: string, needs: CountDaysNeeds): Promise<string[]> {
  const known = new Map((await needs.dayCountStore.list(fromDay, toDay)).map((count) => [count.day, count]));
  const corrected: string[] = [];
  for (const day of daysBetween(fromDay, toDay)) {
    const before = known.get(day);
    if (before === undefined) continue;
    const count = await countRecordedDay(day, needs);
    if (count.articles === before.articles && count.stories === before.stories) continue;
    await needs.dayCountStore.correct(count);
    corrected.push(day);
  }
  return corrected;
}
