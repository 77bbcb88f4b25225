import { expect, test } from 'vitest';
import type { DayCountStore } from '../../lib/digest/day-count-store.ts';

const count = (day: string, articles = 3) => ({ schemaVersion: 1 as const, day, articles, stories: 2 });

/** What every DayCountStore keeps. */
export function keepsDayCounts(storeOf: () => DayCountStore): void {
  test('the first count of a day stands', async () => {
    await storeOf().add(count('2001-01-01'));
    await storeOf().add(count('2001-01-01', 99));
    expect(await storeOf().list('2001-01-01', '2001-01-01')).toEqual([count('2001-01-01')]);
  });

  test('a count is corrected where there is one, and none is made', async () => {
    await storeOf().add(count('2003-01-01'));
    await storeOf().correct(count('2003-01-01', 5));
    await storeOf().correct(count('2003-01-02', 5));
    expect(await storeOf().list('2003-01-01', '2003-01-02')).toEqual([count('2003-01-01', 5)]);
  });

  test('days come from the first to the last, by day, those without a count left out', async () => {
    for (const day of ['2002-03-03', '2002-02-28', '2002-02-27', '2002-03-04']) await storeOf().add(count(day));
    const found = await storeOf().list('2002-02-28', '2002-03-03');
    expect(found.map(({ day }) => day)).toEqual(['2002-02-28', '2002-03-03']);
    expect(await storeOf().list('2002-03-03', '2002-02-28')).toEqual([]);
  });
}
