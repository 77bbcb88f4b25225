import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { type ArchiveObjects, isArchiveKey, isTrueToName } from './archive-objects.ts';
import {
  ARCHIVE_FOLDER,
  abandonBackup,
  type BackupFolder,
  finishBackup,
  prepareBackup,
  writeLines,
  writeWhole,
} from './backup-folder.ts';
import { BACKUP_FORMAT, type BackupManifest, LEFT_OUT, type TableBackup } from './backup-manifest.ts';
import { doAtOnce } from './do-at-once.ts';
import { type StoredRow, versionOf } from './record-history.ts';
import type { RecordTable } from './record-table.ts';

export interface BackupNeeds {
  recordTables: readonly RecordTable[];
  archiveObjects: ArchiveObjects;
  appVersion: string;
  /** The place in words, for the manifest. */
  placeName: string;
  now: () => Date;
  signal: AbortSignal;
}

export interface BackupReport {
  manifest: BackupManifest;
  /** Objects of the archive that were fetched now; the others were there. */
  fetched: number;
  /** Objects that do not hold what their name says: they are not in the backup. */
  damaged: string[];
}

const OBJECTS_AT_ONCE = 8;

/**
 * Writes every table, and the archive when that is asked, into a folder. Until the last step an earlier backup of the
 * folder stays the one that counts.
 *
 * @param tell one line about how far it has come
 * @throws UserError with exit code 130 when it was stopped; the folder holds no new backup then
 */
export async function writeBackup(
  path: string,
  { withArchive }: { withArchive: boolean },
  needs: BackupNeeds,
  tell: (text: () => string) => void,
): Promise<BackupReport> {
  const startedAt = needs.now().toISOString();
  const folder = await prepareBackup(path, startedAt);
  try {
    return await fillBackup(folder, { startedAt, withArchive }, needs, tell);
  } catch (error) {
    await abandonBackup(folder);
    throw error;
  }
}

async function fillBackup(
  folder: BackupFolder,
  { startedAt, withArchive }: { startedAt: string; withArchive: boolean },
  needs: BackupNeeds,
  tell: (text: () => string) => void,
): Promise<BackupReport> {
  const tables: Record<string, TableBackup> = {};
  for (const table of needs.recordTables.filter(({ name }) => !(name in LEFT_OUT))) {
    tables[table.name] = await writeTable(table, folder, needs.signal, tell);
  }
  // After the tables: whatever a row names is in the archive by then.
  const archive = withArchive ? await fetchArchive(folder.path, needs, tell) : undefined;
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    appVersion: needs.appVersion,
    startedAt,
    endedAt: needs.now().toISOString(),
    from: needs.placeName,
    tables,
    leftOut: {
      ...LEFT_OUT,
      ...(!withArchive && { archive: 'pages, articles and editions: --archive takes them along' }),
    },
    ...(archive && { archive: { objects: archive.objects, bytes: archive.bytes } }),
  };
  await finishBackup(folder, manifest);
  return { manifest, fetched: archive?.fetched ?? 0, damaged: archive?.damaged ?? [] };
}

async function writeTable(
  table: RecordTable,
  { path, draft, final }: BackupFolder,
  signal: AbortSignal,
  tell: (text: () => string) => void,
): Promise<TableBackup> {
  const schemaVersions: Record<string, number> = {};
  let rows = 0;
  async function* lines() {
    for await (const page of table.pages()) {
      refuseStopped(signal);
      for (const row of page) {
        yield `${JSON.stringify(plain(row, table.name))}\n`;
        const version = versionOf(row);
        schemaVersions[version] = (schemaVersions[version] ?? 0) + 1;
      }
      rows += page.length;
      tell(() => `${table.name}: ${rows} rows`);
    }
  }
  const file = `${table.name}.jsonl.gz`;
  const written = await writeLines(join(path, draft, file), lines());
  return { file: `${final}/${file}`, rows, ...written, schemaVersions };
}

/** @throws when a row holds what JSON cannot: it would come back as something else */
function plain(row: StoredRow, table: string): StoredRow {
  for (const value of Object.values(row)) {
    if (value instanceof Set || value instanceof Uint8Array) {
      throw new Error(`table ${table}: a row holds a set or bytes, which a backup cannot keep`);
    }
  }
  return row;
}

async function fetchArchive(path: string, { archiveObjects, signal }: BackupNeeds, tell: (text: () => string) => void) {
  const found = { objects: 0, bytes: 0, fetched: 0, damaged: [] as string[] };
  for await (const page of archiveObjects.pages()) {
    const ours = page.filter(({ key }) => isArchiveKey(key));
    await doAtOnce(
      ours,
      OBJECTS_AT_ONCE,
      async ({ key, bytes }) => {
        const file = join(path, ARCHIVE_FOLDER, key);
        if (!existsSync(file)) {
          const content = await archiveObjects.get(key);
          // Deleted between listing and fetching.
          if (content === undefined) return;
          if (!isTrueToName(key, content)) {
            found.damaged.push(key);
            return;
          }
          await writeWhole(file, content);
          found.fetched += 1;
        }
        found.objects += 1;
        found.bytes += bytes;
      },
      signal,
    );
    refuseStopped(signal);
    tell(() => `archive: ${found.objects} objects, ${found.fetched} of them new`);
  }
  return found;
}

function refuseStopped(signal: AbortSignal): void {
  if (signal.aborted)
    throw new UserError('stopped; there is no new backup, an earlier one in the folder still counts', 130);
}
