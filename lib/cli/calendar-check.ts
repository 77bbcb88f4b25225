import { checkCalendar } from '../digest/check-calendar.ts';
import { UserError } from '../errors.ts';
import { type CalendarFileOptions, calendarFile, readCalendarFile } from './calendar-file.ts';
import type { CommandIo } from './command-io.ts';

export interface CalendarCheckOptions extends CalendarFileOptions {
  json?: boolean | undefined;
}

/** @param today YYYY-MM-DD  @throws UserError with exit code 1 when something is to be mended; what it is stands on stdout */
export async function calendarCheckCommand(options: CalendarCheckOptions, today: string, io: CommandIo): Promise<void> {
  const file = calendarFile(options);
  const findings = checkCalendar(readCalendarFile(file), today);
  const { problems, remarks, dates } = findings;
  if (options.json) io.stdout(JSON.stringify({ file, ...findings }, null, 2));
  else {
    for (const problem of problems) io.stdout(`mend  ${problem}`);
    for (const remark of remarks) io.stdout(`note  ${remark}`);
    if (problems.length === 0) io.stdout(`${dates} dates in ${file}: nothing to mend`);
  }
  if (problems.length > 0) {
    throw new UserError(
      `calendar check: ${problems.length} ${problems.length === 1 ? 'line' : 'lines'} to mend in ${file}`,
    );
  }
}
