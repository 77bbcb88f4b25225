import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Identity, identityHistory } from '../feeds/identity.ts';
import { Item, itemHistory } from '../feeds/item.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import { latestVersion } from '../records/record-history.ts';
import { queryAll, type Row, wasAllowed } from './dynamo-client.ts';
import { getRows } from './get-rows.ts';
import { readRecord } from './read-record.ts';

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

  const getLive = async (table: string, keys: readonly Row[]) => (await getRows(client, table, keys)).filter(isLive);

  return {
    async findIdentities(names) {
      const rows = await getLive(
        tables.identities,
        names.map((identity) => ({ identity })),
      );
      return new Map(rows.map((row) => [String(row.identity), readRecord(row, Identity, identityHistory)]));
    },

    async claimIdentity(identity) {
      const isClaimed = await wasAllowed(
        client.send(
          new PutCommand({
            TableName: tables.identities,
            Item: { ...identity, schemaVersion: latestVersion(identityHistory) },
            ConditionExpression: IS_FREE,
            ExpressionAttributeValues: { ':now': epochSeconds() },
          }),
        ),
      );
      if (isClaimed) return identity;
      const { Item: holder } = await client.send(
        new GetCommand({ TableName: tables.identities, Key: { identity: identity.identity }, ConsistentRead: true }),
      );
      return holder === undefined ? identity : readRecord(holder, Identity, identityHistory);
    },

    async findItems(pairs) {
      const keys = pairs.map(({ articleId, feedId }) => ({ articleId, feedId }));
      return (await getLive(tables.items, keys)).map((row) => readRecord(row, Item, itemHistory));
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

    reopenItem({ articleId, feedId, state, outcome, endedAt }, replay, step) {
      const isEnded = state === 'done';
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: tables.items,
            Key: { articleId, feedId },
            ConditionExpression: isEnded
              ? '#state = :done AND #outcome = :outcome AND endedAt = :endedAt'
              : '#state = :queued',
            UpdateExpression: `SET #state = :queued, #replay = :replay, #trace = list_append(#trace, :step)${
              isEnded ? ' REMOVE #outcome, #reason, endedAt' : ''
            }`,
            ExpressionAttributeNames: {
              '#state': 'state',
              '#replay': 'replay',
              '#trace': 'trace',
              ...(isEnded && { '#outcome': 'outcome', '#reason': 'reason' }),
            },
            ExpressionAttributeValues: {
              ':queued': 'queued',
              ':replay': replay,
              ':step': [step],
              ...(isEnded && { ':done': 'done', ':outcome': outcome, ':endedAt': endedAt }),
            },
          }),
        ),
      );
    },

    async relabelItem({ articleId, feedId, outcome, endedAt }, end, step) {
      if (outcome === undefined) return false;
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: tables.items,
            Key: { articleId, feedId },
            ConditionExpression: '#state = :done AND #outcome = :wasOutcome AND endedAt = :endedAt',
            UpdateExpression:
              'SET #outcome = :outcome, #reason = :reason, score = :score, #trace = list_append(#trace, :step)',
            ExpressionAttributeNames: {
              '#state': 'state',
              '#outcome': 'outcome',
              '#reason': 'reason',
              '#trace': 'trace',
            },
            ExpressionAttributeValues: {
              ':done': 'done',
              ':wasOutcome': outcome,
              ':endedAt': endedAt,
              ':outcome': end.outcome,
              ':reason': end.reason,
              ':score': end.score,
              ':step': [step],
            },
          }),
        ),
      );
    },

    async listItems(articleId) {
      const rows = await queryAll(client, {
        TableName: tables.items,
        KeyConditionExpression: 'articleId = :articleId',
        ExpressionAttributeValues: { ':articleId': articleId },
      });
      return rows
        .filter(isLive)
        .map((row) => readRecord(row, Item, itemHistory))
        .sort((a, b) => a.firstSeenAt.localeCompare(b.firstSeenAt));
    },
  };
}
