import type { Command } from 'commander';
import type { CalendarAddOptions } from '../lib/cli/calendar-add.ts';
import type { CalendarCheckOptions } from '../lib/cli/calendar-check.ts';
import type { CalendarListOptions } from '../lib/cli/calendar-list.ts';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

const today = () => new Date().toISOString().slice(0, 10);
const collect = (value: string, former: string[] = []): string[] => [...former, value];
const FILE = ['--calendar <file>', 'default: the one in use'] as const;

interface InFile {
  calendar?: string;
}

/** The commands about dates on which coverage is to be expected. @param ownFile the calendar of the data folder, where it has one */
export function addCalendarCommands(program: Command, ownFile: () => string | undefined, withNeeds: WithNeeds): void {
  const calendar = program.command('calendar').description('dates on which coverage is to be expected');
  calendar
    .command('list', { isDefault: true })
    .description('what comes, the nearest first: where each date is from, and whether somebody looked it up')
    .option('--days <number>', 'how far to look', '30')
    .option('--calendar <file>', 'of this file alone (default: what ships, and what was added)')
    .option('--json', 'as JSON')
    .action(async (options: CalendarListOptions & InFile) => {
      const { calendarListCommand, calendarOfFile } = await import('../lib/cli/calendar-list.ts');
      const { calendar } = options;
      if (calendar !== undefined) return calendarListCommand(options, today(), calendarOfFile(calendar), terminal);
      await withNeeds((needs) => calendarListCommand(options, today(), needs, terminal));
    });
  calendar
    .command('check')
    .description('entries that do not fit, ids that stand twice, days that there are not, calendars that contradict')
    .option(...FILE)
    .option('--json', 'as JSON')
    .action(async (options: CalendarCheckOptions) => {
      const { calendarCheckCommand } = await import('../lib/cli/calendar-check.ts');
      await calendarCheckCommand({ ...options, calendar: options.calendar ?? ownFile() }, today(), terminal);
    });
  calendar
    .command('add')
    .description('one date more, of which the next digests tell; nothing is kept that is not sound')
    .argument('<kind>', 'hearing, gathering, anniversary or observance')
    .requiredOption('--id <id>', 'its name in the calendar, as svea-appeal-opening')
    .requiredOption('--date <day>', '2026-12-03, or by the Persian calendar 1405-09-12')
    .requiredOption('--name <text>', 'as the English digest shows it')
    .requiredOption('--name-fa <text>', 'as the Persian digest shows it')
    .option('--every-year', 'by the calendar in which the date is given; its year is the first, counted from')
    .option('--court <text>', 'of a hearing: which court')
    .option('--court-fa <text>', 'the same in Persian')
    .option('--place <text>', 'of a hearing: where')
    .option('--place-fa <text>', 'the same in Persian')
    .option('--status <what>', 'of a hearing: announced (default) or postponed')
    .option('--source <address>', 'page that says so, read today')
    .option('--general-knowledge <note>', 'in place of a source, where nobody looked it up')
    .option(
      '--expect <words>',
      'coverage is missed when no article has such words; may be given more than once',
      collect,
    )
    .option('--expect-days <number>', 'how long after the date coverage is waited for (default: 2)')
    .option('--shown-days-before <number>', 'from when digests tell of it (default: 14)')
    .option('--calendar <file>', 'into this file, to be shipped, in place of what runs')
    .option('--json', 'print the entry as JSON')
    .action(async (kind: string, options: CalendarAddOptions & InFile) => {
      const { calendar } = options;
      if (calendar !== undefined) {
        const { calendarWriteCommand } = await import('../lib/cli/calendar-write.ts');
        return calendarWriteCommand(kind, { ...options, calendar }, today(), terminal);
      }
      const { calendarAddCommand } = await import('../lib/cli/calendar-add.ts');
      await withNeeds((needs) => calendarAddCommand(kind, options, needs, terminal));
    });
  calendar
    .command('remove')
    .description('take back a date that was added to what runs')
    .argument('<id>')
    .action(async (id: string, options: object) => {
      const { calendarRemoveCommand } = await import('../lib/cli/calendar-remove.ts');
      await withNeeds((needs) => calendarRemoveCommand(id, options, needs, terminal));
    });
}
