import type { z } from 'zod';
import { type RecordHistory, type StoredRow, upgradeRow } from '../records/record-history.ts';

/**
 * A row read back, whichever version wrote it.
 *
 * @throws NewerRecordError for a row of a later version than this code knows
 */
export function readRecord<T>(row: StoredRow, schema: z.ZodType<T>, history: RecordHistory): T {
  return schema.parse(upgradeRow(row, history));
}
