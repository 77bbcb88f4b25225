import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.ts';
import { readManifest } from './backup-folder.ts';
import type { BackupManifest, TableBackup } from './backup-manifest.ts';
import { doAtOnce } from './do-at-once.ts';
import type { StoredRow } from './record-history.ts';
import type { RecordTable } from './record-table.ts';
import { type RestoreArchiveNeeds, restoreArchive } from './restore-archive.ts';
import { rowsOf, verifyTable } from './verify-table.ts';

export interface RestoreNeeds extends RestoreArchiveNeeds {
  recordTables: readonly RecordTable[];
  now: () => Date;
}

export interface RestoreWish {
  /** Rows that stand there give way to those of the backup. */
  overwrite: boolean;
  /** Verifies and counts, writes nothing. */
  isDryRun: boolean;
}

/** What became of the rows of one table; together they are the rows of the backup. */
export interface RestoredTable {
  table: string;
  rows: number;
  written: number;
  /** The same row, or without `overwrite` any row with its key, stood there. */
  kept: number;
  replaced: number;
  /** As good as absent by now. */
  expired: number;
  /** Of them, items without an end: their messages are in no backup. */
  withoutEnd: number;
  /** Rows of the table afterwards. */
  inTable: number;
}

export interface RestoreReport {
  manifest: BackupManifest;
  tables: RestoredTable[];
  archive?: { objects: number; written: number } | undefined;
}

const ROWS_AT_ONCE = 20;
const ROWS_A_SLICE = 100;
/**
 * What others rest on comes first: an edition before its reader, so that no mail is sent again, and the feeds last, for
 * with them the work begins.
 */
const LAST: readonly string[] = ['editions', 'subscribers', 'feeds'];

/**
 * Brings a backup into tables of whatever name. Every file is verified before anything is written; rows are written one
 * by one and only where nothing stands, so that it may be broken off and done again.
 *
 * @throws UserError when the backup is damaged, newer than this program, or its rows are not all accounted for afterwards
 */
export async function restoreBackup(
  path: string,
  wish: RestoreWish,
  needs: RestoreNeeds,
  tell: (text: () => string) => void,
): Promise<RestoreReport> {
  const manifest = await readManifest(path);
  const tables = tablesToRestore(manifest, needs.recordTables);
  for (const [table, backup] of tables) await verifyTable(path, table, backup, tell);
  const archive = manifest.archive && (await restoreArchive(path, manifest.archive.objects, wish, needs, tell));

  const restored: RestoredTable[] = [];
  for (const [table, backup] of tables) {
    if (needs.signal.aborted) break;
    restored.push(await restoreTable(path, table, backup, wish, needs, tell));
  }
  if (needs.signal.aborted) {
    throw new UserError('stopped; what was restored stays, run it again to go on', 130);
  }
  return { manifest, tables: restored, archive };
}

function tablesToRestore(manifest: BackupManifest, recordTables: readonly RecordTable[]): [RecordTable, TableBackup][] {
  const unknown = Object.keys(manifest.tables).find((name) => !recordTables.some((table) => table.name === name));
  if (unknown !== undefined) {
    throw new UserError(
      `the backup holds a table ${unknown} that this version does not know: use the version that wrote it`,
    );
  }
  const orderOf = ({ name }: RecordTable) => LAST.indexOf(name);
  return recordTables
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .flatMap((table) => {
      const backup = manifest.tables[table.name];
      return backup === undefined ? [] : [[table, backup] as [RecordTable, TableBackup]];
    });
}

async function restoreTable(
  path: string,
  table: RecordTable,
  backup: TableBackup,
  wish: RestoreWish,
  { now, signal }: RestoreNeeds,
  tell: (text: () => string) => void,
): Promise<RestoredTable> {
  const result = { written: 0, kept: 0, replaced: 0, expired: 0, withoutEnd: 0 };
  const isExpired = (row: StoredRow) =>
    table.timeToLive !== undefined && Number(row[table.timeToLive]) * 1000 <= now().getTime();

  async function restoreSlice(slice: readonly StoredRow[]): Promise<void> {
    const live = slice.filter((row) => !isExpired(row));
    result.expired += slice.length - live.length;
    if (wish.isDryRun) return countSlice(live);
    await doAtOnce(live, ROWS_AT_ONCE, async (row) => {
      const end = await restoreRow(table, row, wish);
      result[end] += 1;
      if (end !== 'kept' && table.name === 'items' && row.state === 'queued') result.withoutEnd += 1;
    });
    tell(() => `${table.name}: ${result.written + result.kept + result.replaced} of ${backup.rows} rows`);
  }

  async function countSlice(rows: readonly StoredRow[]): Promise<void> {
    const standing = (await table.find(rows)).length;
    result.written += rows.length - standing;
    result[wish.overwrite ? 'replaced' : 'kept'] += standing;
  }

  let slice: StoredRow[] = [];
  for await (const row of rowsOf(join(path, backup.file))) {
    slice.push(row);
    if (slice.length < ROWS_A_SLICE) continue;
    await restoreSlice(slice);
    slice = [];
    if (signal.aborted) break;
  }
  if (!signal.aborted) await restoreSlice(slice);

  let inTable = 0;
  for await (const page of table.pages()) inTable += page.filter((row) => !isExpired(row)).length;
  const restored = { table: table.name, rows: backup.rows, ...result, inTable };
  if (!signal.aborted) checkCounts(restored, wish);
  return restored;
}

/** @throws UserError when a row of the backup is not accounted for, or the table holds fewer than were restored */
function checkCounts(
  { table, rows, written, kept, replaced, expired, inTable }: RestoredTable,
  wish: RestoreWish,
): void {
  const standing = written + kept + replaced;
  if (standing + expired !== rows) {
    throw new UserError(`table ${table}: ${standing + expired} of ${rows} rows are accounted for; run it again`);
  }
  if (!wish.isDryRun && inTable < standing) {
    throw new UserError(`table ${table} holds ${inTable} rows, ${standing} were restored: is something deleting them?`);
  }
}

async function restoreRow(table: RecordTable, row: StoredRow, { overwrite }: RestoreWish) {
  if (await table.add(row)) return 'written' as const;
  if (!overwrite) return 'kept' as const;
  const former = await table.replace(row);
  return isDeepStrictEqual(former, row) ? ('kept' as const) : ('replaced' as const);
}
