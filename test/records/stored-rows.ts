import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredRow } from '../../lib/records/record-history.ts';
import type { TableName } from '../../lib/tables.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/records');

export interface StoredExample {
  /** `v1/feeds.bare` */
  name: string;
  table: TableName;
  row: StoredRow;
}

/** Rows as each version wrote them: `<version>/<table>[.<what>].json`. Those of past versions are never changed. */
export function storedExamples(): StoredExample[] {
  return readdirSync(FOLDER).flatMap((version) =>
    readdirSync(join(FOLDER, version)).map((file) => ({
      name: `${version}/${file.replace(/\.json$/, '')}`,
      table: file.split('.')[0] as TableName,
      row: JSON.parse(readFileSync(join(FOLDER, version, file), 'utf8')),
    })),
  );
}

export const exampleRow = (name: string): StoredRow => {
  const found = storedExamples().find((example) => example.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return found.row;
};
