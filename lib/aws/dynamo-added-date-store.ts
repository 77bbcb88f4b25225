import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { AddedDate, addedDateHistory } from '../digest/added-date.ts';
import type { AddedDateStore } from '../digest/added-date-store.ts';
import { queryAll, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** No reader has such an id: the dates are a partition of their own among the editions. */
const PARTITION = 'calendar';

export function createDynamoAddedDateStore(client: DynamoDBDocumentClient, table: string): AddedDateStore {
  const keyOf = (id: string) => ({ subscriberId: PARTITION, editionKey: id });
  return {
    async list() {
      const rows = await queryAll(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'subscriberId = :partition',
        ExpressionAttributeValues: { ':partition': PARTITION },
      });
      return rows.map((row) => readRecord(row, AddedDate, addedDateHistory));
    },

    add: (date) =>
      wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...date, ...keyOf(date.entry.id), kind: 'calendar-date' },
            ConditionExpression: 'attribute_not_exists(subscriberId)',
          }),
        ),
      ),

    async remove(id) {
      const { Attributes } = await client.send(
        new DeleteCommand({ TableName: table, Key: keyOf(id), ReturnValues: 'ALL_OLD' }),
      );
      return Attributes !== undefined;
    },
  };
}
