import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Feed, FeedState, feedHistory } from '../feeds/feed.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import { queryAll, updateExpression, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

export function createDynamoFeedStore(client: DynamoDBDocumentClient, table: string): FeedStore {
  async function ofState(state: FeedState, dueBy?: string): Promise<Feed[]> {
    const rows = await queryAll(client, {
      TableName: table,
      IndexName: 'byState',
      KeyConditionExpression: dueBy ? '#state = :state AND nextCheckAt <= :dueBy' : '#state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': state, ...(dueBy && { ':dueBy': dueBy }) },
    });
    return rows.map((row) => readRecord(row, Feed, feedHistory));
  }

  return {
    async get(feedId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { feedId }, ConsistentRead: true }));
      return Item && readRecord(Item, Feed, feedHistory);
    },

    add: (feed) =>
      wasAllowed(
        client.send(
          new PutCommand({ TableName: table, Item: feed, ConditionExpression: 'attribute_not_exists(feedId)' }),
        ),
      ),

    update(feedId, changes, onlyIn) {
      const update = updateExpression(changes);
      const condition = onlyIn && {
        ConditionExpression: 'attribute_exists(feedId) AND #current = :current',
        ExpressionAttributeNames: { ...update.ExpressionAttributeNames, '#current': 'state' },
        ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ':current': onlyIn },
      };
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { feedId },
            ConditionExpression: 'attribute_exists(feedId)',
            ...update,
            ...condition,
          }),
        ),
      );
    },

    async remove(feedId) {
      const { Attributes } = await client.send(
        new DeleteCommand({ TableName: table, Key: { feedId }, ReturnValues: 'ALL_OLD' }),
      );
      return Attributes !== undefined;
    },

    async list() {
      const feeds = (await Promise.all(FeedState.options.map((state) => ofState(state)))).flat();
      return feeds.sort((a, b) => a.title.localeCompare(b.title) || a.feedId.localeCompare(b.feedId));
    },

    async listDue(now) {
      const feeds = [...(await ofState('active', now)), ...(await ofState('gone', now))];
      return feeds.sort((a, b) => a.nextCheckAt.localeCompare(b.nextCheckAt));
    },
  };
}
