import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DayCount, dayCountHistory } from '../digest/day-count.ts';
import type { DayCountStore } from '../digest/day-count-store.ts';
import { queryAll, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** No reader has such an id: the counts are a partition of their own among the editions. */
const PARTITION = 'days';

export function createDynamoDayCountStore(client: DynamoDBDocumentClient, table: string): DayCountStore {
  async function put(count: DayCount, condition: string): Promise<void> {
    await wasAllowed(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...count, subscriberId: PARTITION, editionKey: count.day, kind: 'day' },
          ConditionExpression: condition,
        }),
      ),
    );
  }

  return {
    add: (count) => put(count, 'attribute_not_exists(subscriberId)'),

    correct: (count) => put(count, 'attribute_exists(subscriberId)'),

    async list(fromDay, toDay) {
      // BETWEEN is refused with its ends the wrong way round.
      if (fromDay > toDay) return [];
      const rows = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'subscriberId = :partition AND editionKey BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':partition': PARTITION, ':from': fromDay, ':to': toDay },
      });
      return rows.map((row) => readRecord(row, DayCount, dayCountHistory));
    },
  };
}
