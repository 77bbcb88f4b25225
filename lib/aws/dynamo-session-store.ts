import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Session, sessionHistory } from '../access/session.ts';
import type { SessionStore } from '../access/session-store.ts';
import { queryAll, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** Sessions in the table `access`, beside the tokens of programs. */
export function createDynamoSessionStore(client: DynamoDBDocumentClient, table: string, now: () => Date): SessionStore {
  const isLive = ({ expiresAt }: Session) => expiresAt > now().getTime() / 1000;
  const key = (accessId: string) => ({ TableName: table, Key: { accessId } });
  return {
    add: (session) =>
      wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: session,
            ConditionExpression: 'attribute_not_exists(accessId)',
          }),
        ),
      ),

    async get(accessId) {
      const { Item } = await client.send(new GetCommand({ ...key(accessId), ConsistentRead: true }));
      const session = Item?.kind === 'session' ? readRecord(Item, Session, sessionHistory) : undefined;
      return session && isLive(session) ? session : undefined;
    },

    end: (accessId) =>
      wasAllowed(
        client.send(
          new DeleteCommand({
            ...key(accessId),
            ConditionExpression: 'kind = :kind',
            ExpressionAttributeValues: { ':kind': 'session' },
          }),
        ),
      ),

    async list() {
      const rows = await queryAll(client, {
        TableName: table,
        IndexName: 'byKind',
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': 'session' },
        ScanIndexForward: false,
      });
      return rows.map((row) => readRecord(row, Session, sessionHistory)).filter(isLive);
    },
  };
}
