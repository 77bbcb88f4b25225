import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** Raised when an older program could no longer read what a newer one wrote. */
const DATA_VERSION = 1;
const MIN_FREE_BYTES = 50 * 1024 * 1024;

const VERSION_FILE = 'data-version';
/** Everything that Vigil itself writes into the folder; `--fresh` removes these and nothing else. */
const OWN_ENTRIES = [
  VERSION_FILE,
  'dynamodb',
  'sqs',
  's3',
  'mail',
  'digest',
  'vigil.log',
  'newsroom-port',
  'allowed-origins.json',
  'page-token',
  'signing-key',
];
/** What may stand in a folder that is not marked yet: trust given before the first start, a start that was interrupted. */
const EARLY_ENTRIES = [
  'allowed-origins.json',
  'page-token',
  'signing-key',
  'instance.json',
  'instance.lock',
  'instance.lock-journal',
];

/** The one line for a file-system fault in the data folder. */
export function dataFolderError(dataDir: string, error: unknown): UserError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'the disk is full: free some space and start again'
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? 'it cannot be written: change its rights or choose another folder with --data'
        : code === 'ENOTDIR' || code === 'EEXIST'
          ? 'it is a file: choose a folder with --data'
          : `${message}: choose another folder with --data`;
  return new UserError(`data folder ${dataDir}: ${reason}`, 1, { cause: error });
}

/**
 * Creates the folder, readable by its owner only, where it is absent.
 *
 * @throws UserError when it cannot be written, the disk is full, or it holds files that are not Vigil's
 */
export function createDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const isOurs = existsSync(join(dataDir, VERSION_FILE));
    const foreign = readdirSync(dataDir).find((name) => !EARLY_ENTRIES.includes(name) && !name.endsWith('.tmp'));
    if (!isOurs && foreign !== undefined) {
      throw new UserError(`data folder ${dataDir} holds other files (${foreign}): choose an empty folder with --data`);
    }
    const { bavail, bsize } = statfsSync(dataDir);
    if (bavail * bsize < MIN_FREE_BYTES) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw error instanceof UserError ? error : dataFolderError(dataDir, error);
  }
}

/**
 * Marks a new folder with the version of its data.
 *
 * @throws UserError when a newer Vigil wrote it or the mark is broken
 */
export function claimDataVersion(dataDir: string): void {
  const versionFile = join(dataDir, VERSION_FILE);
  try {
    if (!existsSync(versionFile)) writeFileWhole(versionFile, `${DATA_VERSION}\n`);
    checkVersion(dataDir, readFileSync(versionFile, 'utf8').trim());
  } catch (error) {
    throw error instanceof UserError ? error : dataFolderError(dataDir, error);
  }
}

function checkVersion(dataDir: string, text: string): void {
  if (!/^\d+$/.test(text)) {
    throw new UserError(
      `data folder ${dataDir}: ${VERSION_FILE} is broken; start with --fresh to begin anew (this deletes its data)`,
    );
  }
  if (Number(text) > DATA_VERSION) {
    throw new UserError(
      `data folder ${dataDir} was written by a newer Vigil (data version ${text}, this one reads ${DATA_VERSION}): update Vigil or choose another folder with --data`,
    );
  }
}

/** Deletes what Vigil keeps in a folder that bears its mark, nothing else; call it only while holding the lock. */
export function clearDataFolder(dataDir: string): void {
  if (!existsSync(join(dataDir, VERSION_FILE))) return;
  try {
    for (const name of OWN_ENTRIES) rmSync(join(dataDir, name), { recursive: true, force: true });
  } catch (error) {
    throw dataFolderError(dataDir, error);
  }
}
