import { renameSync, writeFileSync } from 'node:fs';
import { isInReach } from '../digest/calendar-when.ts';
import { checkCalendar } from '../digest/check-calendar.ts';
import { fromPersian, toPersian } from '../digest/persian-date.ts';
import { writeCalendar } from '../digest/write-calendar.ts';
import { UserError } from '../errors.ts';
import { type CalendarFileOptions, calendarFile, readCalendarFile } from './calendar-file.ts';
import type { CommandIo } from './command-io.ts';

/** What the operator types, as typed. */
export interface CalendarAddOptions extends CalendarFileOptions {
  id: string;
  date: string;
  name: string;
  nameFa: string;
  everyYear?: boolean | undefined;
  court?: string | undefined;
  courtFa?: string | undefined;
  place?: string | undefined;
  placeFa?: string | undefined;
  status?: string | undefined;
  source?: string | undefined;
  generalKnowledge?: string | undefined;
  expect?: string[] | undefined;
  expectDays?: string | undefined;
  shownDaysBefore?: string | undefined;
  json?: boolean | undefined;
}

/** No date of the Persian calendar has a later year for a while, none of the Gregorian an earlier one. */
const FIRST_GREGORIAN_YEAR = 1700;

/** A day by either calendar, with that of the other. */
function readDate(typed: string): { date: string; persian: string; isPersian: boolean } {
  const isPersian = Number(typed.slice(0, 4)) < FIRST_GREGORIAN_YEAR;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed);
  const date = isDay ? (isPersian ? fromPersian(typed) : realDay(typed)) : undefined;
  if (date === undefined) {
    throw new UserError(
      `--date ${typed}: give a day that there is, as 2026-12-03, or by the Persian calendar 1405-09-12`,
      2,
    );
  }
  if (!isInReach(date)) {
    const last = `${toPersian('1900-01-01').slice(0, 4)} to ${toPersian('2199-12-31').slice(0, 4)}`;
    throw new UserError(`--date ${typed}: give a year from 1900 to 2199, or of the Persian calendar from ${last}`, 2);
  }
  return { date, persian: toPersian(date), isPersian };
}

const realDay = (typed: string): string | undefined => {
  const at = new Date(`${typed}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== typed ? undefined : typed;
};

function wholeNumber(typed: string | undefined, option: string): number | undefined {
  if (typed === undefined) return undefined;
  if (/^\d{1,3}$/.test(typed)) return Number(typed);
  throw new UserError(`${option} ${typed}: give a whole number of days`, 2);
}

function whenOf({ date, everyYear }: CalendarAddOptions) {
  const day = readDate(date);
  if (!everyYear) return { when: { every: 'once', date: day.date, persian: day.persian } };
  const [, month, monthDay] = (day.isPersian ? day.persian : day.date).split('-').map(Number);
  return {
    when: { every: day.isPersian ? 'persian-year' : 'gregorian-year', month, day: monthDay },
    countedFrom: Number(day.date.slice(0, 4)),
  };
}

function hearingOf(kind: string, options: CalendarAddOptions) {
  const { court, courtFa, place, placeFa, status } = options;
  if (kind !== 'hearing' && [court, courtFa, place, placeFa, status].every((typed) => typed === undefined))
    return undefined;
  if (kind === 'hearing' && (court === undefined || place === undefined)) {
    throw new UserError('calendar add: a hearing needs --court and --place', 2);
  }
  return { court: { en: court, fa: courtFa }, place: { en: place, fa: placeFa }, status: status ?? 'announced' };
}

function sourceOf({ source, generalKnowledge }: CalendarAddOptions, today: string) {
  if ((source === undefined) === (generalKnowledge === undefined)) {
    throw new UserError(
      'calendar add: give --source ADDRESS, or --general-knowledge NOTE where nobody looked it up',
      2,
    );
  }
  return source === undefined
    ? { kind: 'general-knowledge', note: generalKnowledge }
    : { kind: 'page', url: source, readOn: today };
}

/**
 * Adds an entry at the end of the file. The file is written only when it is sound with it, and then whole: whatever was
 * typed, it is the former one or the new one.
 *
 * @param today YYYY-MM-DD
 * @throws UserError with exit code 2 for what was typed wrongly, 1 for a file that was not sound before
 */
export async function calendarAddCommand(
  kind: string,
  options: CalendarAddOptions,
  today: string,
  io: CommandIo,
): Promise<void> {
  const file = calendarFile(options);
  const content = readCalendarFile(file);
  const before = checkCalendar(content, today);
  if (before.problems.length > 0) {
    throw new UserError(`${file} is to be mended first: ${before.problems[0]}; "vigil calendar check" tells all`);
  }
  const { id, name, nameFa, expect, expectDays } = options;
  const entry = {
    ...{ id, kind, name: { en: name, fa: nameFa }, ...whenOf(options), hearing: hearingOf(kind, options) },
    shownDaysBefore: wholeNumber(options.shownDaysBefore, '--shown-days-before'),
    expects: expect && { days: wholeNumber(expectDays, '--expect-days') ?? 2, words: expect },
    source: sourceOf(options, today),
  };
  const text = writeCalendar([...(content as { dates: unknown[] }).dates, entry]);
  const [problem] = checkCalendar(JSON.parse(text), today).problems;
  if (problem !== undefined) throw new UserError(`calendar add: ${problem}; nothing was written`, 2);
  writeWhole(file, text);
  const { date, persian } = readDate(options.date);
  if (options.json) return io.stdout(JSON.stringify(JSON.parse(text).dates.at(-1), null, 2));
  io.stdout(`added ${id}: ${name}, ${date} (${persian})${options.everyYear ? ', and every year' : ''}`);
  io.stderr(`${file} has it; deploy again, or start again, and digests tell of it`);
}

/** By a rename, so that nobody ever reads half a file. */
function writeWhole(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (cause) {
    throw new UserError(`${file} cannot be written: ${(cause as Error).message}; nothing was changed`, 1, { cause });
  }
}
