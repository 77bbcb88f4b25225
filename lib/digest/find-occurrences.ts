import { dayBefore, daysBetween } from '../coverage/days.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { weekdayOf } from './local-time.ts';
import { dayInPersianYear, isoDate, toPersian } from './persian-date.ts';

/** One date of the calendar in one year. */
export interface Occurrence {
  entry: CalendarEntry;
  /** YYYY-MM-DD */
  date: string;
  /** How many years it is since the first, where that is counted. */
  ordinal?: number;
}

function weekdayBefore(date: string, weekday: number): string {
  return dayBefore(date, (weekdayOf(date) - weekday + 7) % 7 || 7);
}

/** Its dates of the Gregorian year, or near it: a Persian year lies in two. */
function datesNear({ when }: CalendarEntry, year: number): string[] {
  const persianYears = [year - 622, year - 621, year - 620];
  switch (when.every) {
    case 'once':
      return [when.date];
    case 'gregorian-year':
      return [isoDate(year, when.month, when.day)];
    case 'persian-year':
      return persianYears.map((each) => dayInPersianYear(each, when.month, when.day));
    case 'persian-year-weekday-before':
      return persianYears.map((each) => weekdayBefore(dayInPersianYear(each, when.month, when.day), when.weekday));
  }
}

function ordinalOf({ countedFrom, when }: CalendarEntry, date: string): number | undefined {
  if (countedFrom === undefined) return undefined;
  if (!when.every.startsWith('persian')) return Number(date.slice(0, 4)) - countedFrom;
  // Counted in its own calendar, by the Persian year in which most of the first year lies.
  return Number(toPersian(date).slice(0, 4)) - (countedFrom - 621);
}

/** Every date of the calendar from the first day to the last, both included; by date, then in the calendar's order. */
export function findOccurrences(calendar: readonly CalendarEntry[], fromDay: string, toDay: string): Occurrence[] {
  const years = [...new Set(daysBetween(fromDay, toDay).map((day) => Number(day.slice(0, 4))))];
  return calendar
    .flatMap((entry) =>
      [...new Set(years.flatMap((year) => datesNear(entry, year)))]
        .filter((date) => fromDay <= date && date <= toDay)
        .map((date): Occurrence => {
          const ordinal = ordinalOf(entry, date);
          return { entry, date, ...(ordinal !== undefined && ordinal > 0 && { ordinal }) };
        }),
    )
    .toSorted((a, b) => a.date.localeCompare(b.date));
}
