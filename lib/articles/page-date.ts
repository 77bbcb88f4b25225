import { parseDate } from '../feeds/parse-date.ts';

/** The web is younger; an earlier date is a template's default. */
const EARLIEST = '1994';
const DAY_MILLISECONDS = 86_400_000;

/**
 * A date of the metadata as ISO 8601 in UTC.
 *
 * @returns undefined for text that names no day, and for days before 1994 or after tomorrow
 */
export function pageDate(text: string, now: Date): string | undefined {
  // A year, or a month and a year, is no day.
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) < 5) return undefined;
  const date = parseDate(text.trim());
  if (!date || date < EARLIEST) return undefined;
  return Date.parse(date) <= now.getTime() + DAY_MILLISECONDS ? date : undefined;
}
