import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { compileCache } from '../compile-cache.ts';
import { synthesise } from '../stack/synthesised-stack.ts';

const VIGIL = join(import.meta.dirname, '../../bin/vigil.ts');

/** The outputs of the template, with the names of the embedded resources as values. */
export function outputsOf(env: Readonly<Record<string, string>>): Record<string, string> {
  const outputs = Object.entries(synthesise().toJSON().Outputs as Record<string, { Value: unknown }>);
  const keyOf = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase();
  const told = (value: unknown) => (typeof value === 'string' ? value : 'arn:aws:of-no-use-here');
  return Object.fromEntries(outputs.map(([name, { Value }]) => [name, env[keyOf(name)] ?? told(Value)]));
}

/** Endpoints, region and credentials of the embedded AWS, as a caller has those of AWS. */
export const accessOf = (env: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(env).filter(([key]) => key.startsWith('AWS_')));

/** Runs `vigil` to its end in a folder, with nothing of this machine's own access to AWS. */
export async function runIn(folder: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [VIGIL, ...args], {
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH, HOME: folder, ...compileCache },
      ...{ AWS_EC2_METADATA_DISABLED: 'true', AWS_MAX_ATTEMPTS: '1' },
      ...env,
    },
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (bytes) => {
    output.out += bytes;
  });
  child.stderr.on('data', (bytes) => {
    output.err += bytes;
  });
  const [code] = await once(child, 'close');
  return { code, out: output.out.trim(), err: output.err.trim() };
}
