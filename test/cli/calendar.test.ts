import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calendarAddCommand } from '../../lib/cli/calendar-add.ts';
import { calendarCheckCommand } from '../../lib/cli/calendar-check.ts';
import { calendarListCommand, calendarOfFile } from '../../lib/cli/calendar-list.ts';
import { calendarRemoveCommand } from '../../lib/cli/calendar-remove.ts';
import { calendarWriteCommand } from '../../lib/cli/calendar-write.ts';
import type { TypedDate } from '../../lib/cli/typed-date.ts';
import { MOST_ADDED_DATES } from '../../lib/digest/added-date-store.ts';
import { parseCalendar } from '../../lib/digest/calendar-entry.ts';
import { UserError } from '../../lib/errors.ts';
import { createMemoryAddedDateStore } from '../fakes/memory-added-date-store.ts';
import { recordedIo } from './recorded-io.ts';

const SHIPPED = readFileSync('config/calendar.json', 'utf8');
const TODAY = '2026-11-28';
const shipped = { calendar: parseCalendar(JSON.parse(SHIPPED)), addedDateStore: createMemoryAddedDateStore() };

/** A folder with a copy of the calendar that ships. */
function calendarCopy(text = SHIPPED) {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  const calendar = join(folder, 'calendar.json');
  writeFileSync(calendar, text);
  return { folder, calendar, read: () => readFileSync(calendar, 'utf8') };
}

const appeal: TypedDate = {
  ...{ id: 'appeal-opens', date: '1405-09-12', name: 'The appeal opens', nameFa: 'آغاز رسیدگی در تجدیدنظر' },
  ...{ court: 'Court of Appeal', courtFa: 'دادگاه تجدیدنظر', place: 'Stockholm', source: 'https://court.example/list' },
};

async function add(kind: string, options: TypedDate, text?: string) {
  const { calendar, folder, read } = calendarCopy(text);
  const io = recordedIo();
  const failed = await calendarWriteCommand(kind, { ...options, calendar }, TODAY, io).then(
    () => undefined,
    (error: unknown) => error as UserError,
  );
  expect(readdirSync(folder)).toEqual(['calendar.json']);
  return { failed, io, read, calendar };
}

test('a hearing is added with its court and place, on the day that the Persian date is', async () => {
  const { io, read, calendar, failed } = await add('hearing', { ...appeal, expect: ['appeal', 'تجدیدنظر'] });
  expect([failed, io.out]).toEqual([undefined, ['added appeal-opens: The appeal opens, 2026-12-03 (1405-09-12)']]);
  const dates = JSON.parse(read()).dates;
  expect(dates.slice(0, -1)).toEqual(JSON.parse(SHIPPED).dates);
  expect(dates.at(-1)).toEqual({
    ...{ id: 'appeal-opens', kind: 'hearing', name: { en: 'The appeal opens', fa: 'آغاز رسیدگی در تجدیدنظر' } },
    when: { every: 'once', date: '2026-12-03', persian: '1405-09-12' },
    hearing: {
      court: { en: 'Court of Appeal', fa: 'دادگاه تجدیدنظر' },
      ...{ place: { en: 'Stockholm' }, status: 'announced' },
    },
    expects: { days: 2, words: ['appeal', 'تجدیدنظر'] },
    source: { kind: 'page', url: 'https://court.example/list', readOn: TODAY },
  });

  const list = recordedIo();
  await calendarListCommand({ days: '10' }, TODAY, calendarOfFile(calendar), list);
  expect(list.out.join('\n').split('\n')).toEqual([
    'date        Persian     wait       kind     id            from     source           what',
    '2026-12-03  1405-09-12  in 5 days  hearing  appeal-opens  shipped  read 2026-11-28  The appeal opens · Court of Appeal, Stockholm, announced',
  ]);
});

test('a date is added that comes every year of the calendar in which it is given', async () => {
  const day = {
    id: 'sample-day',
    name: 'A sample day',
    nameFa: 'یک روز نمونه',
    generalKnowledge: 'told by a survivor',
  };
  const persian = await add('anniversary', { ...day, date: '1367-05-24', everyYear: true });
  const gregorian = await add('anniversary', { ...day, date: '2016-08-09', everyYear: true });
  expect([persian, gregorian].map(({ read }) => JSON.parse(read()).dates.at(-1))).toEqual(
    [
      { when: { every: 'persian-year', month: 5, day: 24 }, countedFrom: 1988 },
      { when: { every: 'gregorian-year', month: 8, day: 9 }, countedFrom: 2016 },
    ].map((times) => ({
      ...{ id: 'sample-day', kind: 'anniversary', name: { en: 'A sample day', fa: 'یک روز نمونه' } },
      ...{ ...times, source: { kind: 'general-knowledge', note: 'told by a survivor' } },
    })),
  );
});

