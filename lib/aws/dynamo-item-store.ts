import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Item } from '../feeds/item.ts';
import type { Identity, ItemStore } from '../feeds/item-store.ts';
import { queryAll, type Row, wasAllowed } from './dynamo-client.ts';

/** BatchGetItem takes at most this many keys. */
const BATCH_KEYS = 100;

/** DynamoDB deletes expired rows within days, not at once: until then they are as good as absent. */
const IS_FREE = 'attribute_not_exists(articleId) OR expiresAt <= :now';

/** @param now for leaving out rows that have expired but are not deleted yet */
export function createDynamoItemStore(
  client: DynamoDBDocumentClient,
  tables: { items: string; identities: string },
  now: () => Date,
): ItemStore {
  const epochSeconds = () => Math.floor(now().getTime() / 1000);
  const isLive = (row: Row) => Number(row.expiresAt) > epochSeconds();

  async function getMany(table: string, keys: readonly Row[]): Promise<Row[]> {
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
    return rows.filter(isLive);
  }

  return {
    async findIdentities(names) {
      const rows = await getMany(
        tables.identities,
        names.map((identity) => ({ identity })),
      );
      return new Map(rows.map((row) => [String(row.identity), row as unknown as Identity]));
    },

    async claimIdentity(identity) {
      const isClaimed = await wasAllowed(
        client.send(
          new PutCommand({
            TableName: tables.identities,
            Item: identity,
            ConditionExpression: IS_FREE,
            ExpressionAttributeValues: { ':now': epochSeconds() },
          }),
        ),
      );
      if (isClaimed) return identity;
      const { Item: holder } = await client.send(
        new GetCommand({ TableName: tables.identities, Key: { identity: identity.identity }, ConsistentRead: true }),
      );
      return (holder as Identity | undefined) ?? identity;
    },

    async findItems(pairs) {
      const keys = pairs.map(({ articleId, feedId }) => ({ articleId, feedId }));
      return (await getMany(tables.items, keys)).map((row) => Item.parse(row));
    },

    addItem: (item) =>
      wasAllowed(
        client.send(
          new PutCommand({
            TableName: tables.items,
            Item: item,
            ConditionExpression: IS_FREE,
            ExpressionAttributeValues: { ':now': epochSeconds() },
          }),
        ),
      ),

    endItem: (articleId, feedId, end) =>
      wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: tables.items,
            Key: { articleId, feedId },
            ConditionExpression: '#state = :queued',
            UpdateExpression:
              'SET #state = :done, #outcome = :outcome, #reason = :reason, endedAt = :at, #trace = list_append(#trace, :trace)' +
              (end.score === undefined ? '' : ', score = :score') +
              (end.articleKey === undefined ? '' : ', articleKey = :articleKey'),
            ExpressionAttributeNames: {
              '#state': 'state',
              '#outcome': 'outcome',
              '#reason': 'reason',
              '#trace': 'trace',
            },
            ExpressionAttributeValues: {
              ':queued': 'queued',
              ':done': 'done',
              ':outcome': end.outcome,
              ':reason': end.reason,
              ':at': end.at,
              ':trace': end.trace,
              ...(end.score !== undefined && { ':score': end.score }),
              ...(end.articleKey !== undefined && { ':articleKey': end.articleKey }),
            },
          }),
        ),
      ),

    async listItems(articleId) {
      const rows = await queryAll(client, {
        TableName: tables.items,
        KeyConditionExpression: 'articleId = :articleId',
        ExpressionAttributeValues: { ':articleId': articleId },
      });
      return rows
        .filter(isLive)
        .map((row) => Item.parse(row))
        .sort((a, b) => a.firstSeenAt.localeCompare(b.firstSeenAt));
    },
  };
}
