import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';

/** What one check found. `look`: it works, and a person should know; `broken`: it does not work. */
export interface Finding {
  state: 'ok' | 'look' | 'broken';
  /** What is so, in one line. */
  says: string;
  /** What to do; absent where there is nothing to do. */
  todo?: string;
}

export interface Check {
  name: string;
  run: () => Finding | Promise<Finding>;
}

/**
 * Runs every check and prints what each found, in their order. A check that breaks is a finding too.
 *
 * @throws UserError with exit code 1 when something is broken, after everything was printed
 */
export async function doctorCommand(
  options: { json?: boolean | undefined },
  checks: readonly Check[],
  io: CommandIo,
): Promise<void> {
  const findings = await Promise.all(checks.map(async (check) => ({ check: check.name, ...(await find(check)) })));
  if (options.json) io.stdout(JSON.stringify(findings, null, 2));
  else {
    const width = Math.max(...findings.map(({ check }) => check.length));
    for (const { state, check, says, todo } of findings) {
      io.stdout(`${state.padEnd(6)}  ${check.padEnd(width)}  ${says}`);
      if (todo !== undefined) io.stdout(`${' '.repeat(width + 10)}→ ${todo}`);
    }
  }
  const broken = findings.filter(({ state }) => state === 'broken').map(({ check }) => check);
  if (broken.length > 0) throw new UserError(`broken: ${broken.join(', ')}; what to do stands beside each`);
}

async function find({ run }: Check): Promise<Finding> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { state: 'broken', says: `could not be checked: ${message}`, todo: 'mend that, then ask again' };
  }
}
