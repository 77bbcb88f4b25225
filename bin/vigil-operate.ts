import type { Command } from 'commander';
import type { OperatorStores } from '../lib/aws/operator-stores.ts';
import type { ReplayOptions } from '../lib/cli/replay.ts';
import { terminal } from './run-command.ts';
import type { CommandNeeds, WithNeeds } from './with-needs.ts';

type OperatorNeeds = CommandNeeds & Omit<OperatorStores, 'close'> & { signal: AbortSignal };

/** The commands that mend and keep: dead letters, lost items, backups, upgrades. */
export function addOperatorCommands(program: Command, withNeeds: WithNeeds): void {
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
    .command('migrate')
    .description('rewrite the rows that a version before has written')
    .option('--dry-run', 'count them by version, change nothing')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { migrateCommand } = await import('../lib/cli/migrate.ts');
      await withStores((needs) => migrateCommand(options, needs, terminal));
    });
}
