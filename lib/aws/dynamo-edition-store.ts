import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Edition, editionHistory, type HeldEdition } from '../digest/edition.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { type Row, wasAllowed } from './dynamo-client.ts';
import { createDynamoSends } from './dynamo-sends.ts';
import { type EditionKey, editionKey, updateRow } from './edition-rows.ts';
import { readRecord } from './read-record.ts';

/** Of the newest editions, to find one that was made. */
const LOOKED_AT = 25;

const IS_OPEN = '#state IN (:building, :ready)';
const OPEN_STATES = { ':building': 'building', ':ready': 'ready' };
const IS_HELD_BUILDING = '#state = :building AND fence = :fence';
const held = (fence: number) => ({ ':building': 'building', ':fence': fence });

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

  const update = (key: EditionKey, condition: string, changes: Row, values: Row) =>
    updateRow(client, table, { key, condition, changes, values });

  return {
    ...createDynamoSends(client, table),
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

    reopen: ({ editionId, state, htmlKey }) =>
      update(
        editionKey(editionId),
        '#state = :was',
        { state: htmlKey === undefined ? 'building' : 'ready' },
        { ':was': state },
      ),
  };
}
