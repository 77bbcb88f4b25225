import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { queueUrlKey } from '../../lib/local/create-queue.ts';
import { type QueueName, queues } from '../../lib/pipeline.ts';
import { readSettings } from '../../lib/settings.ts';
import { type TableName, type TableShape, tables } from '../../lib/tables.ts';
import { openTestInstance } from './open-test-instance.ts';
import { temporaryFolder } from './temporary-folder.ts';

const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
const clientOf = (env: Record<string, string>, service: string) => ({
  region: 'us-east-1',
  credentials,
  endpoint: env[`AWS_ENDPOINT_URL_${service}`] ?? '',
});

describe('the embedded AWS', () => {
  test('gives every variable that the settings require', async () => {
    const { env } = await openTestInstance({ publicUrl: 'http://127.0.0.1:4000' });
    expect(readSettings(env)).toMatchObject({
      tables: { coverage: 'vigil-coverage', editions: 'vigil-editions' },
      archiveBucket: 'vigil-archive',
      publicUrl: 'http://127.0.0.1:4000',
      allowedOrigins: [],
    });
  });

  test('a command links to the page as it was served last, and to a calendar that the folder may have', async () => {
    const dataDir = temporaryFolder();
    const served = await openTestInstance({ dataDir, publicUrl: 'http://127.0.0.1:4000' });
    await served.close();
    const { env } = await openTestInstance({ dataDir });
    expect(readSettings(env)).toMatchObject({
      publicUrl: 'http://127.0.0.1:4000',
      calendarFile: join(dataDir, 'calendar.json'),
    });
  });

  test('has the tables of the pipeline with their keys and indexes', async () => {
    const { env } = await openTestInstance();
    const dynamo = new DynamoDBClient(clientOf(env, 'DYNAMODB'));
    const found: Record<string, Omit<TableShape, 'timeToLive' | 'namesPeople'>> = {};
    for (const name of Object.keys(tables)) {
      const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: `vigil-${name}` }));
      const indexes = (Table?.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, keysOf(index.KeySchema)]);
      found[name] = { ...keysOf(Table?.KeySchema), indexes: Object.fromEntries(indexes) };
    }
    const wanted = Object.entries(tables as Record<TableName, TableShape>).map(
      ([name, { timeToLive: _, namesPeople: __, ...shape }]) => [name, shape],
    );
    expect(found).toEqual(Object.fromEntries(wanted));
  });

  test('has the queues of the pipeline, each with a dead-letter queue', async () => {
    const { env, sqs } = await openTestInstance();
    for (const [name, shape] of Object.entries(queues)) {
      const QueueUrl = env[queueUrlKey(name as QueueName)];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      expect(Attributes).toMatchObject({
        VisibilityTimeout: String(shape.visibilitySeconds),
        MessageRetentionPeriod: String(shape.retentionDays * 86_400),
      });
      const ending = shape.order === 'by-host' ? '.fifo' : '';
      expect([Attributes?.FifoQueue, QueueUrl?.endsWith(`vigil-${name}${ending}`)]).toEqual([
        ending ? 'true' : undefined,
        true,
      ]);
      expect(JSON.parse(Attributes?.RedrivePolicy ?? '{}')).toEqual({
        deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:vigil-${name}-dead${ending}`,
        maxReceiveCount: shape.maxReceives,
      });
    }
  });

  test('keeps rows, objects, messages and the page token over a restart', async () => {
    const dataDir = temporaryFolder();
    const first = await openTestInstance({ dataDir });
    await new DynamoDBClient(clientOf(first.env, 'DYNAMODB')).send(
      new PutItemCommand({ TableName: 'vigil-feeds', Item: { feedId: { S: 'one' } } }),
    );
    const s3 = { ...clientOf(first.env, 'S3'), forcePathStyle: true };
    await new S3Client(s3).send(
      new PutObjectCommand({ Bucket: 'vigil-archive', Key: 'pages/a.html.gz', Body: 'page' }),
    );
    await first.send('feeds', 'message');
    await first.close();

    const second = await openTestInstance({ dataDir });
    const rows = await new DynamoDBClient(clientOf(second.env, 'DYNAMODB')).send(
      new ScanCommand({ TableName: 'vigil-feeds' }),
    );
    const object = await new S3Client({ ...clientOf(second.env, 'S3'), forcePathStyle: true }).send(
      new GetObjectCommand({ Bucket: 'vigil-archive', Key: 'pages/a.html.gz' }),
    );
    const [message] = await second.queue('feeds').receive(1, 0);
    expect({ rows: rows.Items, object: await object.Body?.transformToString(), message: message?.Body }).toEqual({
      rows: [{ feedId: { S: 'one' } }],
      object: 'page',
      message: 'message',
    });
    expect(second.env.PAGE_TOKEN).toBe(first.env.PAGE_TOKEN);
    expect(readFileSync(join(dataDir, 'page-token'), 'utf8').trim()).toBe(first.env.PAGE_TOKEN);
    expect(statSync(join(dataDir, 'page-token')).mode & 0o777).toBe(0o600);
  });
});

function keysOf(schema: { AttributeName?: string | undefined }[] = []) {
  const [partition, sort] = schema;
  return { partitionKey: partition?.AttributeName ?? '', ...(sort && { sortKey: sort.AttributeName ?? '' }) };
}
