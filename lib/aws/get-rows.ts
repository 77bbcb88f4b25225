import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Row } from './dynamo-client.ts';

/** BatchGetItem takes at most this many keys. */
const BATCH_KEYS = 100;

/** The rows that stand under the keys, read consistently, in no order. A key may be given more than once. */
export async function getRows(client: DynamoDBDocumentClient, table: string, keys: readonly Row[]): Promise<Row[]> {
  const distinct = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  const rows: Row[] = [];
  for (let from = 0; from < distinct.length; from += BATCH_KEYS) {
    let pending: Row[] = distinct.slice(from, from + BATCH_KEYS);
    while (pending.length > 0) {
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: pending, ConsistentRead: true } } }),
      );
      rows.push(...(answer.Responses?.[table] ?? []));
      pending = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    }
  }
  return rows;
}
