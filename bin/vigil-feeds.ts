import type { Command } from 'commander';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

/** `vigil feeds …`: the feed list. */
export function addFeedCommands(program: Command, withNeeds: WithNeeds): void {
  const feeds = program.command('feeds').description('the feed list');
  feeds
    .command('list')
    .description('every feed with what its last check found')
    .option('--state <state>', 'active, paused or gone')
    .option('--json', 'whole records as JSON')
    .action(async (options: object) => {
      const { feedsListCommand } = await import('../lib/cli/feeds-list.ts');
      await withNeeds((needs) => feedsListCommand(options, needs, terminal));
    });
  feeds
    .command('add')
    .description('add a feed, by its own address or its site’s')
    .argument('<url>')
    .option('--title <text>', 'instead of the feed’s own')
    .option('--language <tag>', 'for example fa')
    .option(
      '--relation <relation>',
      'who speaks: campaign, state, independent, agency, rights, igo, exile, blog, unknown',
    )
    .option('--outlet-id <id>', 'an outlet of config/outlets.json')
    .option('--note <text>', 'why the feed is in the list')
    .option('--interval-minutes <minutes>', 'how often it is asked')
    .action(async (url: string, options: object) => {
      const { feedsAddCommand } = await import('../lib/cli/feeds-add.ts');
      await withNeeds((needs) => feedsAddCommand(url, options, needs, terminal), url);
    });
  feeds
    .command('test')
    .description('fetch and read an address as Vigil would; changes nothing')
    .argument('<url>')
    .option('--json', 'as JSON')
    .action(async (url: string, options: object) => {
      const { feedsTestCommand } = await import('../lib/cli/feeds-test.ts');
      await withNeeds((needs) => feedsTestCommand(url, options, needs, terminal), url);
    });
  feeds
    .command('import')
    .description('add the feeds of a list (JSON or OPML), from a file or an address')
    .argument('<file or url>')
    .option('--update', 'feeds in the list take the settings of the file')
    .option('--json', 'print the counts as JSON')
    .action(async (source: string, options: object) => {
      const { feedsImportCommand } = await import('../lib/cli/feeds-import.ts');
      await withNeeds((needs) => feedsImportCommand(source, options, needs, terminal), source);
    });
  feeds
    .command('export')
    .description('the whole list with its settings, on stdout')
    .option('--format <format>', 'json or opml', 'json')
    .action(async (options: object) => {
      const { feedsExportCommand } = await import('../lib/cli/feeds-export.ts');
      await withNeeds((needs) => feedsExportCommand(options, needs, terminal));
    });

  const changes = [
    ['pause', 'stop asking a feed; its settings stay', 'feedsPauseCommand'],
    ['resume', 'ask a paused feed again', 'feedsResumeCommand'],
    ['remove', 'take a feed off the list; its coverage stays', 'feedsRemoveCommand'],
  ] as const;
  for (const [name, description, run] of changes) {
    feeds
      .command(name)
      .description(description)
      .argument('<url or id>')
      .action(async (urlOrId: string) => {
        const commands = await import('../lib/cli/feeds-pause.ts');
        await withNeeds((needs) => commands[run](urlOrId, {}, needs, terminal));
      });
  }
}
