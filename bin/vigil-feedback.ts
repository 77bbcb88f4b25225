import type { Command } from 'commander';
import type { FeedbackOptions } from '../lib/cli/feedback.ts';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

/** The commands that read what readers said of articles. */
export function addFeedbackCommands(program: Command, withNeeds: WithNeeds): void {
  const feedback = program.command('feedback').description('what readers said of articles');
  feedback
    .command('list')
    .description('every vote, and whether it counts')
    .option('--since <when>', '36h, 30d, 2026-11-20 or a whole ISO time (default: all that is kept, two years)')
    .option('--json', 'as JSON')
    .action(async (options: FeedbackOptions) => {
      const { feedbackListCommand } = await import('../lib/cli/feedback.ts');
      await withNeeds((needs) => feedbackListCommand(options, needs, terminal));
    });
  feedback
    .command('export')
    .description('labelled texts as JSON lines, for "rules test --gold FILE" and "rules propose --gold FILE"')
    .option('--since <when>', '36h, 30d, 2026-11-20 or a whole ISO time (default: all that is kept, two years)')
    .option('--json', 'as one JSON array')
    .action(async (options: FeedbackOptions) => {
      const { feedbackExportCommand } = await import('../lib/cli/feedback.ts');
      await withNeeds((needs) => feedbackExportCommand(options, needs, terminal));
    });
}
