import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import type { DigestVerifyOptions } from '../lib/cli/digest-verify.ts';
import { UserError } from '../lib/errors.ts';
import packageJson from '../package.json' with { type: 'json' };
import { enterCallersFolder } from './callers-folder.ts';
import { keepCompiled } from './keep-compiled.ts';
import { runCommand, terminal } from './run-command.ts';
import { addAccessCommands } from './vigil-access.ts';
import { addCalendarCommands } from './vigil-calendar.ts';
import { addCostCommand } from './vigil-cost.ts';
import { addDoctorCommand } from './vigil-doctor.ts';
import { addFeedbackCommands } from './vigil-feedback.ts';
import { addFeedCommands } from './vigil-feeds.ts';
import { addFileCommands, addRulesCommands } from './vigil-files.ts';
import { addOperatorCommands } from './vigil-operate.ts';
import { addSendingCommands } from './vigil-sending.ts';
import { addSubscriberCommands } from './vigil-subscribers.ts';
import type { WithNeeds } from './with-needs.ts';

keepCompiled();
const ownPath = enterCallersFolder('vigil');

const program = new Command('vigil')
  .description('The operator’s door to Vigil: run it, tune the feed list, query the coverage, ask why.')
  .version(packageJson.version)
  .option('--data <dir>', 'where the embedded stack keeps its data (default: .vigil/main)')
  .option('--demo', 'work on the data of "npm run demo" (.vigil/demo)')
  .option('--stack <name>', 'work on a deployed stack, with the AWS credentials and region of the environment');

interface Place {
  data?: string;
  demo?: boolean;
  stack?: string;
}

/** Name of the deployed stack to work on; undefined for the embedded one. */
const stackName = (): string | undefined => {
  const { stack, data, demo } = program.opts<Place>();
  if (stack === undefined || (data === undefined && !demo)) return stack;
  throw new UserError('--stack is a deployed stack, --data and --demo are on this machine: give one of them', 2);
};

const dataDir = (): string => {
  const { data, demo } = program.opts<Place>();
  return data ?? ownPath(demo ? '.vigil/demo' : '.vigil/main');
};

const placeName = (): string => {
  const stack = stackName();
  return stack === undefined ? `data folder ${dataDir()}` : `stack ${stack}`;
};

/** As a person types it, with the place. */
const typedName = (): string => {
  const { data, demo, stack } = program.opts<Place>();
  if (stack !== undefined) return `vigil --stack ${stack}`;
  return data === undefined ? `vigil${demo ? ' --demo' : ''}` : `vigil --data ${data}`;
};

/** The calendar that a data folder has for itself, as the demo's has. */
const ownCalendar = (): string | undefined => {
  const file = join(dataDir(), 'calendar.json');
  return stackName() === undefined && existsSync(file) ? file : undefined;
};

// Loaded when a command needs it: "vigil classify FILE" answers without a database.
const onStack = async (...args: Parameters<typeof import('../lib/local/open-stack.ts').withLocalStack>) =>
  (await import('../lib/local/open-stack.ts')).withLocalStack(...args);

const withNeeds: WithNeeds = async (work, named) => {
  const stack = stackName();
  if (stack === undefined) {
    return onStack(dataDir(), named, ({ services, trustOrigin }) => work({ ...services, trustOrigin }));
  }
  const { withDeployedStack } = await import('./with-deployed-stack.ts');
  return withDeployedStack(stack, work);
};

async function runOnStack(stack: string, options: object): Promise<void> {
  const [{ withDeployedStack }, { runDeployedCommand }, { readQueueDepths }, { stopSignal }] = await Promise.all([
    import('./with-deployed-stack.ts'),
    import('../lib/cli/run-deployed.ts'),
    import('../lib/aws/queue-depths.ts'),
    import('../lib/local/stop-signal.ts'),
  ]);
  await withDeployedStack(stack, async (services) => {
    const signal = stopSignal();
    const { feeds, articles } = services.settings.queueUrls;
    const queueDepths = () => readQueueDepths({ feeds, articles });
    const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal }).catch(() => {});
    await runDeployedCommand(options, { ...services, queueDepths, pause, signal }, terminal);
  });
}

