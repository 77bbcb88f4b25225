import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayBefore } from '../../lib/coverage/days.ts';
import type { EditionRhythm } from '../../lib/digest/due-edition.ts';
import { weekdayOf } from '../../lib/digest/local-time.ts';
import { simulate, TICK_MILLISECONDS, tornWindows } from './simulated-ticks.ts';

const reader = (zone: string, hour: number, changes: Partial<EditionRhythm> = {}): EditionRhythm => ({
  ...{ zone, hour, frequency: 'daily', weekday: 1, addedAt: '2000-01-01T00:00:00.000Z' },
  ...changes,
});
const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

/** A year in which the zone does what it is here for. */
const years: readonly [zone: string, start: string, hour: number, dates: number][] = [
  ['Europe/Paris', '2025-12-31T23:00:00.000Z', 2, 365],
  ['America/New_York', '2026-01-01T05:00:00.000Z', 2, 365],
  ['Asia/Tehran', '2021-12-31T20:30:00.000Z', 0, 365],
  ['Asia/Kathmandu', '2025-12-31T18:15:00.000Z', 6, 365],
  ['Australia/Lord_Howe', '2025-12-31T13:00:00.000Z', 2, 365],
  // 30 December 2011 did not exist there: 364 dates.
  ['Pacific/Apia', '2010-12-31T11:00:00.000Z', 7, 364],
];

test.each(years)(
  'a year in %s from %s, at hour %i: one edition for each of its %i dates',
  (zone, start, hour, dates) => {
    const { editions, hourCame } = simulate({ start, days: dates, readerAt: () => reader(zone, hour) });
    expect(editions.map(({ localDate }) => localDate)).toEqual(hourCame);
    expect(editions).toHaveLength(dates);
    expect(tornWindows(editions)).toEqual([]);
  },
);

describe('both nights on which clocks change', () => {
  const around = (zone: string, hour: number, start: string) =>
    simulate({ start, days: 3, readerAt: () => reader(zone, hour) }).editions.map(
      ({ localDate, at }) => `${localDate} ${at.slice(5, 16)}`,
    );

  test.each([
    // 8 March 2026, 02:00 becomes 03:00 in New York; 1 November, 02:00 becomes 01:00.
    ['America/New_York', 2, '2026-03-07T05:00:00Z', ['03-07 03-07T07:00', '03-08 03-08T07:00', '03-09 03-09T06:00']],
    ['America/New_York', 3, '2026-03-07T05:00:00Z', ['03-07 03-07T08:00', '03-08 03-08T07:00', '03-09 03-09T07:00']],
    ['America/New_York', 2, '2026-10-31T04:00:00Z', ['10-31 10-31T06:00', '11-01 11-01T07:00', '11-02 11-02T07:00']],
    ['America/New_York', 1, '2026-10-31T04:00:00Z', ['10-31 10-31T05:00', '11-01 11-01T05:00', '11-02 11-02T06:00']],
    ['Europe/Paris', 3, '2026-03-27T23:00:00Z', ['03-28 03-28T02:00', '03-29 03-29T01:00', '03-30 03-30T01:00']],
    ['Europe/Paris', 3, '2026-10-23T22:00:00Z', ['10-24 10-24T01:00', '10-25 10-25T02:00', '10-26 10-26T02:00']],
  ])('%s at hour %i from %s', (zone, hour, start, wanted) => {
    expect(around(zone, hour, start)).toEqual(wanted.map((one) => `2026-${one}`));
  });
});

describe('Apia, which had no 30 December 2011', () => {
  test('goes from the 29th to the 31st, with nothing left out between', () => {
    const { editions } = simulate({
      start: '2011-12-28T12:00:00.000Z',
      days: 4,
      readerAt: () => reader('Pacific/Apia', 7),
    });
    expect(editions.map(({ localDate, to }) => `${localDate} ${to}`)).toEqual([
      '2011-12-28 2011-12-28T17:00:00.000Z',
      '2011-12-29 2011-12-29T17:00:00.000Z',
      '2011-12-31 2011-12-30T17:00:00.000Z',
      '2012-01-01 2011-12-31T17:00:00.000Z',
    ]);
    expect(tornWindows(editions)).toEqual([]);
  });

  test('has the weekly edition of that Friday on the Saturday', () => {
    const { editions } = simulate({
      start: '2011-12-20T00:00:00.000Z',
      days: 21,
      readerAt: () => reader('Pacific/Apia', 7, { frequency: 'weekly', weekday: 5 }),
    });
    const dates = editions.map(({ localDate }) => localDate);
    expect(dates).toEqual(['2011-12-19', '2011-12-23', '2011-12-31', '2012-01-06']);
    expect(tornWindows(editions)).toEqual([]);
  });
});

