import { UserError } from '../errors.ts';

/** A row as its table keeps it: no schema has seen it yet. */
export type StoredRow = Readonly<Record<string, unknown>>;

/**
 * How the rows of one kind of record came to be what its schema says. An attribute that may be absent needs no new
 * version; one that must be there, or means something else than before, does.
 */
export interface RecordHistory {
  /** What a person calls one. */
  name: string;
  /** Attribute that tells a person which one it is; absent where that would be a secret, or has not been of use. */
  key?: string;
  /**
   * The step at index n makes a row of version n + 2 from one of version n + 1. It sets nothing that a writer of the new
   * version may have set already, and reads only what never changes: rows of before are also written to.
   */
  upgrades: readonly ((row: StoredRow) => StoredRow)[];
}

/** The version that this code writes. */
export const latestVersion = ({ upgrades }: Pick<RecordHistory, 'upgrades'>) => upgrades.length + 1;

/** Rows without a version are of the first. */
export const versionOf = (row: StoredRow): number => (row.schemaVersion === undefined ? 1 : Number(row.schemaVersion));

/** Code of an older version met a row of a newer one. No message of its queue is lost by it: it is tried again. */
export class NewerRecordError extends UserError {
  override readonly name: string = 'NewerRecordError';
  constructor(record: string, version: number, known: number) {
    super(
      `a ${record} of version ${version} is in the table, this checkout knows ${known}: this checkout is older than the data; use the version that wrote it, or a later one`,
    );
  }
}

/**
 * The row as the latest version would have written it; unchanged when it is of that version.
 *
 * @throws NewerRecordError for a row of a later version than this code knows
 */
export function upgradeRow(row: StoredRow, history: RecordHistory): StoredRow {
  const [version, latest] = [versionOf(row), latestVersion(history)];
  if (!(version <= latest)) throw new NewerRecordError(history.name, version, latest);
  if (version === latest) return row;
  const upgraded = history.upgrades.slice(version - 1).reduce((older, upgrade) => upgrade(older), row);
  return { ...upgraded, schemaVersion: latest };
}
