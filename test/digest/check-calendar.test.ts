import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCalendar } from '../../lib/digest/check-calendar.ts';
import { writeCalendar } from '../../lib/digest/write-calendar.ts';

const SHIPPED = readFileSync('config/calendar.json', 'utf8');
const TODAY = '2026-08-29';
const SOURCE = 'https://vigil.example/';
const entry = (changes: object) => ({
  ...{ id: 'sample', kind: 'anniversary', name: { en: 'A sample date', fa: 'یک تاریخ نمونه' } },
  ...{ when: { every: 'gregorian-year', month: 1, day: 1 }, source: SOURCE },
  ...changes,
});
const check = (...dates: unknown[]) => checkCalendar({ version: 1, dates }, TODAY);
const problemsOf = (changes: object) => check(entry(changes)).problems;
const hearing = { court: { en: 'A court' }, place: { en: 'A town' }, status: 'announced' };
const once = (date: string, persian?: string) => ({ every: 'once', date, ...(persian && { persian }) });

test('the calendar that ships has nothing to mend, and says of every date that nobody looked up that it is so', () => {
  const { problems, remarks, dates } = checkCalendar(JSON.parse(SHIPPED), TODAY);
  const notLookedUp = JSON.parse(SHIPPED).dates.filter(
    ({ source }: { source: { kind: string } }) => source.kind !== 'page',
  );
  expect({ problems, dates }).toEqual({ problems: [], dates: 15 });
  expect(remarks.map((remark) => remark.split(':')[0])).toEqual(notLookedUp.map(({ id }: { id: string }) => id));
  expect(remarks.every((remark) => /: rests on general knowledge: .+; look it up at https:/.test(remark))).toBe(true);
});

test('a year that no calendar computes is a problem, not a fault', () => {
  const [problem, ...others] = problemsOf({ kind: 'gathering', when: once('9999-01-01', '1405-10-11') });
  expect({ problem, others }).toEqual({
    problem: expect.stringContaining('write a year from 1900 to 2199'),
    others: [],
  });
});

test('writing the calendar that ships gives its very text', () => {
  expect(writeCalendar(JSON.parse(SHIPPED).dates)).toBe(SHIPPED);
});

test.each([
  ['a field that nobody knows', { note: 'x' }, /entry 1 \(sample\): Unrecognized key: "note"/],
  [
    'a source with a field that nobody knows',
    { source: { kind: 'page', url: SOURCE, by: 'x' } },
    /source: Unrecognized key: "by"/,
  ],
  [
    'a source of a kind that there is not',
    { source: { kind: 'rumour' } },
    /source: give an address, .* and no other field/,
  ],
  ['a source that is no address', { source: 'heard it' }, /source: give the address of a page that says so/],
  [
    'a day that no year has',
    { when: { every: 'gregorian-year', month: 2, day: 30 } },
    /when\.day: no year has that day/,
  ],
  [
    'a day that no Persian year has',
    { when: { every: 'persian-year', month: 7, day: 31 } },
    /when\.day: no year has that day/,
  ],
  ['a day that its year has not', { when: once('2026-02-29') }, /when\.date: write a day that there is/],
  [
    'another day in the other calendar',
    { when: once('2026-12-03', '1405-09-13') },
    /when\.persian: 1405-09-13 is 2026-12-04, and 2026-12-03 is 1405-09-12; correct one/,
  ],
  ['a Persian day that there is not', { when: once('2027-03-20', '1405-12-30') }, /1405-12-30 is no day at all/],
  [
    'a hearing without a court',
    { kind: 'hearing', when: once('2026-12-03') },
    /hearing: court, place and status go with the kind hearing/,
  ],
  ['a court without a hearing', { hearing }, /hearing: court, place and status go with the kind hearing/],
  ['a hearing every year', { kind: 'hearing', hearing }, /when: a hearing takes place once/],
  [
    'a hearing that is neither announced nor postponed',
    { kind: 'hearing', when: once('2026-12-03'), hearing: { ...hearing, status: 'off' } },
    /hearing\.status: /,
  ],
  [
    'a name that says another day in Persian',
    { name: { en: 'The verdict, 14 July 2022', fa: 'صدور حکم، ۲۴ تیر ۱۴۰۱' } },
    /sample: name: the Persian one says 2022-07-15, .* 1401-04-24, the English one 2022-07-14, .* 1401-04-23; correct one/,
  ],
  [
    'a name that says another day than is counted',
    { name: { en: 'The verdict, 14 July 2022', fa: 'صدور حکم دادگاه' }, countedFrom: 2022 },
    /sample: when: the name says 2022-07-14, .*; every year is 01-01 of the Gregorian calendar, counted from 2022/,
  ],
])('%s is to be mended', (_, changes, line) => {
  expect(problemsOf(changes)).toEqual([expect.stringMatching(line)]);
});

test('an id that stands there three times is one line, and a broken entry hides no other', () => {
  const { problems, dates } = check(entry({}), { id: 'broken' }, entry({}), entry({}), 'no entry');
  expect(problems).toEqual([
    expect.stringMatching(/^entry 2 \(broken\): /),
    expect.stringMatching(/^entry 5: /),
    'the id sample stands in it twice; keep one of the two',
  ]);
  expect(dates).toBe(3);
});

test('a file that is something else is one line', () => {
  expect(checkCalendar([], TODAY).problems).toHaveLength(1);
  expect(checkCalendar({ version: 2, dates: [] }, TODAY).problems).toEqual(['version: must be 1']);
});

test('names may say the same day in either calendar, in any digits, and counted by either', () => {
  expect([
    problemsOf({
      name: { en: 'The tape, 9 August 2016', fa: 'انتشار فایل، ۱۹ مرداد ۱۳۹۵' },
      when: { every: 'gregorian-year', month: 8, day: 9 },
      countedFrom: 2016,
    }),
    problemsOf({
      name: { en: 'The meeting, 24 Mordad 1367', fa: 'دیدار، ٢٤ مرداد ١٣٦٧' },
      when: { every: 'persian-year', month: 5, day: 24 },
      countedFrom: 1988,
    }),
    problemsOf({ when: once('2026-12-03', '1405-09-12') }),
  ]).toEqual([[], [], []]);
});

test('what is over and comes once is told, not refused; what coverage is still waited for is not over', () => {
  const past = { when: once('2026-08-27') };
  expect(check(entry(past))).toEqual({
    problems: [],
    remarks: ['sample: 2026-08-27 is over, and it comes once; remove it, or let it come every year'],
    dates: 1,
  });
  expect(check(entry({ ...past, expects: { days: 2, words: ['court'] } })).remarks).toEqual([]);
  expect(check(entry({ when: once(TODAY) })).remarks).toEqual([]);
  expect(check(entry({ ...past, kind: 'hearing', hearing: { ...hearing, status: 'postponed' } })).remarks).toEqual([
    'sample: 2026-08-27 is over, and it comes once; give its new date, or remove it',
  ]);
});
