import { isDeepStrictEqual } from 'node:util';
import { historyOfRow, recordKinds } from '../../lib/aws/record-kinds.ts';
import type { StoredRow } from '../../lib/records/record-history.ts';
import type { RecordTable } from '../../lib/records/record-table.ts';
import { type TableName, type TableShape, tables } from '../../lib/tables.ts';

/** A table in memory with the conditions that the real one holds. */
export function createMemoryRecordTable(
  name: TableName,
  rows: readonly StoredRow[] = [],
): RecordTable & { rows(): StoredRow[] } {
  const shape: TableShape = tables[name];
  const keyOf = (row: StoredRow) => JSON.stringify([row[shape.partitionKey], shape.sortKey && row[shape.sortKey]]);
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return {
    name,
    timeToLive: shape.timeToLive,
    rows: () => [...byKey.values()],
    histories: recordKinds[name].map(({ history }) => history),
    historyOf: (row) => historyOfRow(name, row),
    async *pages() {
      const all = [...byKey.values()];
      for (let from = 0; from < all.length; from += 7) yield all.slice(from, from + 7);
    },
    async find(wanted) {
      const keys = new Set(wanted.map(keyOf));
      return [...byKey.values()].filter((row) => keys.has(keyOf(row)));
    },
    async add(row) {
      if (byKey.has(keyOf(row))) return false;
      byKey.set(keyOf(row), row);
      return true;
    },
    async replace(row) {
      const former = byKey.get(keyOf(row));
      byKey.set(keyOf(row), row);
      return former;
    },
    async rewrite(read, changed) {
      const row = byKey.get(keyOf(read));
      const names = [...new Set([...Object.keys(read), ...Object.keys(changed)])];
      const differing = names.filter((one) => !isDeepStrictEqual(read[one], changed[one]));
      if (!row || !['schemaVersion', ...differing].every((one) => isDeepStrictEqual(row[one], read[one]))) return false;
      const next: Record<string, unknown> = { ...row };
      for (const one of differing) {
        if (changed[one] === undefined) delete next[one];
        else next[one] = changed[one];
      }
      byKey.set(keyOf(row), next);
      return true;
    },
  };
}
