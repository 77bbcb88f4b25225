import { resolve } from 'node:path';
import { type RestoredTable, type RestoreNeeds, type RestoreReport, restoreBackup } from '../records/restore-backup.ts';
import type { CommandIo } from './command-io.ts';
import { createProgressNote } from './progress-note.ts';
import { textTable } from './text-table.ts';

export interface RestoreOptions {
  overwrite?: boolean | undefined;
  dryRun?: boolean | undefined;
  json?: boolean | undefined;
}

/** Brings a backup into the tables here, whatever they are called; rows that stand there stay unless told otherwise. */
export async function restoreCommand(
  folder: string,
  options: RestoreOptions,
  needs: RestoreNeeds,
  io: CommandIo,
): Promise<void> {
  const wish = { overwrite: options.overwrite === true, isDryRun: options.dryRun === true };
  const report = await restoreBackup(resolve(folder), wish, needs, createProgressNote(io));
  const { manifest, tables, archive } = report;
  if (options.json) {
    io.stdout(
      JSON.stringify(
        { dryRun: wish.isDryRun, from: manifest.from, takenAt: manifest.startedAt, tables, archive },
        null,
        2,
      ),
    );
    return;
  }
  io.stdout(`taken from ${manifest.from} at ${manifest.startedAt}${wish.isDryRun ? '; nothing was written' : ''}`);
  const rows = tables.map(({ table, ...counts }) => [
    table,
    ...[counts.rows, counts.written, counts.kept, counts.replaced, counts.expired, counts.inTable].map(String),
  ]);
  io.stdout(textTable(['table', 'in backup', 'written', 'kept', 'replaced', 'expired', 'in table'], rows));
  if (archive) io.stdout(`archive  ${archive.objects} objects, ${archive.written} of them missing here`);
  for (const remark of remarksOf(report, tables)) io.stderr(remark);
}

function remarksOf({ manifest }: RestoreReport, tables: readonly RestoredTable[]): string[] {
  const remarks = Object.entries(manifest.leftOut).map(([name, why]) => `not in the backup: ${name} (${why})`);
  const withoutEnd = tables.reduce((sum, table) => sum + table.withoutEnd, 0);
  if (withoutEnd > 0) {
    remarks.push(`${withoutEnd} items were waiting to be read: "vigil replay --since 4d --outcome none" sends them`);
  }
  return remarks;
}
