import type { Command } from 'commander';
import type { Check, Finding } from '../lib/cli/doctor.ts';
import { UserError } from '../lib/errors.ts';
import type { LocalStack } from '../lib/local/open-stack.ts';
import type { Services } from '../lib/services.ts';
import { terminal } from './run-command.ts';

export interface DoctorPlaces {
  /** Name of the deployed stack to look at; undefined for the embedded one. */
  stackName: () => string | undefined;
  onStack: (work: (stack: LocalStack) => Promise<void>) => Promise<void>;
}

/** `vigil doctor`: what is wrong, and what to do. */
export function addDoctorCommand(program: Command, { stackName, onStack }: DoctorPlaces): void {
  program
    .command('doctor')
    .description('check everything that must be right, and say what to do')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { doctorCommand } = await import('../lib/cli/doctor.ts');
      const report = (checks: readonly Check[]) => doctorCommand(options, [nodeVersion, ...checks], terminal);
      const name = stackName();
      const place = name === undefined ? 'data folder' : 'stack';
      let isOpen = false;
      try {
        const run = (checks: readonly Check[]) => {
          isOpen = true;
          return report(checks);
        };
        await (name === undefined ? checkHere(onStack, run) : checkStack(name, run));
      } catch (error) {
        if (isOpen || !(error instanceof UserError)) throw error;
        await report([{ name: place, run: () => ({ state: 'broken', says: error.message }) }]);
      }
    });
}

type Report = (checks: readonly Check[]) => Promise<void>;

function checkHere(onStack: DoctorPlaces['onStack'], report: Report): Promise<void> {
  return onStack(async ({ services, instance, dataDir }) => {
    const says = instance.isOwner ? `${dataDir}, used by nobody else` : `${dataDir}, used by process ${instance.pid}`;
    await report([{ name: 'data folder', run: () => ({ state: 'ok', says }) }, ...(await operation(services))]);
  });
}

async function checkStack(name: string, report: Report): Promise<void> {
  const [{ withDeployedStack }, { readStackSettings }, { readMailAccount }, { findMail }] = await Promise.all([
    import('./with-deployed-stack.ts'),
    import('../lib/aws/stack-settings.ts'),
    import('../lib/aws/mail-account.ts'),
    import('../lib/cli/find-mail.ts'),
  ]);
  await withDeployedStack(name, async (services) => {
    const { senderAddress } = services;
    await report([
      { name: 'stack', run: async () => findStack(await readStackSettings(name)) },
      ...(await operation(services)),
      { name: 'mail', run: async () => findMail(senderAddress, await readMailAccount(senderAddress)) },
    ]);
  });
}

async function operation(services: Services): Promise<Check[]> {
  const [{ checkOperation }, { readQueueDepths }] = await Promise.all([
    import('../lib/cli/check-operation.ts'),
    import('../lib/aws/queue-depths.ts'),
  ]);
  const queueDepths = () => readQueueDepths(services.settings.queueUrls);
  return checkOperation({ ...services, queueDepths, askPage });
}

/** The account and region that the caller's credentials reach, by the stack's own name in AWS. */
function findStack({ STACK_ID = '' }: Readonly<Record<string, string>>): Finding {
  const [, , , region, account, path] = STACK_ID.split(':');
  return { state: 'ok', says: `${path?.split('/')[1]} stands, in account ${account}, region ${region}` };
}

const nodeVersion: Check = {
  name: 'node',
  run: () => {
    const version = process.versions.node;
    if (Number.parseInt(version, 10) >= 24) return { state: 'ok', says: version };
    return { state: 'broken', says: `${version} is too old`, todo: 'run "npm ci", which brings Node 24 along' };
  },
};

/** @returns the status of the page's answer without its token, or why there was none */
async function askPage(url: string): Promise<number | string> {
  try {
    return (await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })).status;
  } catch (error) {
    const { cause, message } = error as Error;
    return cause instanceof Error ? cause.message || cause.name : message;
  }
}
