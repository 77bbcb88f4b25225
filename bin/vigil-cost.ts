import type { Command } from 'commander';
import { UserError } from '../lib/errors.ts';
import { terminal } from './run-command.ts';
import type { WithNeeds } from './with-needs.ts';

/** `vigil cost`: what was used of AWS and what it costs; `--model` says it of what is not there yet. */
export function addCostCommand(program: Command, withNeeds: WithNeeds): void {
  program
    .command('cost')
    .description('what the last day and the month used of AWS, in units and dollars; at home, what it would cost there')
    .option('--month <month>', 'YYYY-MM (default: the month that is)')
    .option('--model', 'instead: what a month of so many feeds and articles would cost')
    .option('--feeds <number>', 'with --model (default: 300)')
    .option('--articles <number>', 'a month, with --model (default: 60000)')
    .option('--readers <number>', 'of the digest, with --model (default: 50)')
    .option('--region <region>', 'with --model (default: the first of config/prices.json)')
    .option('--scale', 'with --model: the table for 300, 3,000 and 30,000 feeds')
    .option('--json', 'as JSON')
    .action(async (options: Record<string, string | boolean | undefined>) => {
      if (options.model) return model(options);
      const forModel = ['feeds', 'articles', 'readers', 'region', 'scale'].filter(
        (name) => options[name] !== undefined,
      );
      if (forModel.length > 0) throw new UserError(`cost: --${forModel[0]} goes with --model`, 2);
      const { costCommand } = await import('../lib/cli/cost.ts');
      await withNeeds((needs) => costCommand(options as object, needs, terminal));
    });
}

async function model(options: object): Promise<void> {
  if ('month' in options) throw new UserError('cost: --month is what was metered, --model what would be: give one', 2);
  const [{ costModelCommand }, { parsePriceTable }, { default: prices }] = await Promise.all([
    import('../lib/cli/cost-model.ts'),
    import('../lib/cost/price-table.ts'),
    import('../config/prices.json', { with: { type: 'json' } }),
  ]);
  costModelCommand(options, parsePriceTable(prices), terminal);
}
