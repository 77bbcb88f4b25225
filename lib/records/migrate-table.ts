import { latestVersion, type RecordHistory, type StoredRow, upgradeRow, versionOf } from './record-history.ts';
import type { RecordTable } from './record-table.ts';

/** Rows of one kind of record, by version. */
export interface VersionCount {
  table: string;
  record: string;
  latest: number;
  /** Version → rows. */
  versions: Record<number, number>;
}

/** Rows that are rewritten at once. */
const WRITES_AT_ONCE = 10;
/** Another writer that is always faster than a row's rewriting is a fault, no coincidence. */
const MOST_TRIES = 5;

/** Counts every row of a table by kind and version. @param onRows told after each page how many rows were seen */
export async function countVersions(table: RecordTable, onRows: (rows: number) => void): Promise<VersionCount[]> {
  const counts = new Map<string, VersionCount>();
  let seen = 0;
  for await (const page of table.pages()) {
    for (const row of page) {
      const history = table.historyOf(row);
      const count = counts.get(history.name) ?? newCount(table, history);
      counts.set(history.name, count);
      const version = versionOf(row);
      count.versions[version] = (count.versions[version] ?? 0) + 1;
    }
    seen += page.length;
    onRows(seen);
  }
  return [...counts.values()];
}

const newCount = ({ name }: RecordTable, history: RecordHistory): VersionCount => ({
  table: name,
  record: history.name,
  latest: latestVersion(history),
  versions: {},
});

export const hasOlder = ({ versions, latest }: VersionCount) =>
  Object.keys(versions).some((one) => Number(one) < latest);
export const hasNewer = ({ versions, latest }: VersionCount) =>
  Object.keys(versions).some((one) => !(Number(one) <= latest));

/**
 * Brings every row of a table to the latest version. Each row is rewritten for itself and only as it was read, so that it
 * may be stopped, done again, or done by two at once, while the stages write.
 *
 * @returns how many rows this call has rewritten
 * @throws NewerRecordError at a row of a later version than this code knows
 */
export async function migrateTable(
  table: RecordTable,
  onRows: (rows: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  let rewritten = 0;
  for await (const page of table.pages()) {
    const older = page.filter((row) => upgradeRow(row, table.historyOf(row)) !== row);
    for (let from = 0; from < older.length && !signal?.aborted; from += WRITES_AT_ONCE) {
      const ends = await Promise.all(older.slice(from, from + WRITES_AT_ONCE).map((row) => migrateRow(table, row)));
      rewritten += ends.filter(Boolean).length;
      onRows(rewritten);
    }
    if (signal?.aborted) break;
  }
  return rewritten;
}

/** @returns false when another has done it, or the row is gone */
async function migrateRow(table: RecordTable, read: StoredRow): Promise<boolean> {
  let row: StoredRow | undefined = read;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const upgraded: StoredRow = upgradeRow(row, table.historyOf(row));
    if (upgraded === row) return false;
    if (await table.rewrite(row, upgraded)) return true;
    [row] = await table.find([row]);
    if (row === undefined) return false;
  }
  throw new Error(`table ${table.name}: a row was written by others ${MOST_TRIES} times while it was migrated`);
}
