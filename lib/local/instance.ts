import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { claimDataVersion, clearDataFolder, createDataFolder, dataFolderError, dataVersion } from './data-folder.ts';
import { endOnDatabaseFault } from './database-fault.ts';
import { type EmbeddedAwsOptions, startEmbeddedAws } from './embedded-aws.ts';
import { acquireInstanceLock } from './instance-lock.ts';
import { readTrustedOrigins } from './trusted-origins.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** What the owner leaves for other processes in `<dataDir>/instance.json`, readable by the user only. */
const InstanceRecord = z.object({
  pid: z.number().int(),
  startedAt: z.iso.datetime(),
  mailUrl: z.url(),
  passUrl: z.url().optional(),
  /** Of what the owner reads and writes; absent in the records of programs that knew the first only. */
  dataVersion: z.int().default(1),
  env: z.record(z.string(), z.string()),
});
type InstanceRecord = z.infer<typeof InstanceRecord>;

export interface Instance {
  /** This process runs the embedded AWS; otherwise it uses the one of another process. */
  isOwner: boolean;
  /** Process that runs the embedded AWS. */
  pid: number;
  /** Every variable that Settings and the SDK clients need; to be put into process.env before services are made. */
  env: Record<string, string>;
  /** Page that lists the mails that were sent. */
  mailUrl: string;
  /** Where another process takes orders for a pass; see requestPass. */
  passUrl?: string | undefined;
  /** The owner tells processes that attach from now on; others do nothing. */
  announce(addition: { passUrl: string }): void;
  /** The owner stops the embedded AWS, others do nothing. */
  close(): Promise<void>;
}

export interface InstanceOptions extends EmbeddedAwsOptions {
  /** Deletes all data first. */
  fresh?: boolean | undefined;
  /** How long to wait for another process that is just starting. */
  patienceSeconds?: number | undefined;
}

/**
 * Starts the embedded AWS on a data folder, or attaches to the process that already runs it there.
 *
 * @throws UserError when `fresh` is asked while another process runs, or the folder is unusable; the message says what to do
 */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const dataDir = resolve(options.dataDir);
  createDataFolder(dataDir);
  const deadline = Date.now() + (options.patienceSeconds ?? 20) * 1000;
  for (;;) {
    const lock = acquireInstanceLock(dataDir);
    if (lock !== undefined) return own({ ...options, dataDir }, lock);
    const running = readRecord(dataDir);
    if (running !== undefined && isAlive(running.pid)) {
      if (options.fresh) throw inUse(dataDir, `process ${running.pid}`, 'stop it before --fresh');
      refuseOtherVersion(dataDir, running);
      return attach(dataDir, running);
    }
    if (Date.now() > deadline) throw inUse(dataDir, 'another process', 'stop it or choose another folder with --data');
    await sleep(100);
  }
}

async function own(options: InstanceOptions & { dataDir: string }, lock: { release(): void }): Promise<Instance> {
  const { dataDir } = options;
  const recordPath = join(dataDir, 'instance.json');
  try {
    rmSync(recordPath, { force: true });
    if (options.fresh) clearDataFolder(dataDir);
    claimDataVersion(dataDir);
    const stopWatching = endOnDatabaseFault(dataDir);
    const aws = await startEmbeddedAws(options);
    const record: InstanceRecord = {
      pid: process.pid,
      startedAt: new Date().toISOString(),
      mailUrl: aws.mailUrl,
      dataVersion: dataVersion(),
      env: aws.env,
    };
    writeFileWhole(recordPath, JSON.stringify(record));

    async function stop(): Promise<void> {
      rmSync(recordPath, { force: true });
      await aws.close();
      stopWatching();
      lock.release();
    }
    // Closing twice must not touch the record of the next owner.
    let closing: Promise<void> | undefined;
    return {
      isOwner: true,
      pid: record.pid,
      env: aws.env,
      mailUrl: aws.mailUrl,
      announce: (addition) => writeFileWhole(recordPath, JSON.stringify({ ...record, ...addition })),
      close() {
        closing ??= stop();
        return closing;
      },
    };
  } catch (error) {
    lock.release();
    throw error instanceof UserError ? error : unusable(dataDir, error);
  }
}

/** What this process writes, the stages of the other one read, and the other way round. */
function refuseOtherVersion(dataDir: string, running: InstanceRecord): void {
  if (running.dataVersion === dataVersion()) return;
  const advice = `stop it and start it again with the version of this checkout`;
  throw inUse(dataDir, `process ${running.pid}, which runs another version of Vigil`, advice);
}

/** Trust that was given since the owner started counts for this process. */
function attach(dataDir: string, { pid, env, mailUrl, passUrl }: InstanceRecord): Instance {
  return {
    isOwner: false,
    pid,
    env: { ...env, ALLOWED_ORIGINS: readTrustedOrigins(dataDir).join(',') },
    mailUrl,
    passUrl,
    announce() {},
    close: async () => {},
  };
}

/** @returns undefined while the owner is starting or ending */
function readRecord(dataDir: string): InstanceRecord | undefined {
  try {
    return InstanceRecord.parse(JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const inUse = (dataDir: string, by: string, advice: string): UserError =>
  new UserError(`data folder ${dataDir} is in use by ${by}: ${advice}`);

function unusable(dataDir: string, error: unknown): UserError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (typeof (cause as NodeJS.ErrnoException).syscall === 'string') return dataFolderError(dataDir, cause);
  return new UserError(
    `data folder ${dataDir} is damaged (${(cause as Error).message}): choose another with --data, or start with --fresh to begin anew (this deletes its data)`,
    1,
    { cause: error },
  );
}
