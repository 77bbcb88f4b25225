import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { CreateQueueCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AwsCall, AwsService } from './aws-call.ts';
import { startCallRecorder } from './call-recorder.ts';
import { type EmbeddedServers, startEmbeddedServers } from './embedded-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-recorder-'));
const BUCKET = 'vigil-archive';
const SENDER = 'digest@monitor.org';
let servers: EmbeddedServers;
let recorder: Awaited<ReturnType<typeof startCallRecorder>>;
let seen: [caller: string, call: AwsCall][] = [];
let faults: string[] = [];
let refused: readonly string[] = [];

const access = (url: string) => ({
  region: 'us-east-1',
  endpoint: url,
  maxAttempts: 1,
  credentials: { accessKeyId: 'ASIAcaller', secretAccessKey: 'embedded' },
});
const at = (service: AwsService) => access(recorder.urls[service]);

beforeAll(async () => {
  servers = await startEmbeddedServers(folder);
  const dynamo = new DynamoDBClient(access(servers.urls.dynamodb));
  await dynamo.send(
    new CreateTableCommand({
      TableName: 'items',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['a', 'b'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byB',
          KeySchema: [{ AttributeName: 'b', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  await new SQSClient(access(servers.urls.sqs)).send(new CreateQueueCommand({ QueueName: 'articles' }));
  await new S3Client({ ...access(servers.urls.s3), forcePathStyle: true }).send(
    new CreateBucketCommand({ Bucket: BUCKET }),
  );
  recorder = await startCallRecorder({
    targets: servers.urls,
    identities: ['monitor.org'],
    authorise(caller, call) {
      seen.push([caller, call]);
      return !refused.includes(call.action);
    },
    onFault: (reason) => faults.push(reason),
  });
});
beforeEach(() => {
  [seen, faults, refused] = [[], [], []];
});
afterAll(async () => {
  await recorder.close();
  await servers.close();
  rmSync(folder, { recursive: true, force: true });
});

const calls = () => seen.map(([, { action, resources }]) => [action, ...resources]);

test('names the caller, the action, the table and the index of a DynamoDB call', async () => {
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(at('dynamodb')));
  await dynamo.send(new BatchGetCommand({ RequestItems: { items: { Keys: [{ a: '1' }] } } }));
  await dynamo.send(
    new QueryCommand({
      TableName: 'items',
      IndexName: 'byB',
      KeyConditionExpression: 'b = :b',
      ExpressionAttributeValues: { ':b': '1' },
    }),
  );
  const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/items';
  expect(calls()).toEqual([
    ['dynamodb:BatchGetItem', arn],
    ['dynamodb:Query', `${arn}/index/byB`],
  ]);
  expect(new Set(seen.map(([caller]) => caller))).toEqual(new Set(['ASIAcaller']));
});

test('takes a batch of messages for what IAM knows: sending', async () => {
  const QueueUrl = `${recorder.urls.sqs}/000000000000/articles`;
  const Entries = [{ Id: '0', MessageBody: 'one' }];
  const { Successful } = await new SQSClient(at('sqs')).send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect(Successful?.length).toBe(1);
  expect(calls()).toEqual([['sqs:SendMessage', 'arn:aws:sqs:us-east-1:000000000000:articles']]);
});

test('asks for the identity of the sender and the configuration set of a mail', async () => {
  const mail = {
    FromEmailAddress: `Vigil <${SENDER}>`,
    ConfigurationSetName: 'rules',
    Destination: { ToAddresses: ['reader@vigil.example'] },
    Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } },
  };
  await new SESv2Client(at('ses')).send(new SendEmailCommand(mail));
  const arn = 'arn:aws:ses:us-east-1:000000000000';
  expect(calls()).toEqual([['ses:SendEmail', `${arn}:identity/monitor.org`, `${arn}:configuration-set/rules`]]);
  expect(seen[0]?.[1].conditions).toEqual({ 'ses:FromAddress': SENDER });
});

test('an object that is not there: 404 for who may list the bucket, 403 for who may not', async () => {
  const s3 = new S3Client({ ...at('s3'), forcePathStyle: true });
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'pages/a b.gz', Body: 'bytes' }));
  const missing = () => s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'pages/none.gz' }));
  await expect(missing()).rejects.toThrow(NoSuchKey);
  expect(calls()).toEqual([
    ['s3:PutObject', `arn:aws:s3:::${BUCKET}/pages/a b.gz`],
    ['s3:GetObject', `arn:aws:s3:::${BUCKET}/pages/none.gz`],
    ['s3:ListBucket', `arn:aws:s3:::${BUCKET}`],
  ]);
  refused = ['s3:ListBucket'];
  await expect(missing()).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
});

test('a refused call does not reach the service, and fails as it does in AWS', async () => {
  refused = ['dynamodb:Query', 'sqs:SendMessage', 'ses:SendEmail', 's3:PutObject'];
  const attempts = [
    new DynamoDBClient(at('dynamodb')).send(
      new QueryCommand({ TableName: 'items', KeyConditionExpression: 'a = :a' }) as never,
    ),
    new SQSClient(at('sqs')).send(
      new SendMessageBatchCommand({ QueueUrl: `${recorder.urls.sqs}/000000000000/articles`, Entries: [] }),
    ),
    new S3Client({ ...at('s3'), forcePathStyle: true }).send(
      new PutObjectCommand({ Bucket: BUCKET, Key: 'refused', Body: '' }),
    ),
  ];
  const names = (await Promise.allSettled(attempts)).map((end) => end.status === 'rejected' && end.reason.name);
  expect(names).toEqual(['AccessDeniedException', 'AccessDenied', 'AccessDenied']);
  const direct = new S3Client({ ...access(servers.urls.s3), forcePathStyle: true });
  await expect(direct.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'refused' }))).rejects.toThrow(NoSuchKey);
});

test('what it cannot judge goes no further', async () => {
  await expect(new DynamoDBClient(at('dynamodb')).send(new ListTablesCommand({}))).rejects.toThrow();
  await fetch(`${recorder.urls.s3}/${BUCKET}/key`);
  const tagged = new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: '', Tagging: 'a=b' });
  await expect(new S3Client({ ...at('s3'), forcePathStyle: true }).send(tagged)).rejects.toThrow();
  expect(seen).toEqual([]);
  expect(faults).toEqual([
    expect.stringContaining('dynamodb:ListTables is not known here'),
    expect.stringContaining('a request without a signature'),
    expect.stringContaining('x-amz-tagging is not known here'),
  ]);
});