test.each([
  ['an id that is taken', { id: 'noury-swap' }, /the id noury-swap stands in it twice/],
  ['a day that there is not', { date: '2026-02-29' }, /--date 2026-02-29: give a day that there is/],
  ['a Persian day that there is not', { date: '1405-12-30' }, /--date 1405-12-30: give a day that there is/],
  ['a day in words', { date: 'tomorrow' }, /--date tomorrow: give a day that there is/],
  ['a year that no calendar computes', { date: '9999-01-01' }, /^--date 9999-01-01: give a year from 1900 to 2199/],
  ['a Persian year of long ago', { date: '0001-01-01' }, /give a year .* of the Persian calendar from 1278 to 1578$/],
  ['no place', { place: undefined }, /a hearing needs --court and --place/],
  ['a status that there is not', { status: 'cancelled' }, /status: .*announced.*postponed/],
  ['a hearing every year', { everyYear: true }, /a hearing takes place once/],
  ['no source', { source: undefined }, /give --source ADDRESS, or --general-knowledge NOTE/],
  ['a source that is none', { source: 'the court' }, /source\.url: give the address of a page/],
  ['days that are no number', { shownDaysBefore: 'many' }, /--shown-days-before many: give a whole number/],
  ['more days than there may be', { shownDaysBefore: '61' }, /shownDaysBefore: /],
  ['a name too short for a line', { nameFa: 'x' }, /name\.fa: /],
] satisfies [string, Partial<TypedDate>, RegExp][])(
  'with %s nothing is written, and one line says why',
  async (_, changes, why) => {
    const { failed, read, io } = await add('hearing', { ...appeal, ...changes });
    expect([failed?.message, failed?.exitCode, failed?.message.includes('\n')]).toEqual([
      expect.stringMatching(why),
      2,
      false,
    ]);
    expect([read(), io.out]).toEqual([SHIPPED, []]);
  },
);

test('a file that is not sound, or no JSON, stays as it is', async () => {
  const twice = JSON.parse(SHIPPED);
  twice.dates.push(twice.dates[0]);
  for (const text of [JSON.stringify(twice), '{ "version": 1,', '[]']) {
    const { failed, read } = await add('hearing', appeal, text);
    expect([failed instanceof UserError && failed.exitCode, read()]).toEqual([1, text]);
  }
});

test('the check prints a line for each finding and fails when one is to be mended', async () => {
  const broken = JSON.parse(SHIPPED);
  broken.dates[0].when.day = 32;
  const { calendar } = calendarCopy(JSON.stringify(broken));
  const [bad, good] = [recordedIo(), recordedIo()];
  await expect(calendarCheckCommand({ calendar }, TODAY, bad)).rejects.toThrow(
    new UserError(`calendar check: 1 line to mend in ${calendar}`),
  );
  expect(bad.out.filter((line) => line.startsWith('mend'))).toEqual([
    expect.stringMatching(/^mend {2}entry 1 \(decree-of-1988\): when\.day: /),
  ]);
  await calendarCheckCommand({ json: true }, TODAY, good);
  expect(JSON.parse(good.out.join(''))).toMatchObject({ problems: [], dates: 15 });
});

test('what comes is told as JSON, with the years that are counted; nothing in the next days is said', async () => {
  const [far, near] = [recordedIo(), recordedIo()];
  await calendarListCommand({ days: 21, json: true }, TODAY, shipped, far);
  expect(
    JSON.parse(far.out.join('')).map(({ id, days, ordinal, persian }: Record<string, unknown>) => [
      id,
      days,
      ordinal,
      persian,
    ]),
  ).toEqual([
    ['genocide-convention', 11, undefined, '1405-09-18'],
    ['human-rights-day', 12, undefined, '1405-09-19'],
    ['noury-appeal', 21, 3, '1405-09-28'],
  ]);
  await calendarListCommand({ days: '3' }, TODAY, shipped, near);
  expect([near.out, near.err.join()]).toEqual([
    [],
    expect.stringMatching(/^nothing in the next 3 days, of 15 that ship$/),
  ]);
  await expect(calendarListCommand({ days: '0' }, TODAY, shipped, near)).rejects.toThrow(
    '--days 0: give a whole number',
  );
});