test('a weekly reader has 52 editions in a year, seven dates apart', () => {
  for (const [zone, start, hour] of years.filter(([name]) => /Paris|Lord_Howe/.test(name))) {
    const { editions } = simulate({
      start,
      days: 364,
      readerAt: () => reader(zone, hour, { frequency: 'weekly', weekday: 7, addedAt: start }),
    });
    const dates = editions.map(({ localDate }) => localDate);
    expect(dates.map(weekdayOf)).toEqual(Array(52).fill(7));
    expect(dates.slice(1).map((date) => dayBefore(date, 7))).toEqual(dates.slice(0, -1));
  }
});

const zones = fc.constantFrom(
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Europe/Paris',
  'UTC',
  'America/New_York',
  'Pacific/Pago_Pago',
);
const DAYS = 12;
const anyTick = fc.integer({ min: 1, max: (DAYS * 86_400_000) / TICK_MILLISECONDS - 1 });
/** Around both nights of the year, on either side of the equator, and around the day that Apia had not. */
const starts = fc.constantFrom(
  '2026-03-03T00:00:00.000Z',
  '2026-03-24T00:00:00.000Z',
  '2026-09-30T00:00:00.000Z',
  '2026-10-22T00:00:00.000Z',
  '2011-12-25T00:00:00.000Z',
);
interface Change {
  tick: number;
  rhythm: EditionRhythm;
}
/** What holds at a tick: of the changes up to it the last. */
const follow = (changes: readonly Change[]) => {
  const ordered = changes.toSorted((a, b) => a.tick - b.tick);
  return (tick: number): EditionRhythm =>
    (ordered.findLast((change) => change.tick <= tick) ?? (ordered[0] as Change)).rhythm;
};
const changesOf = (frequencies: readonly EditionRhythm['frequency'][]) =>
  fc.array(
    fc.record({
      tick: anyTick,
      rhythm: fc.record({
        zone: zones,
        hour: fc.integer({ min: 0, max: 23 }),
        frequency: fc.constantFrom(...frequencies),
        weekday: fc.integer({ min: 1, max: 7 }),
        addedAt: fc.constant('2000-01-01T00:00:00.000Z'),
      }),
    }),
    { minLength: 1, maxLength: 6 },
  );

test('a reader who changes zone and hour, east and west at any time, has one edition for each date on which their hour came', () => {
  fc.assert(
    fc.property(starts, changesOf(['daily']), (start, changes) => {
      const { editions, hourCame } = simulate({ start, days: DAYS, readerAt: follow(changes) });
      const dates = editions.map(({ localDate }) => localDate);
      expect(duplicates(dates)).toEqual([]);
      // A date that comes again after a move west has had its edition; one that was later still has had it as well.
      expect(hourCame.filter((date) => !dates.includes(date) && date >= (dates[0] ?? ''))).toEqual([]);
      expect(tornWindows(editions)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('whatever a reader changes, windows follow on one another, news come once, and no date has two editions of its own', () => {
  fc.assert(
    fc.property(
      starts,
      changesOf(['daily', 'weekly', 'instant']),
      fc.array(anyTick, { minLength: 1, maxLength: 30 }),
      (start, changes, ticks) => {
        const news = ticks.map((tick) => Date.parse(start) + tick * TICK_MILLISECONDS - 1).sort((a, b) => a - b);
        const { editions } = simulate({ start, days: DAYS + 9, readerAt: follow(changes), news });
        expect(tornWindows(editions)).toEqual([]);
        expect(
          duplicates(editions.filter(({ after }) => after === undefined).map(({ localDate }) => localDate)),
        ).toEqual([]);
        const ids = editions.map(({ editionId }) => editionId);
        expect(ids.toSorted()).toEqual(ids);
        expect(duplicates(ids)).toEqual([]);
        const first = Date.parse(editions[0]?.from ?? start);
        const carried = news.map(
          (time) => editions.filter(({ from, to }) => time >= Date.parse(from) && time < Date.parse(to)).length,
        );
        expect(carried.filter((count, index) => count !== 1 && (news[index] ?? 0) >= first)).toEqual([]);
        const gaps = editions.slice(1).map(({ at }, index) => Date.parse(at) - Date.parse(editions[index]?.at ?? at));
        const short = gaps.filter((gap, index) => gap < 3_600_000 && editions[index + 1]?.after !== undefined);
        expect(short).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test('a date after any other edition of it gets none at the hour: who changes from instant to daily waits for the next', () => {
  const start = '2026-08-29T00:00:00.000Z';
  const at = (hour: number) => (hour * 3_600_000) / TICK_MILLISECONDS;
  const { editions } = simulate({
    start,
    days: 2,
    readerAt: (tick) => reader('UTC', 12, { frequency: tick < at(11) ? 'instant' : 'daily' }),
    news: [Date.parse('2026-08-29T09:02:00.000Z')],
  });
  expect(editions.map(({ editionId, to }) => [editionId.split('/')[1], to])).toEqual([
    ['2026-08-29', '2026-08-29T09:05:00.000Z'],
    ['2026-08-30', '2026-08-30T12:00:00.000Z'],
  ]);
});
