import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { type ArchiveObjects, isArchiveKey, isTrueToName } from './archive-objects.ts';
import { ARCHIVE_FOLDER } from './backup-folder.ts';
import { doAtOnce } from './do-at-once.ts';

export interface RestoreArchiveNeeds {
  archiveObjects: ArchiveObjects;
  signal: AbortSignal;
}

const OBJECTS_AT_ONCE = 8;

/**
 * Brings the objects of a backup that are missing into the archive, after each of them was verified.
 *
 * @param expected how many the manifest says
 * @throws UserError when there are fewer, or one does not hold what its name says; nothing is written then
 */
export async function restoreArchive(
  path: string,
  expected: number,
  { isDryRun }: { isDryRun: boolean },
  { archiveObjects, signal }: RestoreArchiveNeeds,
  tell: (text: () => string) => void,
) {
  const keys = await archivedKeys(join(path, ARCHIVE_FOLDER));
  if (keys.length < expected) {
    throw new UserError(
      `${path}: the archive holds ${keys.length} objects, its manifest says ${expected}: use another backup; nothing was restored`,
    );
  }
  const standing = new Set<string>();
  for await (const page of archiveObjects.pages()) for (const { key } of page) standing.add(key);
  const missing = keys.filter((key) => !standing.has(key));
  for (const key of missing) {
    if (signal.aborted) break;
    const file = join(path, ARCHIVE_FOLDER, key);
    if (!isTrueToName(key, await readFile(file))) {
      throw new UserError(
        `${file} is damaged (its SHA-256 differs): delete it and back up again; nothing was restored`,
      );
    }
  }
  let written = 0;
  await doAtOnce(
    missing,
    OBJECTS_AT_ONCE,
    async (key) => {
      if (!isDryRun) await archiveObjects.put(key, await readFile(join(path, ARCHIVE_FOLDER, key)));
      written += 1;
      tell(() => `archive: ${written} of ${missing.length} missing objects`);
    },
    signal,
  );
  return { objects: keys.length, written };
}

async function archivedKeys(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => name.replaceAll('\\', '/')).filter(isArchiveKey);
}
