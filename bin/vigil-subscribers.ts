import type { Command } from 'commander';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

const OWNER_ASKS = [
  '--owner-asks',
  'although a mail bounced there, or they left under another spelling: its owner wants it now',
] as const;

/** What a reader gets, as options of several commands. */
const withSettings = (command: Command): Command =>
  command
    .option('--zone <zone>', 'IANA time zone')
    .option('--hour <hour>', 'local hour from which the edition is due, 0 to 23')
    .option('--language <tag>', 'language of the frame: en or fa')
    .option('--frequency <how>', 'daily, weekly or instant (at most one mail an hour)')
    .option('--weekday <day>', 'of a weekly edition, and of the line on quiet days: monday to sunday')
    .option('--quiet <what>', 'a day without news: line, skip, or weekly (one line a week)')
    .option('--theme <themes>', 'only these, comma-separated; all for no limit')
    .option('--coverage-language <tags>', 'only coverage in these languages; all for no limit')
    .option('--relation <relations>', 'only of these, for example independent,agency; all for no limit')
    .option('--outlet <ids>', 'only of these outlets; all for no limit')
    .option('--min-score <points>', 'only from this score on; all for no limit');

/** `vigil subscribers`: readers of the digest. */
export function addSubscriberCommands(program: Command, withNeeds: WithNeeds): void {
  const subscribers = program.command('subscribers').description('readers of the digest');
  withSettings(
    subscribers
      .command('add')
      .description('add a reader who is known to want it (default: daily from 7:00 UTC, in English, all coverage)')
      .argument('<address>')
      .option(...OWNER_ASKS),
  ).action(async (address: string, options: object) => {
    const { subscribersAddCommand } = await import('../lib/cli/subscribers.ts');
    await withNeeds((needs) => subscribersAddCommand(address, options, needs, terminal));
  });
  withSettings(
    subscribers
      .command('invite')
      .description('ask an address by mail; it becomes a reader when its owner confirms')
      .argument('<address>')
      .option('--confirmed', 'they said yes already: add them without asking')
      .option(...OWNER_ASKS),
  ).action(async (address: string, options: object) => {
    const { subscribersInviteCommand } = await import('../lib/cli/subscribers-invite.ts');
    await withNeeds((needs) => subscribersInviteCommand(address, options, needs, terminal));
  });
  subscribers
    .command('list')
    .description('every reader with state, zone and hour')
    .option('--pending', 'addresses that were asked and have not confirmed yet')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { subscribersListCommand } = await import('../lib/cli/subscribers.ts');
      await withNeeds((needs) => subscribersListCommand(options, needs, terminal));
    });
  subscribers
    .command('show')
    .description('what one reader gets')
    .argument('<address or id>')
    .option('--json', 'as JSON')
    .action(async (addressOrId: string, options: object) => {
      const { subscribersShowCommand } = await import('../lib/cli/subscribers-settings.ts');
      await withNeeds((needs) => subscribersShowCommand(addressOrId, options, needs, terminal));
    });
  withSettings(
    subscribers
      .command('set')
      .description('change what a reader gets; what is not said stays')
      .argument('<address or id>')
      .option('--address <address>', 'another mail address, known to be theirs')
      .option(...OWNER_ASKS),
  ).action(async (addressOrId: string, options: object) => {
    const { subscribersSetCommand } = await import('../lib/cli/subscribers-settings.ts');
    await withNeeds((needs) => subscribersSetCommand(addressOrId, options, needs, terminal));
  });
  subscribers
    .command('pause')
    .description('send a reader nothing until they are resumed')
    .argument('<address or id>')
    .option('--reason <text>', 'shown in the list')
    .action(async (addressOrId: string, options: object) => {
      const { subscribersPauseCommand } = await import('../lib/cli/subscribers-state.ts');
      await withNeeds((needs) => subscribersPauseCommand(addressOrId, options, needs, terminal));
    });
  subscribers
    .command('resume')
    .description('send a reader editions again')
    .argument('<address or id>')
    .option('--reason <text>', 'needed for one who unsubscribed or whose mailbox refused')
    .action(async (addressOrId: string, options: object) => {
      const { subscribersResumeCommand } = await import('../lib/cli/subscribers-state.ts');
      await withNeeds((needs) => subscribersResumeCommand(addressOrId, options, needs, terminal));
    });
  subscribers
    .command('rotate')
    .description('end every web, feed and settings link that a reader was given')
    .argument('<address or id>')
    .action(async (addressOrId: string) => {
      const { subscribersRotateCommand } = await import('../lib/cli/subscribers-settings.ts');
      await withNeeds((needs) => subscribersRotateCommand(addressOrId, {}, needs, terminal));
    });
  subscribers
    .command('remove')
    .description('remove a reader')
    .argument('<address or id>')
    .action(async (addressOrId: string) => {
      const { subscribersRemoveCommand } = await import('../lib/cli/subscribers.ts');
      await withNeeds((needs) => subscribersRemoveCommand(addressOrId, {}, needs, terminal));
    });
  subscribers
    .command('export')
    .description('readers, settings and states as JSON')
    .action(async (options: object) => {
      const { subscribersExportCommand } = await import('../lib/cli/subscribers-file.ts');
      await withNeeds((needs) => subscribersExportCommand(options, needs, terminal));
    });
  subscribers
    .command('import')
    .description('ask every address of a list by mail: the JSON of export, or one address a line')
    .argument('<file>')
    .option('--confirmed', 'they said yes already: add them without asking')
    .option('--json', 'print the counts as JSON')
    .action(async (file: string, options: object) => {
      const { subscribersImportCommand } = await import('../lib/cli/subscribers-file.ts');
      await withNeeds((needs) => subscribersImportCommand(file, options, needs, terminal));
    });
}
