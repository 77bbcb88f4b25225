import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Subscriber, subscriberHistory } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { queryAll, updateExpression, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** All readers stand in one partition: a list of thousands is one query. */
const LIST = 'digest';

export function createDynamoSubscriberStore(client: DynamoDBDocumentClient, table: string): SubscriberStore {
  async function list(): Promise<Subscriber[]> {
    const rows = await queryAll(client, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: '#list = :list',
      ExpressionAttributeNames: { '#list': 'list' },
      ExpressionAttributeValues: { ':list': LIST },
    });
    return rows
      .map((row) => readRecord(row, Subscriber, subscriberHistory))
      .sort((a, b) => a.address.localeCompare(b.address));
  }

  return {
    async add(subscriber) {
      const address = subscriber.address.toLowerCase();
      if ((await list()).some((other) => other.address.toLowerCase() === address)) return false;
      return wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...subscriber, list: LIST },
            ConditionExpression: 'attribute_not_exists(subscriberId)',
          }),
        ),
      );
    },

    async get(subscriberId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { list: LIST, subscriberId }, ConsistentRead: true }),
      );
      return Item && readRecord(Item, Subscriber, subscriberHistory);
    },

    // The row keeps its version: one of before is given its time and reason, and stays readable to code of before.
    setState(subscriberId, { state, at, reason, onlyFrom, byOperator = false }) {
      const update = updateExpression({ state, stateAt: at, stateReason: reason, ...pauseOf(state, byOperator) });
      const from = Object.fromEntries((onlyFrom ?? []).map((one, index) => [`:from${index}`, one]));
      const isFrom = onlyFrom ? ` AND #state IN (${Object.keys(from).join(', ')})` : '';
      const isFree = '(attribute_not_exists(isPausedByOperator) OR isPausedByOperator = :no)';
      const isOver = state === 'paused' && byOperator ? `(#state <> :state OR ${isFree})` : '#state <> :state';
      const mayWake = state === 'active' && !byOperator ? ` AND ${isFree}` : '';
      const free = `${isOver}${mayWake}`.includes(':no') ? { ':no': false } : {};
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { list: LIST, subscriberId },
            ...update,
            ConditionExpression: `attribute_exists(subscriberId) AND ${isOver}${isFrom}${mayWake}`,
            ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ...from, ...free },
          }),
        ),
      );
    },

    // The row keeps its version here too: what newer code sets stands before what an upgrade would.
    change(subscriberId, changes, onlyIf = {}) {
      const update = updateExpression(changes);
      const wanted = Object.entries(onlyIf);
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { list: LIST, subscriberId },
            ...update,
            ConditionExpression: [
              'attribute_exists(subscriberId)',
              // A row of before has no version of its links: theirs is the first.
              ...wanted.map(([name, value]) =>
                name === 'linkVersion' && value === 1
                  ? `(attribute_not_exists(#if_${name}) OR #if_${name} = :if_${name})`
                  : `#if_${name} = :if_${name}`,
              ),
            ].join(' AND '),
            ExpressionAttributeNames: {
              ...update.ExpressionAttributeNames,
              ...Object.fromEntries(wanted.map(([name]) => [`#if_${name}`, name])),
            },
            ExpressionAttributeValues: {
              ...update.ExpressionAttributeValues,
              ...Object.fromEntries(wanted.map(([name, value]) => [`:if_${name}`, value])),
            },
          }),
        ),
      );
    },

    async remove(subscriberId) {
      const { Attributes } = await client.send(
        new DeleteCommand({ TableName: table, Key: { list: LIST, subscriberId }, ReturnValues: 'ALL_OLD' }),
      );
      return Attributes !== undefined;
    },

    list,
  };
}

/** Who unsubscribes or is suppressed while they are paused stays paused by whom they were. */
function pauseOf(state: Subscriber['state'], byOperator: boolean): { isPausedByOperator?: boolean | undefined } {
  if (state === 'paused') return { isPausedByOperator: byOperator };
  return state === 'active' ? { isPausedByOperator: undefined } : {};
}
