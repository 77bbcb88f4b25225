import { toGregorian } from 'jalaali-js';
import { takeTime } from './clock-time.ts';
import { foldName, GREGORIAN_MONTHS, JALALI_MONTHS } from './month-names.ts';
import { zoneMinutes } from './time-zones.ts';

/** Longer texts are no dates. */
const MAX_DATE_CHARS = 120;

interface Day {
  year: number;
  month: number;
  day: number;
  /** Written in the Iranian calendar. */
  isJalali?: boolean;
}

/**
 * The moment that a feed's date means, ISO 8601 in UTC. Reads RFC 822 and ISO 8601 with their common faults, epoch
 * seconds and milliseconds, `d.m.y`, month names in en fa ar fr de es it sv, Iranian calendar dates, digits of any
 * script. Without a zone it is UTC (Tehran for the
 * Iranian calendar); without a time, midnight UTC.
 *
 * @returns undefined when the text is no date, or names a day that does not exist
 */
export function parseDate(text: string): string | undefined {
  if (text.length > MAX_DATE_CHARS) return undefined;
  const plain = plainDigits(text);
  const epoch = /^(\d{10}|\d{13})(?:\.\d+)?$/.exec(plain)?.[1];
  if (epoch) return toIso(Number(epoch) * (epoch.length === 10 ? 1_000 : 1));
  const { time, rest } = takeTime(plain);
  const day = readNumericDay(rest, /\d\s?[ap]\.?m\b/i.test(plain)) ?? readNamedDay(rest);
  if (!day || !isRealDay(day)) return undefined;
  const local = Date.UTC(day.year, day.month - 1, day.day) + time.milliseconds;
  const zone = time.zone ?? (day.isJalali && time.milliseconds > 0 ? tehranMinutes(local) : 0);
  return toIso(local - zone * 60_000);
}

/** The Gregorian calendar begins in 1582: years before are of another one, or no years. */
function toIso(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return Number.isNaN(year) || year < 1_583 || year > 2_199 ? undefined : date.toISOString();
}

function plainDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

const TEHRAN = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tehran', timeZoneName: 'longOffset' });

/** Who writes the Iranian calendar means Iran's clock: +03:30, and +04:30 in the summers until 2022. */
function tehranMinutes(local: number): number {
  const name = TEHRAN.formatToParts(new Date(local - 210 * 60_000)).find((part) => part.type === 'timeZoneName');
  return zoneMinutes(name?.value ?? '') ?? 210;
}

/** @param isAmerican month first where both readings are possible: 3/5/2024 5:57 PM */
function readNumericDay(text: string, isAmerican: boolean): Day | undefined {
  const ymd = /(?<!\d)(\d{4})([-/.\u2010-\u2015 ]?)(\d{2}|\d(?!\d))\2(\d{2}|\d(?!\d))(?!\d)/.exec(text);
  if (ymd) return toDay(ymd[1], ymd[3], ymd[4]);
  const ordinal = /(?<!\d)(\d{4})-?(\d{3})(?!\d)/.exec(text);
  if (ordinal) return fromOrdinal(Number(ordinal[1]), Number(ordinal[2]));
  const week = /(?<!\d)(\d{4})-?W(\d{2})(?:-?(\d))?(?!\d)/i.exec(text);
  if (week) return fromWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const dmy = /(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/.exec(text);
  if (dmy) {
    const [, first = '', mark, second = '', year = ''] = dmy;
    const isMonthFirst = Number(second) > 12 || (isAmerican && mark === '/' && Number(first) <= 12);
    return isMonthFirst ? toDay(year, first, second) : toDay(year, second, first);
  }
  const month = /^(\d{4})-(\d{2})$/.exec(text.trim());
  if (month) return toDay(month[1], month[2], '1');
  return /^\d{4}$/.test(text.trim()) ? toDay(text.trim(), '1', '1') : undefined;
}

function readNamedDay(text: string): Day | undefined {
  const words = foldName(text)
    .replace(/(تشرین|کانون)\s(?=ال)/g, '$1_')
    .split(/[^\p{L}\p{N}_]+|(?<=\d)(?=[\p{L}])|(?<=\p{L})(?=\d)/u)
    .filter(Boolean);
  // The last one: "mar 5 mars" is a Tuesday in March.
  const at = words.findLastIndex((word) => GREGORIAN_MONTHS.has(word) || JALALI_MONTHS.has(word));
  if (at < 0) return undefined;
  const numbers = words.flatMap((word, place) => (/^\d{1,4}$/.test(word) ? [{ word, place }] : []));
  const year = numbers.find(({ word }) => word.length === 4) ?? numbers.filter(({ place }) => place > at).at(-1);
  const day =
    numbers.findLast(({ word, place }) => word.length <= 2 && place < at) ??
    numbers.find((number) => number.word.length <= 2 && number !== year);
  if (!year) return undefined;
  const name = words[at] as string;
  const isJalali = JALALI_MONTHS.has(name) && (!GREGORIAN_MONTHS.has(name) || isJalaliYear(Number(year.word)));
  const month = (isJalali ? JALALI_MONTHS : GREGORIAN_MONTHS).get(name);
  return toDay(year.word, String(month), day?.word ?? '1');
}

/** Until 2051. Beyond stand the years of the lunar calendar, which is not read: 1445 is no Iranian year yet. */
function isJalaliYear(year: number): boolean {
  return year >= 1_300 && year < 1_430;
}

/** Two digits: 69 and less are of this century, as in RFC 2822 §4.3 and POSIX. */
function toDay(year = '', month = '', day = ''): Day {
  const number = Number(year);
  const whole = year.length > 2 ? number : number + (number < 70 ? 2_000 : 1_900);
  if (!isJalaliYear(whole)) return { year: whole, month: Number(month), day: Number(day) };
  if (Number(month) > 12 || Number(day) > 31) return { year: 0, month: 0, day: 0 };
  const { gy, gm, gd } = toGregorian(whole, Number(month), Number(day));
  return { year: gy, month: gm, day: gd, isJalali: true };
}

function fromOrdinal(year: number, day: number): Day {
  const date = new Date(Date.UTC(year, 0, day));
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Week 1 is the one with 4 January (ISO 8601). */
function fromWeek(year: number, week: number, weekday: number): Day {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const date = new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + weekday - 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function isRealDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
