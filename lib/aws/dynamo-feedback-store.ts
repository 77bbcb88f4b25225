import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Feedback, feedbackHistory } from '../coverage/feedback.ts';
import type { FeedbackStore } from '../coverage/feedback-store.ts';
import { queryAll, type Row, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** @param now for leaving out rows that have expired but are not deleted yet */
export function createDynamoFeedbackStore(
  client: DynamoDBDocumentClient,
  table: string,
  now: () => Date,
): FeedbackStore {
  const readLive = (rows: readonly Row[]) =>
    rows
      .map((row) => readRecord(row, Feedback, feedbackHistory))
      .filter(({ expiresAt }) => expiresAt > now().getTime() / 1000);

  return {
    async get(articleId, voter) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { articleId, voter }, ConsistentRead: true }),
      );
      return Item && readLive([Item])[0];
    },

    put: (feedback, read) =>
      wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: feedback,
            // One that has expired was not read, though its row may stand there.
            ConditionExpression: read ? '#at = :read' : 'attribute_not_exists(articleId) OR expiresAt <= :now',
            ...(read && { ExpressionAttributeNames: { '#at': 'at' } }),
            ExpressionAttributeValues: read ? { ':read': read.at } : { ':now': Math.floor(now().getTime() / 1000) },
          }),
        ),
      ),

    async list(since) {
      const found: Feedback[] = [];
      for (const month of monthsBetween(since.slice(0, 7), now().toISOString().slice(0, 7))) {
        const rows = await queryAll(client, {
          TableName: table,
          IndexName: 'byMonth',
          KeyConditionExpression: '#month = :month AND #at >= :since',
          ExpressionAttributeNames: { '#month': 'month', '#at': 'at' },
          ExpressionAttributeValues: { ':month': month, ':since': since },
        });
        found.push(...readLive(rows));
      }
      return found;
    },
  };
}

/** Both included, YYYY-MM. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  const at = new Date(`${from}-01`);
  while (at.toISOString().slice(0, 7) <= to) {
    months.push(at.toISOString().slice(0, 7));
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return months;
}
