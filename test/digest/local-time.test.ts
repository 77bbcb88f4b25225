import { expect, test } from 'vitest';
import { formatDate, formatShortTime, formatTime } from '../../lib/digest/format-time.ts';
import { instantOf, localTime } from '../../lib/digest/local-time.ts';

test.each([
  ['2026-08-29T20:30:00Z', 'Asia/Tehran', { date: '2026-08-30', hour: 0 }],
  ['2026-08-29T00:14:59Z', 'Asia/Kathmandu', { date: '2026-08-29', hour: 5 }],
  ['2026-08-29T00:15:00Z', 'Asia/Kathmandu', { date: '2026-08-29', hour: 6 }],
  ['2026-08-29T05:00:00Z', 'America/Los_Angeles', { date: '2026-08-28', hour: 22 }],
])('at %s a clock in %s shows %j', (at, zone, shown) => {
  expect(localTime(at, zone)).toEqual(shown);
});

test.each([
  ['an ordinary day', '2026-08-29', 7, 'Europe/Paris', '2026-08-29T05:00:00.000Z'],
  ['the hour that is skipped', '2026-03-29', 2, 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
  ['the hour that comes twice', '2026-10-25', 2, 'Europe/Paris', '2026-10-25T00:00:00.000Z'],
  ['half an hour off', '2026-08-29', 8, 'Asia/Tehran', '2026-08-29T04:30:00.000Z'],
  ['the end of the day', '2026-08-29', 24, 'UTC', '2026-08-30T00:00:00.000Z'],
])('the instant of %s', (_, date, hour, zone, instant) => {
  expect(instantOf(date, hour, zone)).toBe(instant);
});

test('dates and times are written as the language writes them', () => {
  const now = '2026-11-23T06:00:00Z';
  expect([formatDate('2026-11-23', 'en'), formatDate('2026-11-23', 'fa')]).toEqual([
    'Monday 23 November 2026',
    'دوشنبه ۲ آذر ۱۴۰۵',
  ]);
  expect(formatTime('2026-11-22T18:40:00Z', 'Asia/Tehran', 'fa')).toBe('یکشنبه ۱ آذر، ۲۲:۱۰');
  expect(
    ['2026-11-22T18:40:00Z', '2026-11-10T18:40:00Z', '2025-11-10T18:40:00Z'].map((at) =>
      formatShortTime(at, now, 'UTC', 'en'),
    ),
  ).toEqual(['Sunday, 18:40', '10 November, 18:40', '10 November 2025, 18:40']);
});
