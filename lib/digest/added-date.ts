import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';
import { CalendarEntry } from './calendar-entry.ts';

/** A date that the operator added to a running deployment, beside those that ship with it. */
export const AddedDate = z.object({
  schemaVersion: z.literal(1),
  entry: CalendarEntry,
  addedAt: z.iso.datetime(),
});
export type AddedDate = z.infer<typeof AddedDate>;

export const addedDateHistory: RecordHistory = { name: 'date of the calendar', upgrades: [] };
