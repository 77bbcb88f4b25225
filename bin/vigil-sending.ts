import type { Command } from 'commander';
import type { DigestResendOptions } from '../lib/cli/digest-resend.ts';
import type { DigestSendOptions } from '../lib/cli/digest-send.ts';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

/** What the operator does about mails: try one, see who got which, have one sent after all. @param digest the group */
export function addSendingCommands(digest: Command, withNeeds: WithNeeds): void {
  digest
    .command('send')
    .description('send a test of what a digest would be now to one address; touches no edition')
    .requiredOption('--to <address>', 'where it goes, and nowhere else')
    .option('--test', 'say so: nothing else is sent by hand')
    .option('--subscriber <id>', 'id or address of the reader whose digest it is (default: English, UTC)')
    .action(async (options: DigestSendOptions) => {
      const { digestSendCommand } = await import('../lib/cli/digest-send.ts');
      await withNeeds((needs) => digestSendCommand(options, needs, terminal));
    });
  digest
    .command('status')
    .description('editions of the last days: who got what, and what is unknown')
    .option('--days <number>', 'local dates back, today included', '3')
    .option('--subscriber <id>', 'id or address of one reader')
    .option('--sent-to <address>', 'only mails that went to this mailbox, whoever has it now')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { digestStatusCommand } = await import('../lib/cli/digest-status.ts');
      await withNeeds((needs) => digestStatusCommand(options, needs, terminal));
    });
  digest
    .command('resend')
    .description('have an edition sent that certainly was not; says why where that is not safe')
    .requiredOption('--edition <id>', 'as "digest status" shows it, or its date')
    .requiredOption('--to <address or id>', 'its reader')
    .option('--may-come-twice', 'even what was sent, or may have been: the reader may get it twice')
    .action(async (options: DigestResendOptions) => {
      const { digestResendCommand } = await import('../lib/cli/digest-resend.ts');
      await withNeeds((needs) => digestResendCommand(options, needs, terminal));
    });
}
