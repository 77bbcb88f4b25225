import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { meterDynamo } from './meter-dynamo.ts';
import { traced } from './telemetry.ts';

export type Row = Record<string, unknown>;

export function createDynamoClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({});
  meterDynamo(client);
  return DynamoDBDocumentClient.from(traced(client), { marshallOptions: { removeUndefinedValues: true } });
}

/** Every row of a query, over all its pages. */
export async function queryAll(client: DynamoDBDocumentClient, input: QueryCommandInput): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of paginateQuery({ client }, input)) rows.push(...(page.Items ?? []));
  return rows;
}

/** @returns false when the condition of the write did not hold; any other fault rises */
export async function wasAllowed(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The parts of an UpdateItem that set the given attributes and remove those that are undefined. */
export function updateExpression(changes: Readonly<Row>): {
  UpdateExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues?: Row;
} {
  const names = Object.keys(changes);
  const kept = names.filter((name) => changes[name] !== undefined);
  const removed = names.filter((name) => changes[name] === undefined);
  const clauses = [
    kept.length > 0 ? `SET ${kept.map((name) => `#${name} = :${name}`).join(', ')}` : '',
    removed.length > 0 ? `REMOVE ${removed.map((name) => `#${name}`).join(', ')}` : '',
  ];
  return {
    UpdateExpression: clauses.filter(Boolean).join(' '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ...(kept.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(kept.map((name) => [`:${name}`, changes[name]])),
    }),
  };
}
