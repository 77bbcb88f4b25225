import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { StageHandler } from '../../lib/local/invoke-handler.ts';
import { log } from '../../lib/log.ts';

export interface BundleEvent {
  event: unknown;
  remainingMilliseconds: number;
}
export type BundleAnswer = 'ready' | { response: unknown } | { fault: string };

export interface RunningBundle {
  /** Calls the bundled handler; the outcomes that it logs are counted in this process too. */
  handler: StageHandler;
  close(): Promise<void>;
}

/** Runs a bundled stage under this Node with nothing in its environment but what is given. */
export async function startBundle(folder: string, env: Readonly<Record<string, string>>): Promise<RunningBundle> {
  const child = fork(new URL('./bundle-process.ts', import.meta.url), [join(folder, 'handler.mjs')], {
    cwd: folder,
    env,
    execArgv: [],
    silent: true,
  });
  const exited = once(child, 'exit');
  const errors: string[] = [];
  child.stderr?.on('data', (chunk) => errors.push(String(chunk)));
  if (child.stdout) createInterface(child.stdout).on('line', countAgain);

  async function answer(): Promise<BundleAnswer> {
    const ended = exited.then(() => Promise.reject(new Error(`${folder} ended: ${errors.join('')}`)));
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return message;
  }

  if ((await answer()) !== 'ready') throw new Error(`${folder} did not load`);
  return {
    async handler(event, context) {
      child.send({ event, remainingMilliseconds: context.getRemainingTimeInMillis() } satisfies BundleEvent);
      const said = await answer();
      if (said === 'ready' || 'fault' in said) throw new Error(said === 'ready' ? 'loaded twice' : said.fault);
      return said.response;
    },
    async close() {
      child.kill();
      await exited;
    },
  };
}

function countAgain(line: string): void {
  const { message, level, at, ...outcome } = JSON.parse(line);
  if (message === 'outcome') log.outcome(outcome);
}
