import { expect, test } from 'vitest';
import calendarJson from '../../config/calendar.json' with { type: 'json' };
import { type CalendarEntry, parseCalendar } from '../../lib/digest/calendar-entry.ts';
import { findOccurrences } from '../../lib/digest/find-occurrences.ts';
import { findUnanswered, settledDates } from '../../lib/digest/find-unanswered.ts';
import type { Hearing } from '../../lib/digest/hearing.ts';
import { renderHtml } from '../../lib/digest/render-html.ts';
import { renderText } from '../../lib/digest/render-text.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { sampleDigest, sampleLinks } from './sample-digest.ts';

const calendar = parseCalendar(calendarJson);
const entry = (changes: Partial<CalendarEntry> & Pick<CalendarEntry, 'when'>): CalendarEntry => ({
  id: 'sample',
  kind: 'anniversary',
  name: { en: 'A sample date', fa: 'یک تاریخ نمونه' },
  shownDaysBefore: 14,
  source: 'https://vigil.example/',
  ...changes,
});
const datesOf = (when: CalendarEntry['when'], fromDay: string, toDay: string) =>
  findOccurrences([entry({ when })], fromDay, toDay).map(({ date }) => date);

test('the calendar of the repository is sound, and names every date in both languages of the frame', () => {
  expect(calendar.length).toBe(15);
  expect(calendar.filter(({ name }) => !/[\u0600-\u06FF]/.test(name.fa) || /[\u0600-\u06FF]/.test(name.en))).toEqual(
    [],
  );
});

test('a broken calendar is refused with the name of each entry and what to do', () => {
  const dates = [
    { ...entry({ when: { every: 'once', date: '2026-02-30' } }), id: 'no-such-day' },
    { ...entry({ when: { every: 'gregorian-year', month: 1, day: 1 } }), source: 'nowhere' },
    entry({ when: { every: 'gregorian-year', month: 1, day: 1 } }),
    entry({ when: { every: 'gregorian-year', month: 1, day: 2 } }),
  ];
  expect(() => parseCalendar({ version: 1, dates })).toThrow(
    /config\/calendar\.json: entry 1 \(no-such-day\): when\.date: .*; entry 2 \(sample\): source: give the address .*; the id sample stands in it twice/,
  );
  expect(() => parseCalendar([])).toThrow(/config\/calendar\.json/);
});

test('dates of the Persian calendar fall where Nowruz puts them, leap years included', () => {
  const friday = { every: 'persian-year-weekday-before', weekday: 5, month: 1, day: 1 } as const;
  // Nowruz: Thursday 20 March 2025, Saturday 21 March 2026, Sunday 21 March 2027, and Friday 20 March 2043 itself.
  expect(datesOf(friday, '2025-01-01', '2027-12-31')).toEqual(['2025-03-14', '2026-03-20', '2027-03-19']);
  expect(datesOf({ every: 'persian-year', month: 5, day: 24 }, '2026-01-01', '2026-12-31')).toEqual(['2026-08-15']);
  expect(datesOf({ every: 'persian-year', month: 12, day: 30 }, '2025-01-01', '2026-12-31')).toEqual([
    '2025-03-20',
    '2026-03-20',
  ]);
});

test('a Friday on which Nowruz falls is not the one before it', () => {
  const friday = { every: 'persian-year-weekday-before', weekday: 5, month: 1, day: 1 } as const;
  const nowruz = datesOf({ every: 'persian-year', month: 1, day: 1 }, '2030-01-01', '2050-12-31').filter(
    (date) => new Date(date).getUTCDay() === 5,
  );
  expect(nowruz.length).toBeGreaterThan(0);
  const weekBefore = nowruz.map((date) => new Date(Date.parse(date) - 7 * 86_400_000).toISOString().slice(0, 10));
  expect(nowruz.flatMap((date, index) => datesOf(friday, weekBefore[index] ?? '', date))).toEqual(weekBefore);
});

test('ordinals are counted from the first year in the calendar of the date', () => {
  const on = (day: string) =>
    findOccurrences(calendar, day, day).map(({ entry: { id }, ordinal }) => `${id} ${ordinal}`);
  expect([on('2026-07-28'), on('2026-08-09'), on('2026-08-15'), on('2027-03-19')]).toEqual([
    ['decree-of-1988 38'],
    ['montazeri-tape 10'],
    ['montazeri-meeting 38'],
    ['khavaran-last-friday undefined'],
  ]);
});

