import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Edition, editionHistory, type HeldEdition, Send, sendHistory } from '../digest/edition.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { type Row, updateExpression, wasAllowed } from './dynamo-client.ts';
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

const IS_OPEN = '#state IN (:building, :ready)';
const OPEN_STATES = { ':building': 'building', ':ready': 'ready' };
const IS_HELD_BUILDING = '#state = :building AND fence = :fence';
const held = (fence: number) => ({ ':building': 'building', ':fence': fence });

const UNCLAIMED = 'attribute_not_exists(#state) OR #state = :pending';
const sendRow = (editionId: string) => ({ ':editionId': editionId, ':kind': 'send', ':version': 1 });

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

  async function getSend(editionId: string): Promise<Send | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: sendKey(editionId), ConsistentRead: true }),
    );
    return Item && readRecord(Item, Send, sendHistory);
  }

  /** @param condition may name `#state`; its values are given beside it. @returns whether it held */
  function update(Key: EditionKey, condition: string, changes: Row, values: Row): Promise<boolean> {
    const parts = updateExpression(changes);
    return wasAllowed(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key,
          ConditionExpression: condition,
          ...parts,
          ExpressionAttributeValues: { ...parts.ExpressionAttributeValues, ...values },
        }),
      ),
    );
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

    async take(editionId, { at, until }) {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: editionKey(editionId),
            ConditionExpression: `${IS_OPEN} AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :at)`,
            UpdateExpression: 'SET leaseUntil = :until ADD fence :one',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ...OPEN_STATES, ':at': at, ':until': until, ':one': 1 },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return readRecord(Attributes ?? {}, Edition, editionHistory) as HeldEdition;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    async makeReady({ editionId, fence }, rendered) {
      await update(editionKey(editionId), IS_HELD_BUILDING, { state: 'ready', ...rendered }, held(fence));
      return getStanding(editionId);
    },

    skip: ({ editionId, fence }) =>
      update(editionKey(editionId), IS_HELD_BUILDING, { state: 'done', outcome: 'skipped-quiet' }, held(fence)),

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

    finish(editionId, state, fence) {
      const key = editionKey(editionId);
      if (fence !== undefined) {
        return update(key, `${IS_OPEN} AND fence = :fence`, { state }, { ...OPEN_STATES, ':fence': fence });
      }
      if (state === 'expired') return update(key, IS_OPEN, { state }, OPEN_STATES);
      return update(key, 'attribute_exists(subscriberId) AND #state <> :state', { state }, {});
    },

    getSend,

    claimSend: ({ editionId, fence }, at) =>
      wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: sendKey(editionId),
            ConditionExpression: UNCLAIMED,
            UpdateExpression:
              'SET #state = :claimed, claimedAt = :at, fence = :fence, editionId = :editionId, kind = :kind, schemaVersion = :version ADD tries :one',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ...sendRow(editionId),
              ':pending': 'pending',
              ':claimed': 'claimed',
              ':at': at,
              ':fence': fence,
              ':one': 1,
            },
          }),
        ),
      ),

    endSend(editionId, { state, at, messageId, reason }, fence) {
      const changes = {
        state,
        ...(state === 'sent' && { sentAt: at }),
        ...(messageId !== undefined && { messageId }),
        ...(reason !== undefined && { reason }),
      };
      const isHeld = fence === undefined ? '' : ' AND fence = :fence';
      const values = { ':claimed': 'claimed', ...(fence !== undefined && { ':fence': fence }) };
      return update(sendKey(editionId), `#state = :claimed${isHeld}`, changes, values);
    },

    async retireSend(editionId, reason) {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: sendKey(editionId),
            ConditionExpression: UNCLAIMED,
            UpdateExpression:
              'SET #state = :failed, reason = :reason, editionId = :editionId, kind = :kind, schemaVersion = :version ADD tries :none',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ...sendRow(editionId),
              ':pending': 'pending',
              ':failed': 'failed',
              ':reason': reason,
              ':none': 0,
            },
            ReturnValues: 'ALL_OLD',
          }),
        );
        return Attributes && readRecord(Attributes, Send, sendHistory);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return getSend(editionId);
        throw error;
      }
    },

    giveBack: ({ editionId, state, tries, reason }) =>
      update(
        sendKey(editionId),
        '#state = :was AND #tries = :wasTries',
        { state: 'pending', tries: 0, reason, claimedAt: undefined, sentAt: undefined, messageId: undefined },
        { ':was': state, ':wasTries': tries },
      ),

    reopen: ({ editionId, state, htmlKey }) =>
      update(
        editionKey(editionId),
        '#state = :was',
        { state: htmlKey === undefined ? 'building' : 'ready' },
        { ':was': state },
      ),
  };
}