program
  .command('run')
  .description('ask every feed that may be asked, read what is new, print counts by outcome')
  .requiredOption('--once', 'one whole pass ("npm start" runs until it is stopped)')
  .option('--wait', 'of a deployed stack: until its functions have emptied the queues')
  .option('--json', 'print the summary as JSON')
  .action(async (options: { json?: boolean; wait?: boolean }) => {
    const stack = stackName();
    if (stack !== undefined) return runOnStack(stack, options);
    const { runPass } = await import('../lib/local/run-pass.ts');
    await onStack(dataDir(), undefined, (stack) => runPass(options, stack, terminal));
  });

addDoctorCommand(program, { stackName, onStack: (work) => onStack(dataDir(), undefined, work), vigil: typedName });
addCostCommand(program, withNeeds);
addFeedCommands(program, withNeeds);
addFileCommands(program);
addRulesCommands(program, withNeeds);
addFeedbackCommands(program, withNeeds);
addCalendarCommands(program, ownCalendar, withNeeds);
const withStores = addOperatorCommands(program, withNeeds, placeName);

program
  .command('query')
  .description('the coverage table, newest first')
  .option('--from <day>', 'first day of publication, YYYY-MM-DD (default: seven days)')
  .option('--since <when>', 'in place of --from: 36h, 30d, 2026-11-20')
  .option('--to <day>', 'last day (default: today)')
  .option(
    '--relevance <what>',
    'relevant, passing-mention, all, or off-topic: what a later rule set put out',
    'relevant',
  )
  .option('--theme <theme>', 'for example accountability')
  .option('--language <tag>', 'for example fa')
  .option('--outlet <id>', 'id of an outlet, for example radiofarda.com')
  .option('--story <id>', 'the members of one story, seen first first; "vigil explain URL" tells the id')
  .option('--json', 'whole records as JSON')
  .action(async (options: object) => {
    const { queryCommand } = await import('../lib/cli/query.ts');
    await withNeeds((needs) => queryCommand(options, needs, terminal));
  });

program
  .command('explain')
  .description('the way of one address through every stage, and why it is or is not coverage')
  .argument('<url>')
  .option('--json', 'as JSON')
  .action(async (url: string, options: object) => {
    const { explainCommand } = await import('../lib/cli/explain.ts');
    await withNeeds((needs) => explainCommand(url, options, needs, terminal));
  });

const digest = program.command('digest').description('editions');
digest
  .command('preview')
  .description('write the digest as a reader would get it; sends nothing')
  .option('--subscriber <id>', 'id or address of a reader (default: English, UTC)')
  .option('--date <day>', 'local date of the edition (default: what would be sent now)')
  .option('--out <dir>', 'folder to write to', ownPath('.vigil/preview'))
  .option('--json', 'print the paths as JSON')
  .action(async (options: object) => {
    const { digestPreviewCommand } = await import('../lib/cli/digest-preview.ts');
    await withNeeds((needs) => digestPreviewCommand(options, needs, terminal));
  });
addSendingCommands(digest, withNeeds);

digest
  .command('verify')
  .description('compute the seal at the foot of a digest again, from the tables')
  .requiredOption('--from <time>', 'start of the window, as the digest gives it')
  .requiredOption('--to <time>', 'its end')
  .option('--seal <hex>', 'what the digest gives; fails when it is another')
  .option('--archive', 'also read every object that the seal covers against its name')
  .option('--json', 'as JSON')
  .action(async (options: DigestVerifyOptions) => {
    const { digestVerifyCommand } = await import('../lib/cli/digest-verify.ts');
    await withStores((needs) => digestVerifyCommand(options, needs, terminal));
  });

addSubscriberCommands(program, withNeeds);
addAccessCommands(program, withNeeds);

await runCommand(program);
