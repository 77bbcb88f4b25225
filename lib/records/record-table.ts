import type { RecordHistory, StoredRow } from './record-history.ts';

/** One table as a whole, for an operator's bulk work: no stage and no page reads like this. */
export interface RecordTable {
  /** As `lib/pipeline.ts` calls it. */
  name: string;
  /** Attribute with the epoch seconds after which a row is as good as absent. */
  timeToLive?: string | undefined;
  /** Every row, page by page, in no order. What is written meanwhile may be there or not. */
  pages(): AsyncIterable<readonly StoredRow[]>;
  /** Of the kinds of record that it holds. */
  histories: readonly RecordHistory[];
  /**
   * The kind of record that a row of this table is.
   *
   * @throws InvalidInputError for a row that is of none
   */
  historyOf(row: StoredRow): RecordHistory;
  /** Those that stand under the keys of the given rows. */
  find(rows: readonly StoredRow[]): Promise<StoredRow[]>;
  /** @returns false when a row with its key stands there; nothing is changed then */
  add(row: StoredRow): Promise<boolean>;
  /** Writes whatever stood there. @returns what stood there */
  replace(row: StoredRow): Promise<StoredRow | undefined>;
  /**
   * Sets the attributes in which the new row differs from the one that was read.
   *
   * @returns false when the row has another version meanwhile, one of these attributes was written, or it is gone; a list
   * or map counts as written when it has another size, is none any more, or a value beside it was written
   */
  rewrite(read: StoredRow, changed: StoredRow): Promise<boolean>;
}