const tape = calendar.filter(({ id }) => id === 'montazeri-tape');
const day = (date: string) => ({
  from: `${date}T05:00:00.000Z`,
  to: `${date.slice(0, 8)}${Number(date.slice(8)) + 1}T05:00:00.000Z`,
});

test('a date is settled in exactly one of the windows that follow on one another, when its last day is over', () => {
  const settled = ['08', '09', '10', '11', '12', '13', '14']
    .map((date) => `2026-08-${date}`)
    .filter((date) => settledDates(tape, day(date)).length > 0);
  expect(settled).toEqual(['2026-08-12']);
  expect(settledDates(tape, { from: '2026-08-06T05:00:00.000Z', to: '2026-08-13T05:00:00.000Z' }).length).toBe(1);
});

test('an article on it answers a date, in any script; one before, late, or on something else does not', () => {
  const settled = settledDates(tape, day('2026-08-12'));
  const isAnswered = (changes: Parameters<typeof sampleCoverage>[0]) =>
    findUnanswered(settled, [sampleCoverage({ recordedAt: '2026-08-10T08:00:00.000Z', ...changes })]).length === 0;
  expect([
    isAnswered({ title: 'Ten years after the Montazeri tape' }),
    isAnswered({ excerpt: 'ده سال پس از انتشار فایل صوتي منتظري' }),
    isAnswered({ keySentences: ['The recording of Ayatollah MONTAZERI was played.'] }),
    isAnswered({ title: 'Montazerian notes' }),
    isAnswered({ title: 'Montazeri', isLate: true }),
    isAnswered({ title: 'Montazeri', relevance: 'passing-mention' }),
    isAnswered({ title: 'Montazeri', recordedAt: '2026-08-07T23:00:00.000Z' }),
    isAnswered({}),
  ]).toEqual([true, true, true, false, false, false, false, false]);
});

const hearingOf = (status: Hearing['status']): CalendarEntry =>
  entry({
    kind: 'hearing',
    name: { en: 'The appeal opens', fa: 'آغاز رسیدگی در تجدیدنظر' },
    when: { every: 'once', date: '2026-08-31' },
    hearing: { court: { en: 'Court of Appeal', fa: 'دادگاه تجدیدنظر' }, place: { en: 'Stockholm' }, status },
    expects: { days: 2, words: ['appeal'] },
  });

test('a digest says of a hearing where it is, and of a postponed one that its date no longer holds', () => {
  const linesOf = (status: Hearing['status'], language: 'en' | 'fa') => {
    const digest = sampleDigest(language, [], { calendar: [hearingOf(status)] });
    const told = renderText(digest, sampleLinks)
      .split('\n')
      .filter((line) => line.includes(` · ${digest.coming[0]?.name ?? '?'}`));
    const html = String(renderHtml(digest, sampleLinks)).replaceAll(/<[^>]*>/g, '');
    return [
      ...told.map((line) => line.replaceAll(/[\u2068\u2069]/g, '')),
      html.includes(digest.coming[0]?.date ?? '?'),
    ];
  };
  expect([linesOf('announced', 'en'), linesOf('postponed', 'en')]).toEqual([
    ['in 2 days · The appeal opens · Monday 31 August 2026 · Hearing: Court of Appeal, Stockholm', true],
    ['postponed · The appeal opens · was set for Monday 31 August 2026 · Hearing: Court of Appeal, Stockholm', true],
  ]);
  expect([linesOf('announced', 'fa'), linesOf('postponed', 'fa')]).toEqual([
    ['۲ روز دیگر · آغاز رسیدگی در تجدیدنظر · دوشنبه ۹ شهریور ۱۴۰۵ · جلسهٔ دادگاه: دادگاه تجدیدنظر، Stockholm', true],
    [
      'به تعویق افتاد · آغاز رسیدگی در تجدیدنظر · قرار بود دوشنبه ۹ شهریور ۱۴۰۵ باشد · جلسهٔ دادگاه: دادگاه تجدیدنظر، Stockholm',
      true,
    ],
  ]);
});

test('nobody misses coverage of a hearing that was postponed', () => {
  const window = { from: '2026-09-02T05:00:00.000Z', to: '2026-09-03T05:00:00.000Z' };
  const settled = (['announced', 'postponed'] as const).map(
    (status) => settledDates([hearingOf(status)], window).length,
  );
  expect(settled).toEqual([1, 0]);
});
