import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { hashFile, readLines } from './backup-folder.ts';
import type { TableBackup } from './backup-manifest.ts';
import { type StoredRow, upgradeRow } from './record-history.ts';
import type { RecordTable } from './record-table.ts';

/** @throws UserError when the file is not the one that was written, or a row of it cannot be read by this program */
export async function verifyTable(
  path: string,
  table: RecordTable,
  backup: TableBackup,
  tell: (text: () => string) => void,
): Promise<void> {
  const file = join(path, backup.file);
  if (!existsSync(file)) throw new UserError(`${file} is missing: use another backup; nothing was restored`);
  if ((await hashFile(file)) !== backup.sha256) {
    throw new UserError(`${file} is damaged (its SHA-256 differs): use another backup; nothing was restored`);
  }
  let rows = 0;
  for await (const row of rowsOf(file)) {
    // Throws for what is newer than this checkout.
    upgradeRow(row, table.historyOf(row));
    rows += 1;
    tell(() => `${table.name}: ${rows} rows verified`);
  }
  if (rows !== backup.rows) {
    throw new UserError(
      `${file} holds ${rows} rows, its manifest says ${backup.rows}: use another backup; nothing was restored`,
    );
  }
}

/** The rows of a table's file, as they were stored. */
export async function* rowsOf(file: string): AsyncGenerator<StoredRow> {
  for await (const line of readLines(file)) yield JSON.parse(line);
}
