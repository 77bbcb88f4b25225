import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Confirmation, confirmationHistory } from '../digest/confirmation.ts';
import type { ConfirmationStore } from '../digest/confirmation-store.ts';
import { Refusal, refusalHistory } from '../digest/refusal.ts';
import { expiryAfter } from '../records/expiry-after.ts';
import { queryAll, updateExpression, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

const CONFIRMATIONS = 'confirmations';
const LIMITS = 'limits';
const REFUSALS = 'refusals';

/** Confirmations in one partition, for the tick asks for all of them; in others the counts that keep them few, and who refused. */
export function createDynamoConfirmationStore(
  client: DynamoDBDocumentClient,
  table: string,
  now: () => Date,
): ConfirmationStore {
  const isLive = ({ expiresAt }: Pick<Confirmation, 'expiresAt'>) => expiresAt > now().getTime() / 1000;
  const keyOf = (confirmationId: string) => ({ list: CONFIRMATIONS, confirmationId });
  const read = (row: Record<string, unknown>) => readRecord(row, Confirmation, confirmationHistory);
  return {
    add: (confirmation) =>
      wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...confirmation, list: CONFIRMATIONS, kind: 'confirmation' },
            ConditionExpression: 'attribute_not_exists(confirmationId)',
          }),
        ),
      ),

    async get(confirmationId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(confirmationId), ConsistentRead: true }),
      );
      const found = Item && read(Item);
      return found && isLive(found) ? found : undefined;
    },

    async list() {
      const rows = await queryAll(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: '#list = :list',
        ExpressionAttributeNames: { '#list': 'list' },
        ExpressionAttributeValues: { ':list': CONFIRMATIONS },
      });
      return rows.map(read).filter(isLive);
    },

    move(confirmationId, from, to) {
      const update = updateExpression(to);
      const allowed = Object.fromEntries(from.map((state, index) => [`:from${index}`, state]));
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(confirmationId),
            ...update,
            ConditionExpression: `#state IN (${Object.keys(allowed).join(', ')})`,
            ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ...allowed },
          }),
        ),
      );
    },

    async refuse(refusal) {
      const Item = { ...refusal, list: REFUSALS, confirmationId: refusal.mailboxId, kind: 'refusal' };
      // What has expired is there until DynamoDB deletes it.
      const weaker =
        refusal.reason === 'complained'
          ? {}
          : {
              ConditionExpression: 'attribute_not_exists(reason) OR reason <> :complained OR expiresAt <= :now',
              ExpressionAttributeValues: { ':complained': 'complained', ':now': now().getTime() / 1000 },
            };
      await wasAllowed(client.send(new PutCommand({ TableName: table, Item, ...weaker })));
    },

    async refusalOf(mailboxId) {
      const Key = { list: REFUSALS, confirmationId: mailboxId };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      const refusal = Item && readRecord(Item, Refusal, refusalHistory);
      return refusal && isLive(refusal) ? refusal : undefined;
    },

    take(limitId, { most, gapSeconds, keepDays }, at) {
      const before = new Date(at.getTime() - gapSeconds * 1000).toISOString();
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { list: LIMITS, confirmationId: limitId },
            ConditionExpression: 'attribute_not_exists(mails) OR (mails < :most AND lastAt <= :before)',
            UpdateExpression:
              'SET lastAt = :at, expiresAt = :expiresAt, limitId = :limitId, kind = :kind, schemaVersion = :version ADD mails :one',
            ExpressionAttributeValues: {
              ':most': most,
              ':before': before,
              ':at': at.toISOString(),
              ':expiresAt': expiryAfter(at.toISOString(), keepDays),
              ':limitId': limitId,
              ':kind': 'limit',
              ':version': 1,
              ':one': 1,
            },
          }),
        ),
      );
    },
  };
}
