import type { Command } from 'commander';
import type { Check, Finding } from '../lib/cli/doctor.ts';
import { UserError } from '../lib/errors.ts';
import type { LocalStack } from '../lib/local/open-stack.ts';
import { stages } from '../lib/pipeline.ts';
import type { Services } from '../lib/services.ts';
import packageJson from '../package.json' with { type: 'json' };
import { terminal } from './run-command.ts';

export interface DoctorPlaces {
  /** Name of the deployed stack to look at; undefined for the embedded one. */
  stackName: () => string | undefined;
  onStack: (work: (stack: LocalStack) => Promise<void>) => Promise<void>;
  /** How the place is named on the command line, for what to type. */
  vigil: () => string;
}

/** `vigil doctor`: what is wrong, and what to do. */
export function addDoctorCommand(program: Command, places: DoctorPlaces): void {
  program
    .command('doctor')
    .description('check everything that must be right, and say what to do')
    .option('--json', 'as JSON')
    .action(async (options: object) => {
      const { doctorCommand } = await import('../lib/cli/doctor.ts');
      const report = (checks: readonly Check[]) => doctorCommand(options, [nodeVersion, ...checks], terminal);
      const name = places.stackName();
      const place = name === undefined ? 'data folder' : 'stack';
      let isOpen = false;
      try {
        const run = (checks: readonly Check[]) => {
          isOpen = true;
          return report(checks);
        };
        await (name === undefined ? checkHere(places, run) : checkStack(name, places.vigil(), run));
      } catch (error) {
        if (isOpen || !(error instanceof UserError)) throw error;
        await report([{ name: place, run: () => ({ state: 'broken', says: error.message }) }]);
      }
    });
}

type Report = (checks: readonly Check[]) => Promise<void>;

function checkHere({ onStack, vigil }: DoctorPlaces, report: Report): Promise<void> {
  return onStack(async ({ services, instance, dataDir }) => {
    const says = instance.isOwner ? `${dataDir}, used by nobody else` : `${dataDir}, used by process ${instance.pid}`;
    await withChecks({ services, vigil: vigil() }, (checks) =>
      report([{ name: 'data folder', run: () => ({ state: 'ok', says }) }, ...checks]),
    );
  });
}

async function checkStack(name: string, vigil: string, report: Report): Promise<void> {
  const [{ withDeployedStack }, { readStackSettings }, { readMailAccount }, { findMail }, { findSignature }] =
    await Promise.all([
      import('./with-deployed-stack.ts'),
      import('../lib/aws/stack-settings.ts'),
      import('../lib/aws/mail-account.ts'),
      import('../lib/cli/find-mail.ts'),
      import('../lib/cli/find-signature.ts'),
    ]);
  await withDeployedStack(name, async (services) => {
    const { senderAddress } = services;
    const outputs = await readStackSettings(name);
    const deployed = { app: outputs.VERSION, ruleSet: outputs.RULE_SET_VERSION };
    const account = readMailAccount(senderAddress);
    // Both of its checks say why it could not be read.
    account.catch(() => {});
    await withChecks({ services, vigil, deployed }, (checks) =>
      report([
        { name: 'stack', run: () => findStack(outputs) },
        ...checks,
        { name: 'mail', run: async () => findMail(senderAddress, await account) },
        { name: 'signature', run: async () => findSignature(senderAddress, await account) },
        { name: 'concurrency', run: findConcurrency },
      ]),
    );
  });
}

interface Place {
  services: Services;
  vigil: string;
  deployed?: { app: string | undefined; ruleSet: string | undefined };
}

/** What can be checked in either place. */
async function withChecks({ services, vigil, deployed }: Place, report: Report): Promise<void> {
  const [operation, depths, clock, versions, rows, stores] = await Promise.all([
    import('../lib/cli/check-operation.ts'),
    import('../lib/aws/queue-depths.ts'),
    import('../lib/aws/read-clock-offset.ts'),
    import('../lib/cli/find-versions.ts'),
    import('../lib/records/find-older-rows.ts'),
    import('../lib/aws/operator-stores.ts'),
  ]);
  const { settings, now } = services;
  const { recordTables, close } = stores.openOperatorStores(settings, now);
  const { default: lexicon } = await import('../config/lexicon.json', { with: { type: 'json' } });
  const here = {
    app: packageJson.version,
    ruleSet: lexicon.version,
    awsSdk: packageJson.dependencies['@aws-sdk/client-dynamodb'],
  };
  const olderRows = () => rows.findOlderRows(recordTables);
  const checks = operation.checkOperation({
    ...services,
    vigil,
    queueDepths: () => depths.readQueueDepths(settings.queueUrls),
    clockOffset: () => clock.readClockOffset(settings.queueUrls.feeds),
    askPage,
  });
  const fit: Check = { name: 'versions', run: () => versions.findVersions({ here, deployed, olderRows, vigil }) };
  await report([fit, ...checks]).finally(close);
}

/** The account and region that the caller's credentials reach, by the stack's own name in AWS. */
function findStack({ STACK_ID = '' }: Readonly<Record<string, string>>): Finding {
  const [, , , region, account, path] = STACK_ID.split(':');
  return { state: 'ok', says: `${path?.split('/')[1]} stands, in account ${account}, region ${region}` };
}

/** Lambda's limit of the account stands where nothing of this program may look: what it has to be is all that is said. */
function findConcurrency(): Finding {
  const ofQueues = stages.flatMap(({ trigger }) => (trigger.kind === 'queue' ? [trigger.maxConcurrency] : []));
  const others = stages.length - ofQueues.length;
  const most = ofQueues.reduce((sum, one) => sum + one, others);
  return {
    state: 'ok',
    says: `not asked: up to ${most} functions run at once without the page’s readers; an account has 1,000, a new one 10`,
    todo: 'look once: Service Quotas, AWS Lambda, "Concurrent executions"; docs/runbook.md, "throttles"',
  };
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
