import { dayBefore } from '../coverage/days.ts';
import { parseCalendar } from '../digest/calendar-entry.ts';
import { findOccurrences, type Occurrence } from '../digest/find-occurrences.ts';
import { toPersian } from '../digest/persian-date.ts';
import { type CalendarFileOptions, calendarFile, readCalendarFile } from './calendar-file.ts';
import type { CommandIo } from './command-io.ts';
import { readDays } from './read-days.ts';
import { textTable } from './text-table.ts';

export interface CalendarListOptions extends CalendarFileOptions {
  /** As typed. */
  days: string | number;
  json?: boolean | undefined;
}

const MOST_DAYS = 999;
const DAY_MILLISECONDS = 86_400_000;

/** What comes in the next days, today's dates included, the nearest first. @param today YYYY-MM-DD */
export async function calendarListCommand(options: CalendarListOptions, today: string, io: CommandIo): Promise<void> {
  const days = readDays(options.days, MOST_DAYS);
  const file = calendarFile(options);
  const calendar = parseCalendar(readCalendarFile(file), file);
  const coming = findOccurrences(calendar, today, dayBefore(today, -days)).map((one) => ({
    ...one,
    days: (Date.parse(one.date) - Date.parse(today)) / DAY_MILLISECONDS,
  }));
  if (options.json) return io.stdout(JSON.stringify(coming.map(recordOf), null, 2));
  if (coming.length > 0) io.stdout(textTable(['date', 'Persian', 'wait', 'kind', 'id', 'what'], coming.map(rowOf)));
  const found = coming.length === 1 ? 'one date' : `${coming.length} dates`;
  io.stderr(`${coming.length === 0 ? 'nothing' : found} in the next ${days} days, of ${calendar.length} in ${file}`);
}

type Coming = Occurrence & { days: number };

function recordOf({ entry, date, ordinal, days }: Coming) {
  const { id, kind, name, hearing, source } = entry;
  return { id, kind, date, persian: toPersian(date), days, ordinal, name, hearing, source };
}

function rowOf({ entry, date, ordinal, days }: Coming): string[] {
  const { id, kind, name, hearing, source } = entry;
  const wait = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  const where = hearing && `${hearing.court.en}, ${hearing.place.en}, ${hearing.status}`;
  const what = [ordinal === undefined ? name.en : `${name.en} (${ordinal} years)`, where].filter(Boolean).join(' · ');
  const doubt = typeof source !== 'string' && source.kind === 'general-knowledge' ? ' · not looked up' : '';
  return [date, toPersian(date), wait, kind, id, `${what}${doubt}`];
}
