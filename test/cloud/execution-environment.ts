import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { payloadLimits } from '../../lib/pipeline.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { type Credentials, lambdaVariables, nodeOptions } from './lambda-variables.ts';
import { watchMemory } from './memory-watch.ts';
import { type RuntimeReport, startRuntimeApi } from './runtime-api.ts';

/** Lambda's own limit of the time before a function asks for its first event. */
const INIT_SECONDS = 10;

const runtimeClient = fileURLToPath(import.meta.resolve('aws-lambda-ric'));

const preloads = (aheadSeconds: number): string[] =>
  ['replace-native-client.ts', ...(aheadSeconds === 0 ? [] : [`advance-clock.ts?seconds=${aheadSeconds}`])].flatMap(
    (file) => ['--import', new URL(file, import.meta.url).href],
  );

export type InvocationEnd =
  | { status: 'response'; payload: unknown; milliseconds: number }
  /** The handler threw; Lambda reports the error to the caller. */
  | { status: 'error'; reason: string; milliseconds: number }
  /** Time-out, too much memory, or the process ended: the environment is gone. */
  | { status: 'killed'; reason: string; milliseconds: number };

export interface ExecutionEnvironment {
  /** From the start of the process until it asked for its first event. */
  initMilliseconds: number;
  invoke(event: unknown): Promise<InvocationEnd>;
  /** False after `killed`. */
  isAlive(): boolean;
  peakMegabytes(): number;
  close(): Promise<void>;
}

export interface EnvironmentNeeds {
  credentials: Credentials;
  /** Beside the template's variables and Lambda's own, or in their place. */
  added: Readonly<Record<string, string>>;
  /** Every line of stdout and stderr. */
  onLine: (line: string) => void;
  /** The function's clock is ahead of this process's, for an event of a later time. */
  aheadSeconds?: number;
}

/**
 * Starts a function in a process of its own under AWS's runtime client, with nothing of this process's environment. It
 * is frozen while it has nothing to do, and killed when it takes more time or memory than the template gives it.
 *
 * @throws when it fails before it asks for an event, or takes more than ten seconds until then
 */
export async function startEnvironment(
  deployed: DeployedFunction,
  { credentials, added, onLine, aheadSeconds = 0 }: EnvironmentNeeds,
): Promise<ExecutionEnvironment> {
  const reports = createReports();
  const api = await startRuntimeApi(reports.note);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...nodeOptions(deployed.memoryMegabytes), ...preloads(aheadSeconds), runtimeClient],
    {
      cwd: deployed.folder,
      env: { ...lambdaVariables(deployed, api.address, credentials), ...deployed.variables, ...added },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', onLine);
  child.once('exit', (code, signal) => reports.note({ kind: 'exit', how: signal ?? `exit status ${code}` }));
  const memory = watchMemory(child.pid ?? 0, deployed.memoryMegabytes, () => {
    reports.note({ kind: 'exit', how: `signal: killed, ${deployed.memoryMegabytes} MB are not enough` });
    child.kill('SIGKILL');
  });
  let isAlive = true;

  async function close(): Promise<void> {
    isAlive = false;
    memory.peakMegabytes();
    memory.stop();
    await killAndWait(child);
    await api.close();
  }

  async function hear(seconds: number): Promise<EnvironmentReport> {
    const timer = setTimeout(() => reports.note({ kind: 'time-out' }), seconds * 1000);
    try {
      return await reports.take();
    } finally {
      clearTimeout(timer);
    }
  }

  const first = await hear(INIT_SECONDS);
  if (first.kind !== 'next') {
    await close();
    throw new Error(`${deployed.name} did not start: ${describe(first, INIT_SECONDS)}`);
  }
  const initMilliseconds = performance.now() - started;
  child.kill('SIGSTOP');

  return {
    initMilliseconds,
    isAlive: () => isAlive,
    peakMegabytes: memory.peakMegabytes,
    close,
    async invoke(event) {
      const begun = performance.now();
      const payload = withinLimit('event', JSON.stringify(event));
      child.kill('SIGCONT');
      api.give({
        requestId: randomUUID(),
        payload,
        deadline: Date.now() + (aheadSeconds + deployed.timeoutSeconds) * 1000,
        functionArn: deployed.arn,
        traceId: traceHeader(deployed.isTraced),
      });
      const said = await hear(deployed.timeoutSeconds);
      const milliseconds = performance.now() - begun;
      const end = endOf(said, deployed);
      // The function is at rest only when it asks for the next event.
      const isResting = end.status !== 'killed' && (await hear(deployed.timeoutSeconds)).kind === 'next';
      if (isResting) child.kill('SIGSTOP');
      else await close();
      return { ...end, milliseconds };
    },
  };
}

type EnvironmentReport = RuntimeReport | { kind: 'exit'; how: string } | { kind: 'time-out' };

/** What the function says, one after another. */
function createReports() {
  const said: EnvironmentReport[] = [];
  let taker: ((report: EnvironmentReport) => void) | undefined;
  return {
    note(report: EnvironmentReport): void {
      if (taker === undefined) said.push(report);
      else taker(report);
      taker = undefined;
    },
    take: (): Promise<EnvironmentReport> => {
      const first = said.shift();
      if (first !== undefined) return Promise.resolve(first);
      return new Promise((resolve) => {
        taker = resolve;
      });
    },
  };
}

type End = { status: 'response'; payload: unknown } | { status: 'error' | 'killed'; reason: string };

function endOf(said: EnvironmentReport, { timeoutSeconds }: DeployedFunction): End {
  if (said.kind === 'response') {
    const body = said.body.toString('utf8');
    // Lambda refuses the answer and tells the caller so; the function goes on.
    if (said.body.byteLength > payloadLimits.invocationBytes) {
      return { status: 'error', reason: `ResponseSizeTooLarge: ${said.body.byteLength} bytes` };
    }
    return { status: 'response', payload: JSON.parse(body) };
  }
  if (said.kind === 'error') return { status: 'error', reason: describe(said, timeoutSeconds) };
  return { status: 'killed', reason: describe(said, timeoutSeconds) };
}

function describe(said: EnvironmentReport, seconds: number): string {
  if (said.kind === 'exit') return `Runtime exited: ${said.how}`;
  if (said.kind === 'time-out') return `Task timed out after ${seconds.toFixed(2)} seconds`;
  if (said.kind === 'next') return 'it asked for another event without an answer to this one';
  const { errorType, errorMessage } = JSON.parse(said.body.toString('utf8'));
  return `${errorType}: ${errorMessage}`;
}

function withinLimit(what: string, payload: string): string {
  const bytes = Buffer.byteLength(payload);
  if (bytes > payloadLimits.invocationBytes) throw new Error(`${what} of ${bytes} bytes: RequestTooLargeException`);
  return payload;
}

/** @see https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader */
function traceHeader(isTraced: boolean): string {
  const hex = (length: number) => randomUUID().replaceAll('-', '').slice(0, length);
  const epoch = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${epoch}-${hex(24)};Parent=${hex(16)};Sampled=${isTraced ? 1 : 0}`;
}

async function killAndWait(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Not 'exit': what it printed last is still to be read then.
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}
