import { isInReach } from '../digest/calendar-when.ts';
import { fromPersian, toPersian } from '../digest/persian-date.ts';
import { UserError } from '../errors.ts';

/** A date of the calendar, as the operator types it. */
export interface TypedDate {
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
}

/** No date of the Persian calendar has a later year for a while, none of the Gregorian an earlier one. */
const FIRST_GREGORIAN_YEAR = 1700;

/** A day by either calendar, with that of the other. @throws UserError (2) for what is none */
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

function whenOf({ date, everyYear }: TypedDate) {
  const day = readDate(date);
  if (!everyYear) return { when: { every: 'once', date: day.date, persian: day.persian } };
  const [, month, monthDay] = (day.isPersian ? day.persian : day.date).split('-').map(Number);
  return {
    when: { every: day.isPersian ? 'persian-year' : 'gregorian-year', month, day: monthDay },
    countedFrom: Number(day.date.slice(0, 4)),
  };
}

function hearingOf(kind: string, options: TypedDate) {
  const { court, courtFa, place, placeFa, status } = options;
  if (kind !== 'hearing' && [court, courtFa, place, placeFa, status].every((typed) => typed === undefined))
    return undefined;
  if (kind === 'hearing' && (court === undefined || place === undefined)) {
    throw new UserError('calendar add: a hearing needs --court and --place', 2);
  }
  return { court: { en: court, fa: courtFa }, place: { en: place, fa: placeFa }, status: status ?? 'announced' };
}

function sourceOf({ source, generalKnowledge }: TypedDate, today: string) {
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
 * The entry as it would stand in `config/calendar.json`; whether it is sound `checkCalendar` says.
 *
 * @param today YYYY-MM-DD
 * @throws UserError (2) for what was typed wrongly
 */
export function typedDate(kind: string, options: TypedDate, today: string): object {
  const { id, name, nameFa, expect, expectDays } = options;
  return {
    ...{ id, kind, name: { en: name, fa: nameFa }, ...whenOf(options), hearing: hearingOf(kind, options) },
    shownDaysBefore: wholeNumber(options.shownDaysBefore, '--shown-days-before'),
    expects: expect && { days: wholeNumber(expectDays, '--expect-days') ?? 2, words: expect },
    source: sourceOf(options, today),
  };
}

/** What was added, in one line. */
export function sayAdded(options: TypedDate): string {
  const { date, persian } = readDate(options.date);
  return `added ${options.id}: ${options.name}, ${date} (${persian})${options.everyYear ? ', and every year' : ''}`;
}
