import { type AddedDateStore, MOST_ADDED_DATES } from '../digest/added-date-store.ts';
import { CalendarEntry } from '../digest/calendar-entry.ts';
import { checkCalendar } from '../digest/check-calendar.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { sayAdded, type TypedDate, typedDate } from './typed-date.ts';

export interface CalendarAddOptions extends TypedDate {
  json?: boolean | undefined;
}

export interface CalendarAddNeeds {
  /** The dates that ship. */
  calendar: readonly CalendarEntry[];
  addedDateStore: Pick<AddedDateStore, 'list' | 'add'>;
  now: () => Date;
}

/**
 * Adds a date to what runs: the next digest tells of it. It stands beside the dates that ship, and is none of them.
 *
 * @throws UserError with exit code 2 for what was typed wrongly, 1 where there are too many; nothing was added then
 */
export async function calendarAddCommand(
  kind: string,
  options: CalendarAddOptions,
  { calendar, addedDateStore, now }: CalendarAddNeeds,
  io: CommandIo,
): Promise<void> {
  const addedAt = now().toISOString();
  const today = addedAt.slice(0, 10);
  const typed: unknown = JSON.parse(JSON.stringify(typedDate(kind, options, today)));
  const added = (await addedDateStore.list()).map(({ entry }) => entry);
  const taken = [...calendar, ...added].find(({ id }) => id === options.id);
  if (taken) {
    const way = added.includes(taken) ? '"vigil calendar remove" it first' : 'give another';
    throw new UserError(`--id ${options.id}: is the id of "${taken.name.en}"; ${way}`, 2);
  }
  const [problem] = checkCalendar({ version: 1, dates: [typed] }, today).problems;
  if (problem !== undefined)
    throw new UserError(`calendar add: ${problem.replace(/^entry 1 /, '')}; nothing was added`, 2);
  if (added.length >= MOST_ADDED_DATES) {
    throw new UserError(`there are ${added.length} dates; "vigil calendar remove" those that are over`);
  }
  const entry = CalendarEntry.parse(typed);
  if (!(await addedDateStore.add({ schemaVersion: 1, entry, addedAt })))
    throw new UserError(`--id ${options.id}: was added in this moment; look at "vigil calendar list"`);
  if (options.json) return io.stdout(JSON.stringify(typed, null, 2));
  io.stdout(sayAdded(options));
  io.stderr('the next digests tell of it; "vigil calendar list" shows it, "vigil calendar remove" takes it back');
}
