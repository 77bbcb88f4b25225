import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { recordsVersion } from '../aws/record-kinds.ts';
import { UserError } from '../errors.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** Raised when the folder itself changes in a way that an older program could not read. */
const LAYOUT_VERSION = 1;
/** Raised with it, and by itself with the version of any record: an older program could not read what this one writes. */
export const dataVersion = (): number => LAYOUT_VERSION - 1 + recordsVersion();
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
  'calendar.json',
  'vigil.log',
  'newsroom-port',
  'allowed-origins.json',
  'page-token',
  'page-url',
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
 * Marks a folder with the version of what this program writes, before it writes anything. Rows of a version before are
 * read as they are; `vigil migrate` rewrites them.
 *
 * @throws UserError when a newer Vigil wrote it or the mark is broken
 */
export function claimDataVersion(dataDir: string): void {
  const versionFile = join(dataDir, VERSION_FILE);
  try {
    const latest = dataVersion();
    const found = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined;
    if (found !== undefined) checkVersion(dataDir, found, latest);
    if (found !== String(latest)) writeFileWhole(versionFile, `${latest}\n`);
  } catch (error) {
    throw error instanceof UserError ? error : dataFolderError(dataDir, error);
  }
}

function checkVersion(dataDir: string, text: string, latest: number): void {
  if (!/^\d+$/.test(text)) {
    throw new UserError(
      `data folder ${dataDir}: ${VERSION_FILE} is broken; start with --fresh to begin anew (this deletes its data)`,
    );
  }
  if (Number(text) > latest) {
    throw new UserError(
      `data folder ${dataDir} was written by a newer Vigil (data version ${text}, this one reads ${latest}): update Vigil or choose another folder with --data`,
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