/** What runs: the dates that ship, and none added yet. */
const running = () => ({
  calendar: shipped.calendar,
  addedDateStore: createMemoryAddedDateStore(),
  now: () => new Date(`${TODAY}T09:00:00.000Z`),
});

test('a hearing that is added to what runs is listed with where it is from, until it is taken back', async () => {
  const needs = running();
  const io = recordedIo();
  await calendarAddCommand('hearing', { ...appeal, expect: ['appeal'] }, needs, io);
  expect([io.out, await needs.addedDateStore.list()]).toMatchObject([
    ['added appeal-opens: The appeal opens, 2026-12-03 (1405-09-12)'],
    [{ addedAt: '2026-11-28T09:00:00.000Z', entry: { id: 'appeal-opens', expects: { days: 2, words: ['appeal'] } } }],
  ]);
  const list = recordedIo();
  await calendarListCommand({ days: '11' }, TODAY, needs, list);
  expect(
    list.out
      .join('\n')
      .split('\n')
      .map((line) => line.split(/ {2,}/).slice(4, 7)),
  ).toEqual([
    ['id', 'from', 'source'],
    ['appeal-opens', 'added 2026-11-28', 'read 2026-11-28'],
    ['genocide-convention', 'shipped', 'not looked up'],
  ]);
  expect(list.err).toEqual([
    '2 dates in the next 11 days, of 15 that ship and 1 that were added',
    '1 of them nobody has looked up: see "source" with --json before you rely on one',
  ]);
  await calendarListCommand({ days: 11, json: true }, TODAY, needs, list);
  expect(JSON.parse(list.out.at(-1) ?? '')).toMatchObject([
    { id: 'appeal-opens', origin: 'added', addedAt: '2026-11-28T09:00:00.000Z', isChecked: true },
    { id: 'genocide-convention', origin: 'shipped', isChecked: false },
  ]);
  await calendarRemoveCommand('appeal-opens', {}, needs, io);
  expect([io.out.at(-1), await needs.addedDateStore.list()]).toEqual([
    'removed appeal-opens; the next digests do not tell of it',
    [],
  ]);
});

test.each([
  [
    'an id that ships',
    { id: 'noury-swap' },
    /^--id noury-swap: is the id of "Exchange of Hamid Noury.*; give another$/,
  ],
  ['an id that was added', { id: 'a-day' }, /is the id of "A sample day"; "vigil calendar remove" it first$/],
  [
    'a status that there is not',
    { status: 'cancelled' },
    /^calendar add: \(appeal-opens\): hearing\.status: .*; nothing was added$/,
  ],
  ['a year that no calendar computes', { date: '9999-01-01' }, /give a year from 1900 to 2199/],
] satisfies [string, Partial<TypedDate>, RegExp][])(
  'with %s nothing is added to what runs',
  async (_, changes, why) => {
    const needs = running();
    const day = {
      id: 'a-day',
      date: '2026-12-01',
      name: 'A sample day',
      nameFa: 'یک روز نمونه',
      source: 'https://a.example',
    };
    await calendarAddCommand('gathering', day, needs, recordedIo());
    const before = await needs.addedDateStore.list();
    const adding = calendarAddCommand('hearing', { ...appeal, ...changes }, needs, recordedIo());
    await expect(adding).rejects.toMatchObject({ message: expect.stringMatching(why), exitCode: 2 });
    expect(await needs.addedDateStore.list()).toEqual(before);
  },
);

test.each([
  ['noury-swap', /^noury-swap was not added: it ships in config\/calendar\.json; take it out there and deploy again$/],
  ['nothing', /^nothing: no such date; /],
])('%s cannot be taken back', async (id, why) => {
  await expect(calendarRemoveCommand(id, {}, running(), recordedIo())).rejects.toThrow(why);
});

test('no more dates are kept than every digest can read', async () => {
  const needs = running();
  const one = { ...appeal, id: 'one' };
  await calendarAddCommand('hearing', one, needs, recordedIo());
  const [first] = await needs.addedDateStore.list();
  for (let index = 1; first && index < MOST_ADDED_DATES; index += 1)
    await needs.addedDateStore.add({ ...first, entry: { ...first.entry, id: `date-${index}` } });
  await expect(calendarAddCommand('hearing', appeal, needs, recordedIo())).rejects.toThrow(/^there are 200 dates; /);
});
