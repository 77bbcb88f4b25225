import { isValidJalaaliDate, jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js';

/** YYYY-MM-DD; of a day that the month has not, the next month's. */
export const isoDate = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const fieldsOf = (date: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
};

const written = (year: number, month: number, day: number): string =>
  [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

/** YYYY-MM-DD of the Persian calendar. @param date YYYY-MM-DD of the Gregorian */
export function toPersian(date: string): string {
  const { jy, jm, jd } = toJalaali(...fieldsOf(date));
  return written(jy, jm, jd);
}

/** The Gregorian YYYY-MM-DD; undefined for a day that the Persian calendar has not. @param date YYYY-MM-DD of the Persian */
export function fromPersian(date: string): string | undefined {
  const [year, month, day] = fieldsOf(date);
  if (!isValidJalaaliDate(year, month, day)) return undefined;
  const { gy, gm, gd } = toGregorian(year, month, day);
  return isoDate(gy, gm, gd);
}

/** The day in a year; where the last month is too short for it, its last: 29 Esfand in most years. */
export function dayInPersianYear(year: number, month: number, day: number): string {
  const { gy, gm, gd } = toGregorian(year, month, Math.min(day, jalaaliMonthLength(year, month)));
  return isoDate(gy, gm, gd);
}
