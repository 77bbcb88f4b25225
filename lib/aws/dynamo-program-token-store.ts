import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ProgramToken, programTokenHistory } from '../access/program-token.ts';
import type { ProgramTokenStore } from '../access/program-token-store.ts';
import { queryAll, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** Tokens of programs in the table `access`, beside the sessions. */
export function createDynamoProgramTokenStore(
  client: DynamoDBDocumentClient,
  table: string,
  now: () => Date,
): ProgramTokenStore {
  const isLive = ({ expiresAt }: ProgramToken) => expiresAt > now().getTime() / 1000;
  /** Sets one attribute of a token that stands, and of nothing else. */
  const set = (accessId: string, name: 'revokedAt' | 'lastUsedDay', value: string) =>
    wasAllowed(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { accessId },
          UpdateExpression: 'SET #name = :value',
          ConditionExpression: 'kind = :kind AND attribute_not_exists(revokedAt)',
          ExpressionAttributeNames: { '#name': name },
          ExpressionAttributeValues: { ':value': value, ':kind': 'token' },
        }),
      ),
    );
  return {
    add: (token) =>
      wasAllowed(
        client.send(
          new PutCommand({ TableName: table, Item: token, ConditionExpression: 'attribute_not_exists(accessId)' }),
        ),
      ),

    async get(accessId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { accessId }, ConsistentRead: true }));
      const token = Item?.kind === 'token' ? readRecord(Item, ProgramToken, programTokenHistory) : undefined;
      return token && isLive(token) ? token : undefined;
    },

    revoke: (accessId, at) => set(accessId, 'revokedAt', at),
    noteUse: (accessId, day) => set(accessId, 'lastUsedDay', day),

    async list() {
      const rows = await queryAll(client, {
        TableName: table,
        IndexName: 'byKind',
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': 'token' },
        ScanIndexForward: false,
      });
      return rows.map((row) => readRecord(row, ProgramToken, programTokenHistory)).filter(isLive);
    },
  };
}
