import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Edition, editionHistory, Send, sendHistory } from '../digest/edition.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { updateExpression, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** Of the newest editions, to find one that was made. */
const LOOKED_AT = 25;

interface EditionKey {
  subscriberId: string;
  editionKey: string;
}

const editionKey = (editionId: string): EditionKey => {
  const [subscriberId = '', localDate = ''] = editionId.split('/');
  return { subscriberId, editionKey: localDate };
};

const sendKey = (editionId: string): EditionKey => {
  const key = editionKey(editionId);
  return { ...key, editionKey: `${key.editionKey}/send` };
};

export function createDynamoEditionStore(client: DynamoDBDocumentClient, table: string): EditionStore {
  async function get(editionId: string): Promise<Edition | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: editionKey(editionId), ConsistentRead: true }),
    );
    return Item && readRecord(Item, Edition, editionHistory);
  }

  /** @throws when the edition has vanished: something other than this program deleted it */
  async function getStanding(editionId: string): Promise<Edition> {
    const edition = await get(editionId);
    if (!edition) throw new Error(`edition ${editionId} is not in the table any more`);
    return edition;
  }

  return {
    get,

    async open(edition) {
      const isOpened = await wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...edition, ...editionKey(edition.editionId), kind: 'edition' },
            ConditionExpression: 'attribute_not_exists(subscriberId)',
          }),
        ),
      );
      return isOpened ? edition : getStanding(edition.editionId);
    },

    async latest(subscriberId) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'subscriberId = :subscriberId',
          ExpressionAttributeValues: { ':subscriberId': subscriberId },
          ScanIndexForward: false,
          // The edition's own row, and its mail's row, which sorts just after it.
          Limit: 2,
        }),
      );
      const row = Items.find((item) => item.kind === 'edition');
      return row && readRecord(row, Edition, editionHistory);
    },

    async latestOfAll() {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'byCreation',
          KeyConditionExpression: 'kind = :kind',
          ExpressionAttributeValues: { ':kind': 'edition' },
          ScanIndexForward: false,
          // On a quiet day the newest of some readers were left out.
          Limit: LOOKED_AT,
        }),
      );
      const row = Items.find(({ htmlKey }) => htmlKey !== undefined) ?? Items[0];
      return row && readRecord(row, Edition, editionHistory);
    },

    async makeReady(editionId, rendered) {
      await wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: editionKey(editionId),
            ConditionExpression: '#state = :building',
            ...withValues(updateExpression({ state: 'ready', ...rendered }), { ':building': 'building' }),
          }),
        ),
      );
      return getStanding(editionId);
    },

    skip: (editionId) =>
      wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: editionKey(editionId),
            ConditionExpression: '#state = :building',
            ...withValues(updateExpression({ state: 'done', outcome: 'skipped-quiet' }), { ':building': 'building' }),
          }),
        ),
      ),

    async listRecent(subscriberId, { fromDate, most }) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'subscriberId = :subscriberId AND editionKey >= :fromDate',
          ExpressionAttributeValues: { ':subscriberId': subscriberId, ':fromDate': fromDate },
          ScanIndexForward: false,
          // Each has at most one mail's row beside it.
          Limit: most * 2,
        }),
      );
      return Items.filter((item) => item.kind === 'edition')
        .map((row) => readRecord(row, Edition, editionHistory))
        .slice(0, most);
    },

    async finish(editionId, state) {
      await client.send(
        new UpdateCommand({ TableName: table, Key: editionKey(editionId), ...updateExpression({ state }) }),
      );
    },

    async getSend(editionId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: sendKey(editionId), ConsistentRead: true }),
      );
      return Item && readRecord(Item, Send, sendHistory);
    },

    claimSend: (editionId, at) =>
      wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: sendKey(editionId),
            ConditionExpression: 'attribute_not_exists(#state) OR #state = :pending',
            UpdateExpression:
              'SET #state = :claimed, claimedAt = :at, editionId = :editionId, kind = :kind, schemaVersion = :version ADD tries :one',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':pending': 'pending',
              ':claimed': 'claimed',
              ':at': at,
              ':editionId': editionId,
              ':kind': 'send',
              ':version': 1,
              ':one': 1,
            },
          }),
        ),
      ),

    async endSend(editionId, { state, at, messageId, reason }) {
      const changes = {
        state,
        ...(state === 'sent' && { sentAt: at }),
        ...(messageId !== undefined && { messageId }),
        ...(reason !== undefined && { reason }),
      };
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: sendKey(editionId),
            ConditionExpression: '#state = :claimed',
            ...withValues(updateExpression(changes), { ':claimed': 'claimed' }),
          }),
        ),
      );
    },
  };
}

function withValues(parts: ReturnType<typeof updateExpression>, values: Record<string, unknown>) {
  return { ...parts, ExpressionAttributeValues: { ...parts.ExpressionAttributeValues, ...values } };
}
