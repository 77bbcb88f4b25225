import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import { readTextFile } from './text-file.ts';

export interface CalendarFileOptions {
  /** The one that ships, when absent. */
  calendar?: string | undefined;
}

export const calendarFile = ({ calendar }: CalendarFileOptions): string =>
  calendar ?? fileURLToPath(new URL('../../config/calendar.json', import.meta.url));

/** @throws UserError when it cannot be read or is not JSON */
export function readCalendarFile(file: string): unknown {
  const text = readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new UserError(`${file}: not JSON: ${why}; correct the file`, 1, { cause });
  }
}
