import type { z } from 'zod';
import { type RecordHistory, type StoredRow, upgradeRow } from '../records/record-history.ts';

/** Of one row; a damaged one may have thousands. */
const MOST_PROBLEMS = 5;

/**
 * A row read back, whichever version wrote it.
 *
 * @throws NewerRecordError for a row of a later version than this code knows; MalformedRecordError for one that does not fit
 */
export function readRecord<T>(row: StoredRow, schema: z.ZodType<T>, history: RecordHistory): T {
  const parsed = schema.safeParse(upgradeRow(row, history));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const told = problems.slice(0, MOST_PROBLEMS).join('; ');
  const more = problems.length > MOST_PROBLEMS ? `; ${problems.length - MOST_PROBLEMS} more` : '';
  const which = history.key === undefined ? '' : ` ${row[history.key]}`;
  throw new MalformedRecordError(`a ${history.name}${which} of the table does not fit its schema (${told}${more})`);
}

/** Somebody else wrote the row, or a fault of the code did. It is no end of a message: mended, the row can be read. */
class MalformedRecordError extends Error {
  override readonly name: string = 'MalformedRecordError';
}
