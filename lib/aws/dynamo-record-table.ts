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
      const watched = [...new Set([...differing, 'schemaVersion'])];
      const conditions = watched.map((name) =>
        read[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :was_${name}`,
      );
      const former = watched.filter((name) => read[name] !== undefined).map((name) => [`:was_${name}`, read[name]]);
      const values: Row = { ...update.ExpressionAttributeValues, ...Object.fromEntries(former) };
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: tableName,
            Key: keyOf(read),
            ...update,
            // A row that is gone must not come back as what the step added.
            ConditionExpression: [`attribute_exists(#key)`, ...conditions].join(' AND '),
            ExpressionAttributeNames: {
              ...update.ExpressionAttributeNames,
              ...Object.fromEntries(watched.map((name) => [`#${name}`, name])),
              '#key': shape.partitionKey,
            },
            ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
          }),
        ),
      );
    },
  };
}

/** Every table of the pipeline, in its order. */
export function createDynamoRecordTables(
  client: DynamoDBDocumentClient,
  tableNames: Readonly<Record<TableName, string>>,
): RecordTable[] {
  return (Object.keys(tables) as TableName[]).map((name) => createDynamoRecordTable(client, name, tableNames[name]));
}
