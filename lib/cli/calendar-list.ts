import { dayBefore } from '../coverage/days.ts';
import type { AddedDateStore } from '../digest/added-date-store.ts';
import { type CalendarEntry, parseCalendar } from '../digest/calendar-entry.ts';
import { checkedOn } from '../digest/calendar-source.ts';
import { findOccurrences, type Occurrence } from '../digest/find-occurrences.ts';
import { toPersian } from '../digest/persian-date.ts';
import { readCalendarFile } from './calendar-file.ts';
import type { CommandIo } from './command-io.ts';
import { readDays } from './read-days.ts';
import { textTable } from './text-table.ts';

export interface CalendarListOptions {
  /** As typed. */
  days: string | number;
  json?: boolean | undefined;
}

export interface CalendarListNeeds {
  /** The dates that ship. */
  calendar: readonly CalendarEntry[];
  addedDateStore: Pick<AddedDateStore, 'list'>;
}

/** The dates of one file, as those that ship. */
export const calendarOfFile = (file: string): CalendarListNeeds => ({
  calendar: parseCalendar(readCalendarFile(file), file),
  addedDateStore: { list: async () => [] },
});

const MOST_DAYS = 999;
const DAY_MILLISECONDS = 86_400_000;

/** What comes in the next days, today's dates included, the nearest first, with where each is from. @param today YYYY-MM-DD */
export async function calendarListCommand(
  options: CalendarListOptions,
  today: string,
  { calendar, addedDateStore }: CalendarListNeeds,
  io: CommandIo,
): Promise<void> {
  const days = readDays(options.days, MOST_DAYS);
  const added = await addedDateStore.list();
  const addedAt = new Map(added.map((date) => [date.entry, date.addedAt]));
  const coming = findOccurrences([...calendar, ...addedAt.keys()], today, dayBefore(today, -days)).map((one) => ({
    ...one,
    days: (Date.parse(one.date) - Date.parse(today)) / DAY_MILLISECONDS,
    addedAt: addedAt.get(one.entry),
  }));
  if (options.json) return io.stdout(JSON.stringify(coming.map(recordOf), null, 2));
  if (coming.length > 0) {
    const headings = ['date', 'Persian', 'wait', 'kind', 'id', 'from', 'source', 'what'];
    io.stdout(textTable(headings, coming.map(rowOf)));
  }
  const found = coming.length === 1 ? 'one date' : `${coming.length} dates`;
  const all = `${calendar.length} that ship${added.length === 0 ? '' : ` and ${added.length} that were added`}`;
  io.stderr(`${coming.length === 0 ? 'nothing' : found} in the next ${days} days, of ${all}`);
  const doubtful = coming.filter(({ entry }) => typeof checkedOn(entry.source) === 'string').length;
  if (doubtful > 0)
    io.stderr(`${doubtful} of them nobody has looked up: see "source" with --json before you rely on one`);
}

type Coming = Occurrence & { days: number; addedAt: string | undefined };

function recordOf({ entry, date, ordinal, days, addedAt }: Coming) {
  const { id, kind, name, hearing, source } = entry;
  const checked = checkedOn(source);
  const origin = { origin: addedAt === undefined ? 'shipped' : 'added', addedAt };
  const isChecked = typeof checked !== 'string';
  return { id, kind, date, persian: toPersian(date), days, ordinal, name, hearing, ...origin, isChecked, source };
}

const SOURCES = { 'page-not-read': 'page not read', 'general-knowledge': 'not looked up' } as const;

function rowOf({ entry, date, ordinal, days, addedAt }: Coming): string[] {
  const { id, kind, name, hearing, source } = entry;
  const wait = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  const where = hearing && `${hearing.court.en}, ${hearing.place.en}, ${hearing.status}`;
  const what = [ordinal === undefined ? name.en : `${name.en} (${ordinal} years)`, where].filter(Boolean).join(' · ');
  const from = addedAt === undefined ? 'shipped' : `added ${addedAt.slice(0, 10)}`;
  const checked = checkedOn(source);
  const basis = typeof checked === 'string' ? SOURCES[checked] : `read ${checked.readOn}`;
  return [date, toPersian(date), wait, kind, id, from, basis, what];
}
