import type { Command } from 'commander';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

/** `vigil tokens` and `vigil sessions`: who may open the page and its API. */
export function addAccessCommands(program: Command, withNeeds: WithNeeds): void {
  const tokens = program.command('tokens').description('tokens by which programs read the API');
  tokens
    .command('add')
    .description('make a token and print it, this once')
    .argument('<name>', 'the program, for example nightly-export')
    .requiredOption('--scope <scopes>', 'coverage:read, feeds:read or both, comma-separated')
    .option('--days <days>', 'until it expires, 1 to 365', '90')
    .action(async (name: string, options: { scope: string; days: string }) => {
      const { tokensAddCommand } = await import('../lib/cli/tokens.ts');
      await withNeeds((needs) => tokensAddCommand(name, options, needs, terminal));
    });
  tokens
    .command('list')
    .description('every token that has not expired, with the day of its last use')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { tokensListCommand } = await import('../lib/cli/tokens.ts');
      await withNeeds((needs) => tokensListCommand(options, needs, terminal));
    });
  tokens
    .command('revoke')
    .description('end a token at once')
    .argument('<id>')
    .action(async (id: string) => {
      const { tokensRevokeCommand } = await import('../lib/cli/tokens.ts');
      await withNeeds((needs) => tokensRevokeCommand(id, {}, needs, terminal));
    });

  const sessions = program.command('sessions').description('who is signed in on the page');
  sessions
    .command('list')
    .description('every session with its end')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { sessionsListCommand } = await import('../lib/cli/sessions.ts');
      await withNeeds((needs) => sessionsListCommand(options, needs, terminal));
    });
  sessions
    .command('end')
    .description('sign somebody out everywhere; who has an account can sign in again')
    .argument('<address or id>')
    .action(async (addressOrId: string) => {
      const { sessionsEndCommand } = await import('../lib/cli/sessions.ts');
      await withNeeds((needs) => sessionsEndCommand(addressOrId, {}, needs, terminal));
    });
}
