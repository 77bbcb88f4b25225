import database from 'dynalite/db/index.js';
import { type TableShape, tables } from '../tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** A row in DynamoDB's own notation, `{ day: { S: '2026-11-28' } }`. */
type Capacity = { CapacityUnits: number } | undefined;

const reported = database.addConsumedCapacity;
let isCounting = false;

/**
 * Lets the embedded DynamoDB report the units of a write as AWS does, those of indexes included: it counts the table
 * alone. For tables named `vigil-<table of the pipeline>`; all their indexes hold whole rows.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes
 */
export function countIndexUnits(): void {
  if (isCounting) return;
  isCounting = true;
  database.addConsumedCapacity = (request, isRead, before, after): Capacity => {
    const capacity = reported(request, isRead, before, after);
    if (capacity === undefined || isRead) return capacity;
    return { ...capacity, CapacityUnits: capacity.CapacityUnits + indexUnits(request.TableName, before, after) };
  };
}

function indexUnits(tableName: string, before: Row | undefined, after: Row | undefined): number {
  const shape: TableShape | undefined = (tables as Record<string, TableShape>)[tableName.replace(/^vigil-/, '')];
  return Object.values(shape?.indexes ?? {}).reduce((sum, index) => sum + unitsOf(index, before, after), 0);
}

/** A changed key is a deletion and a put; a row that is the same in the index costs nothing. */
function unitsOf(index: { partitionKey: string; sortKey: string }, before?: Row, after?: Row): number {
  const keyOf = (row: Row | undefined) => {
    const key = row && [row[index.partitionKey], row[index.sortKey]];
    return key?.every((part) => part !== undefined) ? JSON.stringify(key) : undefined;
  };
  const size = (row: Row | undefined) => database.capacityUnits(row, false);
  const [former, latter] = [keyOf(before), keyOf(after)];
  if (former === undefined) return latter === undefined ? 0 : size(after);
  if (latter === undefined) return size(before);
  if (former !== latter) return size(before) + size(after);
  return JSON.stringify(before) === JSON.stringify(after) ? 0 : Math.max(size(before), size(after));
}
