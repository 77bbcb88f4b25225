import type { Command } from 'commander';
import type { CalendarAddOptions } from '../lib/cli/calendar-add.ts';
import type { CalendarCheckOptions } from '../lib/cli/calendar-check.ts';
import type { CalendarListOptions } from '../lib/cli/calendar-list.ts';
import { terminal } from './run-command.ts';

const today = () => new Date().toISOString().slice(0, 10);
const collect = (value: string, former: string[] = []): string[] => [...former, value];
const FILE = ['--calendar <file>', 'default: the one in use'] as const;

/** The commands about dates on which coverage is to be expected. @param ownFile the calendar of the data folder, where it has one */
export function addCalendarCommands(program: Command, ownFile: () => string | undefined): void {
  const onFile = <Options extends { calendar?: string | undefined }>(options: Options): Options => ({
    ...options,
    calendar: options.calendar ?? ownFile(),
  });
  const calendar = program.command('calendar').description('dates on which coverage is to be expected');
  calendar
    .command('list', { isDefault: true })
    .description('what comes, the nearest first')
    .option('--days <number>', 'how far to look', '30')
    .option(...FILE)
    .option('--json', 'as JSON')
    .action(async (options: CalendarListOptions) => {
      const { calendarListCommand } = await import('../lib/cli/calendar-list.ts');
      await calendarListCommand(onFile(options), today(), terminal);
    });
  calendar
    .command('check')
    .description('entries that do not fit, ids that stand twice, days that there are not, calendars that contradict')
    .option(...FILE)
    .option('--json', 'as JSON')
    .action(async (options: CalendarCheckOptions) => {
      const { calendarCheckCommand } = await import('../lib/cli/calendar-check.ts');
      await calendarCheckCommand(onFile(options), today(), terminal);
    });
  calendar
    .command('add')
    .description('one entry more; nothing is written that is not sound')
    .argument('<kind>', 'hearing, gathering, anniversary or observance')
    .requiredOption('--id <id>', 'its name in the file, as svea-appeal-opening')
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
    .option(...FILE)
    .option('--json', 'print the entry as JSON')
    .action(async (kind: string, options: CalendarAddOptions) => {
      const { calendarAddCommand } = await import('../lib/cli/calendar-add.ts');
      await calendarAddCommand(kind, onFile(options), today(), terminal);
    });
}
