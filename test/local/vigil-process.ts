import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import { compileCache } from '../compile-cache.ts';

const VIGIL = join(import.meta.dirname, '../../bin/vigil.ts');

/** Starts `vigil` on a data folder, as a person would. */
export function startVigil(dataDir: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [VIGIL, '--data', dataDir, ...args], {
    env: { ...process.env, ...compileCache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `vigil` to its end, which must be 0. @returns what it wrote to stdout */
export async function runVigil(dataDir: string, ...args: string[]): Promise<string> {
  const child = startVigil(dataDir, ...args);
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    // A chunk may end within a character.
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  const [code] = await once(child, 'close');
  expect(`${args.join(' ')} ended with ${code}: ${code === 0 ? '' : output.stderr}`).toBe(
    `${args.join(' ')} ended with 0: `,
  );
  return output.stdout;
}
