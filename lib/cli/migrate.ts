import { UserError } from '../errors.ts';
import { countVersions, hasNewer, hasOlder, migrateTable, type VersionCount } from '../records/migrate-table.ts';
import type { RecordTable } from '../records/record-table.ts';
import type { CommandIo } from './command-io.ts';
import { createProgressNote } from './progress-note.ts';
import { textTable } from './text-table.ts';

export interface MigrateNeeds {
  recordTables: readonly RecordTable[];
  signal: AbortSignal;
}

/**
 * Rewrites the rows that a version before has written. Before anything is written every row is looked at: where one is
 * newer than this checkout, nothing is changed.
 */
export async function migrateCommand(
  options: { dryRun?: boolean | undefined; json?: boolean | undefined },
  { recordTables, signal }: MigrateNeeds,
  io: CommandIo,
): Promise<void> {
  const note = createProgressNote(io);
  const found: VersionCount[] = [];
  for (const table of recordTables) {
    found.push(...(await countVersions(table, (rows) => note(() => `${table.name}: ${rows} rows looked at`))));
  }
  refuseNewer(found);

  const rewritten: Record<string, number> = {};
  const older = new Set(options.dryRun ? [] : found.filter(hasOlder).map(({ table }) => table));
  for (const table of recordTables.filter(({ name }) => older.has(name))) {
    if (signal.aborted) break;
    const tell = (rows: number) => note(() => `${table.name}: ${rows} rows rewritten`);
    rewritten[table.name] = await migrateTable(table, tell, signal);
  }
  print(options, found, rewritten, io);
  if (signal.aborted) throw new UserError('stopped; what was rewritten stays so, run it again to go on', 130);
}

function refuseNewer(found: readonly VersionCount[]): void {
  const newer = found.filter(hasNewer);
  if (newer.length === 0) return;
  const places = newer.map(({ table, record, latest, versions }) => {
    return `table ${table} holds a ${record} of version ${Math.max(...Object.keys(versions).map(Number))}, this checkout knows ${latest}`;
  });
  throw new UserError(
    `${places.join('; ')}: this checkout is older than the data, nothing was changed; use the version that wrote it, or a later one`,
  );
}

function print(
  options: { dryRun?: boolean | undefined; json?: boolean | undefined },
  found: readonly VersionCount[],
  rewritten: Readonly<Record<string, number>>,
  io: CommandIo,
): void {
  const toDo = found.filter(hasOlder).reduce((sum, count) => sum + olderRows(count), 0);
  if (options.json) {
    io.stdout(JSON.stringify({ found, older: toDo, rewritten }, null, 2));
    return;
  }
  const rows = found.map((count) => [
    count.table,
    count.record,
    Object.entries(count.versions)
      .map(([version, number]) => `${number} of version ${version}`)
      .join(', '),
    hasOlder(count) ? `→ ${count.latest}` : 'as it should be',
  ]);
  if (rows.length > 0) io.stdout(textTable(['table', 'record', 'found', ''], rows));
  const done = Object.values(rewritten).reduce((sum, number) => sum + number, 0);
  const says = options.dryRun ? `${toDo} rows would be rewritten; nothing was changed` : `${done} rows rewritten`;
  io.stderr(toDo === 0 ? 'nothing to migrate' : says);
}

const olderRows = ({ versions, latest }: VersionCount) =>
  Object.entries(versions).reduce((sum, [version, rows]) => (Number(version) < latest ? sum + rows : sum), 0);
