import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Row, updateExpression, wasAllowed } from './dynamo-client.ts';

/** Of an edition's own row, or of its mail's row, which sorts just after it. */
export interface EditionKey {
  subscriberId: string;
  editionKey: string;
}

export const editionKey = (editionId: string): EditionKey => {
  const [subscriberId = '', localDate = ''] = editionId.split('/');
  return { subscriberId, editionKey: localDate };
};

export const sendKey = (editionId: string): EditionKey => {
  const key = editionKey(editionId);
  return { ...key, editionKey: `${key.editionKey}/send` };
};

/** @param condition may name `#state`; its values are given beside it. @returns whether it held */
export function updateRow(
  client: DynamoDBDocumentClient,
  table: string,
  { key, condition, changes, values }: { key: EditionKey; condition: string; changes: Row; values: Row },
): Promise<boolean> {
  const parts = updateExpression(changes);
  return wasAllowed(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        ConditionExpression: condition,
        ...parts,
        ExpressionAttributeValues: { ...parts.ExpressionAttributeValues, ...values },
      }),
    ),
  );
}
