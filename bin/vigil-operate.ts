import type { Command } from 'commander';
import type { OperatorStores } from '../lib/aws/operator-stores.ts';
import type { ReclassifyOptions } from '../lib/cli/reclassify.ts';
import type { ReplayOptions } from '../lib/cli/replay.ts';
import packageJson from '../package.json' with { type: 'json' };
import { terminal } from './run-command.ts';
import type { CommandNeeds, WithNeeds } from './with-needs.ts';

type OperatorNeeds = CommandNeeds & Omit<OperatorStores, 'close'> & { signal: AbortSignal };

/**
 * The commands that mend and keep: dead letters, lost items, labels, backups, upgrades.
 *
 * @param placeName the stack or folder in words
 * @returns runs work on the tables, with what only bulk work reads and writes
 */
export function addOperatorCommands(
  program: Command,
  withNeeds: WithNeeds,
  placeName: () => string,
): (work: (needs: OperatorNeeds) => Promise<void>) => Promise<void> {
  const withStores = (work: (needs: OperatorNeeds) => Promise<void>) =>
    withNeeds(async (needs) => {
      const [{ openOperatorStores }, { stopSignal }] = await Promise.all([
        import('../lib/aws/operator-stores.ts'),
        import('../lib/local/stop-signal.ts'),
      ]);
      const signal = stopSignal(() =>
        terminal.stderr('\nStopping: what is under way is finished first; Ctrl-C again ends at once.'),
      );
      const { close, ...stores } = openOperatorStores(needs.settings, needs.now);
      await work({ ...needs, ...stores, signal }).finally(close);
    });

  program
    .command('redrive')
    .description('bring dead letters back to their queue, and show what they are')
    .argument('[queue]', 'feeds, articles or mail-events (default: all)')
    .option('--dry-run', 'show them, move nothing')
    .option('--json', 'as JSON')
    .action(async (queue: string | undefined, options: object) => {
      const { redriveCommand } = await import('../lib/cli/redrive.ts');
      await withStores(async (needs) => {
        const deadLetterQueues = await needs.openDeadLetterQueues();
        await redriveCommand(queue, options, { deadLetterQueues, signal: needs.signal }, terminal);
      });
    });

  program
    .command('replay')
    .description('put items first seen since a time through the pipeline again; what is recorded stays')
    .requiredOption('--since <when>', '36h, 2d, 2026-11-20 or a whole ISO time')
    .option(
      '--outcome <ends>',
      'comma-separated: none, unavailable, unreadable, blocked, off-topic, passing-mention, over-limit, too-old (default: the first three)',
    )
    .option('--feed <id or url>', 'of this feed only')
    .option('--dry-run', 'count them, send nothing')
    .option('--json', 'as JSON')
    .action(async (options: ReplayOptions) => {
      const { replayCommand } = await import('../lib/cli/replay.ts');
      await withStores((needs) => replayCommand(options, needs, terminal));
    });

  program
    .command('reclassify')
    .description('judge stored articles anew by the rules in use; former labels are kept')
    .requiredOption('--since <when>', 'recorded or first seen since: 36h, 30d, 2026-11-20 or a whole ISO time')
    .option('--dry-run', 'say what would change, change nothing')
    .option('--json', 'as JSON')
    .action(async (options: ReclassifyOptions) => {
      const { reclassifyCommand } = await import('../lib/cli/reclassify.ts');
      await withStores((needs) => reclassifyCommand(options, needs, terminal));
    });

  program
    .command('backup')
    .description('every table into a folder, for its owner only')
    .argument('<dir>', 'an empty folder, or one with an earlier backup, which gives way')
    .option('--archive', 'also the archived pages, articles and editions that are not there yet')
    .option('--json', 'as JSON')
    .action(async (dir: string, options: object) => {
      const { backupCommand } = await import('../lib/cli/backup.ts');
      await withStores((needs) =>
        backupCommand(dir, options, { ...needs, appVersion: packageJson.version, placeName: placeName() }, terminal),
      );
    });

  program
    .command('restore')
    .description('a backup into the tables here; rows that stand there stay')
    .argument('<dir>')
    .option('--overwrite', 'rows that stand there give way to those of the backup')
    .option('--dry-run', 'verify and count, write nothing')
    .option('--json', 'as JSON')
    .action(async (dir: string, options: object) => {
      const { restoreCommand } = await import('../lib/cli/restore.ts');
      await withStores((needs) => restoreCommand(dir, options, needs, terminal));
    });

  program
    .command('migrate')
    .description('rewrite the rows that a version before has written')
    .option('--dry-run', 'count them by version, change nothing')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { migrateCommand } = await import('../lib/cli/migrate.ts');
      await withStores((needs) => migrateCommand(options, needs, terminal));
    });

  return withStores;
}
