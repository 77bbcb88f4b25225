import { dayBefore } from '../coverage/days.ts';
import { parseDate } from '../feeds/parse-date.ts';
import { type CalendarEntry, readCalendar } from './calendar-entry.ts';
import { describeSource } from './calendar-source.ts';
import { toPersian } from './persian-date.ts';

export interface CalendarFindings {
  /** To be mended, one line each: which entry, which field, what to do. */
  problems: string[];
  /** Worth a look, one line each; nothing is wrong. */
  remarks: string[];
  /** Sound entries. */
  dates: number;
}

/** Whole dates with day, name of the month and year, in either calendar and in digits of any script; YYYY-MM-DD, Gregorian. */
function datesIn(text: string): string[] {
  return [...text.matchAll(/(?<!\p{Nd})\p{Nd}{1,2}\s\p{L}+\s\p{Nd}{4}(?!\p{Nd})/gu)].flatMap(([words]) => {
    const at = parseDate(words);
    return at === undefined ? [] : [at.slice(0, 10)];
  });
}

const inBoth = (date: string): string => `${date}, by the Persian calendar ${toPersian(date)}`;

/** The name is what readers see: what it says in one language it says in the other, and both say what is counted. */
function* problemsOfName({ id, name, when, countedFrom }: CalendarEntry): Generator<string> {
  const [en = [], fa = []] = [name.en, name.fa].map(datesIn);
  const [odd] = fa.filter((date) => en.length > 0 && !en.includes(date));
  if (odd !== undefined) {
    yield `${id}: name: the Persian one says ${inBoth(odd)}, the English one ${inBoth(en[0] ?? '')}; correct one of the two`;
  }
  const [said] = en;
  if (
    said === undefined ||
    countedFrom === undefined ||
    (when.every !== 'gregorian-year' && when.every !== 'persian-year')
  )
    return;
  const isPersian = when.every === 'persian-year';
  const wanted = [when.month, when.day].map((part) => String(part).padStart(2, '0')).join('-');
  const told = en.some((date) => (isPersian ? toPersian(date) : date).slice(5) === wanted && isNear(date, countedFrom));
  if (!told) {
    const calendar = isPersian ? 'Persian' : 'Gregorian';
    yield `${id}: when: the name says ${inBoth(said)}; every year is ${wanted} of the ${calendar} calendar, counted from ${countedFrom}`;
  }
}

const isNear = (date: string, year: number): boolean => Number(date.slice(0, 4)) === year;

function* remarksOn({ id, kind, when, expects, source }: CalendarEntry, today: string): Generator<string> {
  if (when.every === 'once' && dayBefore(when.date, -(expects?.days ?? 0)) < today) {
    const advice = kind === 'hearing' ? 'give its new date, or remove it' : 'remove it, or let it come every year';
    yield `${id}: ${when.date} is over, and it comes once; ${advice}`;
  }
  if (typeof source !== 'string' && source.kind === 'general-knowledge')
    yield `${id}: rests on ${describeSource(source)}`;
}

/**
 * What is wrong with a calendar: entries that do not fit, ids that stand in it twice, days that no year has, dates that are
 * another day in the other calendar. And what a person may want to know: what is over, and what nobody looked up.
 *
 * @param content a parsed `config/calendar.json`  @param today YYYY-MM-DD
 */
export function checkCalendar(content: unknown, today: string): CalendarFindings {
  const { valid, problems } = readCalendar(content);
  return {
    problems: [...problems, ...valid.flatMap((entry) => [...problemsOfName(entry)])],
    remarks: valid.flatMap((entry) => [...remarksOn(entry, today)]),
    dates: valid.length,
  };
}
