import type { AddedDateStore } from '../digest/added-date-store.ts';
import type { CalendarEntry } from '../digest/calendar-entry.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';

export interface CalendarRemoveNeeds {
  /** The dates that ship. */
  calendar: readonly CalendarEntry[];
  addedDateStore: Pick<AddedDateStore, 'remove'>;
}

/** Takes back a date that was added to what runs. */
export async function calendarRemoveCommand(
  id: string,
  _options: object,
  { calendar, addedDateStore }: CalendarRemoveNeeds,
  io: CommandIo,
): Promise<void> {
  if (await addedDateStore.remove(id)) return io.stdout(`removed ${id}; the next digests do not tell of it`);
  if (calendar.some((entry) => entry.id === id)) {
    throw new UserError(`${id} was not added: it ships in config/calendar.json; take it out there and deploy again`);
  }
  throw new UserError(`${id}: no such date; "vigil calendar list --days 999" shows them`);
}
