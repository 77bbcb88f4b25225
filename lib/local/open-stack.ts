import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { processServices, type Services } from '../services.ts';
import { type Instance, openInstance } from './instance.ts';
import { logToFile } from './log-file.ts';
import { readTrustedOrigins, trustOrigin } from './trusted-origins.ts';

/** The embedded stack as a command sees it. */
export interface LocalStack {
  services: Services;
  instance: Instance;
  env: Readonly<Record<string, string>>;
  dataDir: string;
  logPath: string;
  /** Lets the commands after this one reach a server of this machine too. */
  trustOrigin: (url: string) => Promise<void>;
}

const GONE = new Set(['ECONNREFUSED', 'ECONNRESET']);

/** The embedded stack ends with the process that runs it, also under those that use it. */
function explainLoss(error: unknown, pid: number): UserError | undefined {
  if (!GONE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
  return new UserError(`process ${pid}, which ran the embedded stack, has ended: run the command again`, 1, {
    cause: error,
  });
}

/**
 * Runs a command's work on the embedded stack of a data folder: on the one that another process runs there, or on its
 * own for as long as the work takes.
 *
 * @param named an address that the operator typed: a server of this machine may be reached from then on because of it
 */
export async function withLocalStack(
  dataDir: string,
  named: string | undefined,
  work: (stack: LocalStack) => Promise<void>,
): Promise<void> {
  const folder = resolve(dataDir);
  const instance = await openInstance({ dataDir: folder });
  try {
    if (named !== undefined) trustOrigin(folder, named);
    const env = { ...instance.env, ALLOWED_ORIGINS: readTrustedOrigins(folder).join(',') };
    Object.assign(process.env, env);
    const logPath = logToFile(folder);
    const services = processServices();
    try {
      const trust = async (url: string) => {
        trustOrigin(folder, url);
      };
      await work({ services, instance, env, dataDir: folder, logPath, trustOrigin: trust });
    } catch (error) {
      throw (instance.isOwner ? undefined : explainLoss(error, instance.pid)) ?? error;
    } finally {
      await services.close();
    }
  } finally {
    await instance.close();
  }
}
