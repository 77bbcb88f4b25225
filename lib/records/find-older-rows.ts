import { latestVersion, versionOf } from './record-history.ts';
import type { RecordTable } from './record-table.ts';

export interface OlderRows {
  table: string;
  /** Rows that were looked at; the first page of the table. */
  looked: number;
  older: number;
  newer: number;
}

/** Looks into every table whose records have had more than one version; its first page only, for tables may be large. */
export async function findOlderRows(tables: readonly RecordTable[]): Promise<OlderRows[]> {
  const changed = tables.filter(({ histories }) => histories.some((history) => latestVersion(history) > 1));
  return Promise.all(changed.map(lookInto));
}

async function lookInto(table: RecordTable): Promise<OlderRows> {
  const found = { table: table.name, looked: 0, older: 0, newer: 0 };
  for await (const page of table.pages()) {
    for (const row of page) {
      const latest = latestVersion(table.historyOf(row));
      if (versionOf(row) < latest) found.older += 1;
      if (!(versionOf(row) <= latest)) found.newer += 1;
    }
    found.looked = page.length;
    break;
  }
  return found;
}
