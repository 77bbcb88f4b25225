import { expect, test } from 'vitest';
import { DayCount } from '../../../lib/digest/day-count.ts';
import { pastDays } from '../../../lib/local/newsroom/past-days.ts';

test('the invented past is eight weeks of sound counts up to yesterday, with no more stories than articles', () => {
  const days = pastDays(new Date('2026-11-28T14:00:00.000Z'));
  expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([56, '2026-10-03', '2026-11-27']);
  expect(days.filter((day) => !DayCount.safeParse(day).success || day.stories > day.articles)).toEqual([]);
});
