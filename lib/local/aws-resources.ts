import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, HeadBucketCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { UserError } from '../errors.ts';
import type { QueueName, QueueShape } from '../pipeline.ts';
import { type TableShape, tables } from '../tables.ts';
import { createQueueWithDeadLetters, queueUrlKey } from './create-queue.ts';

const BUCKET = 'vigil-archive';

/**
 * Creates what is absent of the pipeline's tables, queues and bucket.
 *
 * @returns their names under the keys of Settings (`FEEDS_TABLE`, `FEEDS_QUEUE_URL`, `ARCHIVE_BUCKET`, …)
 * @throws UserError when a table of the folder has other keys than the pipeline says
 */
export async function createAwsResources(
  access: Readonly<Record<string, string>>,
  queues: Readonly<Record<QueueName, QueueShape>>,
): Promise<Record<string, string>> {
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const client = (service: string) => ({
    region: access.AWS_REGION ?? 'us-east-1',
    credentials,
    endpoint: access[`AWS_ENDPOINT_URL_${service}`] ?? '',
  });
  const dynamo = new DynamoDBClient(client('DYNAMODB'));
  const sqs = new SQSClient(client('SQS'));
  const s3 = new S3Client({ ...client('S3'), forcePathStyle: true });

  const names: Record<string, string> = { ARCHIVE_BUCKET: BUCKET };
  for (const [name, shape] of Object.entries(tables)) {
    names[`${name.toUpperCase()}_TABLE`] = await createTable(dynamo, `vigil-${name}`, shape);
  }
  const sqsUrl = access.AWS_ENDPOINT_URL_SQS ?? '';
  for (const [name, shape] of Object.entries(queues)) {
    names[queueUrlKey(name as QueueName)] = await createQueueWithDeadLetters(sqs, sqsUrl, `vigil-${name}`, shape);
  }
  await createBucket(s3);
  for (const used of [dynamo, sqs, s3]) used.destroy();
  return names;
}

async function createTable(dynamo: DynamoDBClient, TableName: string, shape: TableShape): Promise<string> {
  const wanted = tableInput(TableName, shape);
  const found = await describeTable(dynamo, TableName);
  if (found === undefined) await dynamo.send(new CreateTableCommand(wanted));
  else if (describeKeys(found) !== describeKeys(wanted)) {
    throw new UserError(
      `the data folder was made by another version of Vigil (table ${TableName} has other keys): choose another folder with --data, or start with --fresh to begin anew (this deletes its data)`,
    );
  }
  await waitUntilTableExists({ client: dynamo, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 }, { TableName });
  return TableName;
}

async function describeTable(dynamo: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> {
  try {
    return (await dynamo.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function tableInput(TableName: string, shape: TableShape) {
  const indexes = Object.entries(shape.indexes);
  const keys = [shape, ...indexes.map(([, index]) => index)].flatMap(({ partitionKey, sortKey }) => [
    partitionKey,
    ...(sortKey === undefined ? [] : [sortKey]),
  ]);
  const attributes = [...new Set(keys)].map(
    (AttributeName): AttributeDefinition => ({ AttributeName, AttributeType: 'S' }),
  );
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes,
    KeySchema: keySchema(shape),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  } satisfies CreateTableCommandInput;
}

function keySchema({ partitionKey, sortKey }: { partitionKey: string; sortKey?: string }): KeySchemaElement[] {
  const partition: KeySchemaElement = { AttributeName: partitionKey, KeyType: 'HASH' };
  return sortKey === undefined ? [partition] : [partition, { AttributeName: sortKey, KeyType: 'RANGE' }];
}

/** Keys of the table and of its indexes by name, comparable as text. */
function describeKeys(table: Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes'>): string {
  const fields = (schema: KeySchemaElement[] = []) => schema.map((key) => key.AttributeName).join('+');
  const indexes = (table.GlobalSecondaryIndexes ?? []).map((index) => `${index.IndexName}:${fields(index.KeySchema)}`);
  return [fields(table.KeySchema), ...indexes.sort()].join(' ');
}

async function createBucket(s3: S3Client): Promise<void> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket: BUCKET }));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  }
}
