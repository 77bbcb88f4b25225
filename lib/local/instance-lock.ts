import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFolderError } from './data-folder.ts';

/** SQLite's code for a file that somebody else has locked. */
const SQLITE_BUSY = 5;

/**
 * Locks the data folder for this process. The lock is the operating system's: it ends with the process, however that
 * ends, and a process number that is given out again cannot be mistaken for the old one.
 *
 * @returns undefined when another process holds it
 * @throws UserError when the folder cannot be written
 */
export function acquireInstanceLock(dataDir: string): { release(): void } | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(dataDir, 'instance.lock'));
    database.exec('BEGIN EXCLUSIVE');
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw dataFolderError(dataDir, error);
  }
}
