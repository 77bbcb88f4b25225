import { explainAwsFault } from '../lib/aws/explain-aws-fault.ts';
import { readStackSettings } from '../lib/aws/stack-settings.ts';
import { UserError } from '../lib/errors.ts';
import { setLogSink } from '../lib/log.ts';
import { createServices } from '../lib/services.ts';
import { Settings } from '../lib/settings.ts';
import { terminal } from './run-command.ts';
import type { CommandNeeds } from './with-needs.ts';

/** Runs work on the tables of a deployed stack, with the caller's region and credentials. */
export async function withDeployedStack(
  stackName: string,
  work: (needs: CommandNeeds) => Promise<void>,
): Promise<void> {
  const services = createServices(settingsOf(stackName, await readStackSettings(stackName)));
  // Stdout is the command's answer.
  setLogSink((line) => line.level !== 'info' && terminal.stderr(JSON.stringify(line)));
  try {
    await work({ ...services, trustOrigin: async (url) => refuseOrigin(stackName, url) });
  } catch (error) {
    throw explainAwsFault(error) ?? error;
  } finally {
    await services.close();
    setLogSink();
  }
}

/** Nothing but the outputs counts: a variable of the caller's must not open private addresses. */
function settingsOf(stackName: string, outputs: Readonly<Record<string, string>>): Settings {
  const parsed = Settings.safeParse(outputs);
  if (parsed.success) return parsed.data;
  const keys = parsed.error.issues.map(({ path }) => path.join('.'));
  throw new UserError(
    `stack ${stackName} does not say ${keys.join(', ')}: another version of Vigil deployed it, or it is no stack of Vigil; deploy this version ("npx cdk deploy") or use that one`,
  );
}

function refuseOrigin(stackName: string, url: string): never {
  throw new UserError(`${url} is on this machine: the functions of stack ${stackName} cannot reach it`, 2);
}
