import { renameSync, writeFileSync } from 'node:fs';
import { checkCalendar } from '../digest/check-calendar.ts';
import { writeCalendar } from '../digest/write-calendar.ts';
import { UserError } from '../errors.ts';
import { readCalendarFile } from './calendar-file.ts';
import type { CommandIo } from './command-io.ts';
import { sayAdded, type TypedDate, typedDate } from './typed-date.ts';

export interface CalendarWriteOptions extends TypedDate {
  /** File with a calendar. */
  calendar: string;
  json?: boolean | undefined;
}

/**
 * Adds an entry at the end of the file. The file is written only when it is sound with it, and then whole: whatever was
 * typed, it is the former one or the new one.
 *
 * @param today YYYY-MM-DD
 * @throws UserError with exit code 2 for what was typed wrongly, 1 for a file that was not sound before
 */
export async function calendarWriteCommand(
  kind: string,
  options: CalendarWriteOptions,
  today: string,
  io: CommandIo,
): Promise<void> {
  const file = options.calendar;
  const content = readCalendarFile(file);
  const before = checkCalendar(content, today);
  if (before.problems.length > 0) {
    throw new UserError(`${file} is to be mended first: ${before.problems[0]}; "vigil calendar check" tells all`);
  }
  const entry = typedDate(kind, options, today);
  const text = writeCalendar([...(content as { dates: unknown[] }).dates, entry]);
  const [problem] = checkCalendar(JSON.parse(text), today).problems;
  if (problem !== undefined) throw new UserError(`calendar add: ${problem}; nothing was written`, 2);
  writeWhole(file, text);
  if (options.json) return io.stdout(JSON.stringify(JSON.parse(text).dates.at(-1), null, 2));
  io.stdout(sayAdded(options));
  io.stderr(`${file} has it; deploy again, or start again, and digests tell of it`);
}

/** By a rename, so that nobody ever reads half a file. */
function writeWhole(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (cause) {
    throw new UserError(`${file} cannot be written: ${(cause as Error).message}; nothing was changed`, 1, { cause });
  }
}
