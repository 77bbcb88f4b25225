import { isDeepStrictEqual } from 'node:util';
import { type DynamoDBDocumentClient, PutCommand, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredRow } from '../records/record-history.ts';
import type { RecordTable } from '../records/record-table.ts';
import { type TableName, type TableShape, tables } from '../tables.ts';
import { type Row, updateExpression, wasAllowed } from './dynamo-client.ts';
import { getRows } from './get-rows.ts';
import { historyOfRow, recordKinds } from './record-kinds.ts';

/** @param tableName as AWS knows it */
export function createDynamoRecordTable(
  client: DynamoDBDocumentClient,
  name: TableName,
  tableName: string,
): RecordTable {
  const shape: TableShape = tables[name];
  const keyNames = [shape.partitionKey, ...(shape.sortKey === undefined ? [] : [shape.sortKey])];
  const keyOf = (row: StoredRow): Row => Object.fromEntries(keyNames.map((key) => [key, row[key]]));

  return {
    name,
    timeToLive: shape.timeToLive,
    histories: recordKinds[name].map(({ history }) => history),
    historyOf: (row) => historyOfRow(name, row),

    async *pages() {
      for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true })) {
        yield Items;
      }
    },

    find: (rows) => getRows(client, tableName, rows.map(keyOf)),

    add: (row) =>
      wasAllowed(
        client.send(
          new PutCommand({
            TableName: tableName,
            Item: row,
            ConditionExpression: 'attribute_not_exists(#key)',
            ExpressionAttributeNames: { '#key': shape.partitionKey },
          }),
        ),
      ),

    async replace(row) {
      const { Attributes } = await client.send(
        new PutCommand({ TableName: tableName, Item: row, ReturnValues: 'ALL_OLD' }),
      );
      return Attributes;
    },

    rewrite(read, changed) {
      const names = [...new Set([...Object.keys(read), ...Object.keys(changed), 'schemaVersion'])];
      const differing = names.filter((name) => !isDeepStrictEqual(read[name], changed[name]));
      const update = updateExpression(Object.fromEntries(differing.map((name) => [name, changed[name]])));
      const watched = watchedOf(read, differing).map((name) => watchOf(name, read[name]));
      const values: Row = Object.assign(
        { ...update.ExpressionAttributeValues },
        ...watched.map(({ values }) => values),
      );
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: tableName,
            Key: keyOf(read),
            ...update,
            // A row that is gone must not come back as what the step added.
            ConditionExpression: ['attribute_exists(#key)', ...watched.map(({ condition }) => condition)].join(' AND '),
            ExpressionAttributeNames: {
              ...update.ExpressionAttributeNames,
              ...Object.fromEntries(watched.map(({ name }) => [`#${name}`, name])),
              '#key': shape.partitionKey,
            },
            ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
          }),
        ),
      );
    },
  };
}

/**
 * Attributes that have to be as they were read. Where a list or map gives way, that is every other value of the row too: by
 * its size alone another of the same length would not be told, and whoever writes one writes a value beside it.
 */
function watchedOf(read: StoredRow, differing: readonly string[]): string[] {
  const isWhole = (name: string) => sizeOf(read[name]) === undefined;
  const others = differing.every(isWhole) ? [] : Object.keys(read).filter(isWhole);
  return [...new Set([...differing, ...others, 'schemaVersion'])];
}

/** That an attribute is as it was. The embedded DynamoDB never finds two lists or maps equal: they are told by their size. */
function watchOf(name: string, was: unknown): { name: string; condition: string; values: Row } {
  if (was === undefined) return { name, condition: `attribute_not_exists(#${name})`, values: {} };
  const size = sizeOf(was);
  if (size === undefined) return { name, condition: `#${name} = :was_${name}`, values: { [`:was_${name}`]: was } };
  return {
    name,
    condition: `attribute_type(#${name}, :type_${name}) AND size(#${name}) = :size_${name}`,
    values: { [`:type_${name}`]: Array.isArray(was) ? 'L' : 'M', [`:size_${name}`]: size },
  };
}

/** Entries of a list or map; undefined of any other value. */
const sizeOf = (value: unknown): number | undefined =>
  Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object)
    ? Object.keys(value).length
    : undefined;

/** Every table of the pipeline, in its order. */
export function createDynamoRecordTables(
  client: DynamoDBDocumentClient,
  tableNames: Readonly<Record<TableName, string>>,
): RecordTable[] {
  return (Object.keys(tables) as TableName[]).map((name) => createDynamoRecordTable(client, name, tableNames[name]));
}
