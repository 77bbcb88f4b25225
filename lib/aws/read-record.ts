import type { z } from 'zod';
import { type RecordHistory, type StoredRow, upgradeRow } from '../records/record-history.ts';

/**
 * A row read back, whichever version wrote it.
 *
 * @throws NewerRecordError for a row of a later version than this code knows; MalformedRecordError for one that does not fit
 */
export function readRecord<T>(row: StoredRow, schema: z.ZodType<T>, history: RecordHistory): T {
  const parsed = schema.safeParse(upgradeRow(row, history));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new MalformedRecordError(`a ${history.name} of the table does not fit its schema (${problems.join('; ')})`);
}

/** Somebody else wrote the row, or a fault of the code did. It is no end of a message: mended, the row can be read. */
class MalformedRecordError extends Error {
  override readonly name: string = 'MalformedRecordError';
}
