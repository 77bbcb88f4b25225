import { SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDynamoClient, wasAllowed } from '../../lib/aws/dynamo-client.ts';
import { createSqsClient } from '../../lib/aws/sqs-client.ts';
import { countInto } from '../../lib/aws/usage-meter.ts';
import { noUsage, type Usage } from '../../lib/cost/usage.ts';
import type { EmbeddedAws } from '../../lib/local/embedded-aws.ts';
import { createServices, type Services } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';
import { startEmbedded } from './start-embedded.ts';

let aws: EmbeddedAws;
let services: Services;
beforeAll(async () => {
  aws = await startEmbedded();
  services = createServices(readSettings());
});
afterAll(async () => {
  await services?.close();
  await aws?.close();
});

/** The counters that some work raises. */
async function usageOf(work: () => Promise<unknown>): Promise<Partial<Usage>> {
  const usage = noUsage();
  await countInto('web', usage, work);
  return Object.fromEntries(Object.entries(usage).filter(([, amount]) => amount !== 0));
}

test('a write is counted with its indexes: a row of less than 1 KB once each, a longer one by its kilobytes', async () => {
  const dynamo = createDynamoClient();
  const { feeds, coverage, identities } = services.settings.tables;
  const put = (TableName: string, Item: object) => () => dynamo.send(new PutCommand({ TableName, Item }));
  const feed = { feedId: 'a', state: 'active', nextCheckAt: '2026-11-28T08:00:00.000Z' };
  expect(await usageOf(put(identities, { identity: 'x' }))).toEqual({ writeUnits: 1 });
  expect(await usageOf(put(feeds, feed))).toEqual({ writeUnits: 2 });
  expect(await usageOf(put(feeds, { ...feed, feedId: 'b', note: 'x'.repeat(1_900) }))).toEqual({ writeUnits: 4 });
  const keys = { day: 'd', dayKey: 'k', recordedDay: 'd', recordedKey: 'k', outletId: 'o', storyId: 's' };
  expect(await usageOf(put(coverage, { articleId: 'a', ...keys, text: 'x'.repeat(2_500) }))).toEqual({
    writeUnits: 15,
  });
  // Without its keys a row is in no index.
  expect(await usageOf(put(coverage, { articleId: 'b' }))).toEqual({ writeUnits: 1 });

  const change = (UpdateExpression: string, value: string) => () =>
    dynamo.send(
      new UpdateCommand({
        TableName: feeds,
        Key: { feedId: 'a' },
        UpdateExpression,
        ExpressionAttributeValues: { ':v': value },
      }),
    );
  expect(await usageOf(change('SET title = :v', 'A'))).toEqual({ writeUnits: 2 });
  // A new key of the index takes the old entry out and puts the new one in.
  expect(await usageOf(change('SET nextCheckAt = :v', '2026-11-28T09:00:00.000Z'))).toEqual({ writeUnits: 3 });
  expect(await usageOf(change('SET title = :v', 'A'))).toEqual({ writeUnits: 1 });
  expect(await usageOf(() => dynamo.send(new DeleteCommand({ TableName: feeds, Key: { feedId: 'a' } })))).toEqual({
    writeUnits: 2,
  });
  dynamo.destroy();
});

test('reads are counted by size and consistency, one that finds nothing too', async () => {
  const dynamo = createDynamoClient();
  const { editions } = services.settings.tables;
  const query = (subscriberId: string, ConsistentRead: boolean) => () =>
    dynamo.send(
      new QueryCommand({
        TableName: editions,
        ConsistentRead,
        KeyConditionExpression: 'subscriberId = :id',
        ExpressionAttributeValues: { ':id': subscriberId },
      }),
    );
  for (const editionKey of ['1', '2']) {
    const Item = { subscriberId: 'r', editionKey, text: 'x'.repeat(3_000) };
    await dynamo.send(new PutCommand({ TableName: editions, Item }));
  }
  expect(await usageOf(query('r', false))).toEqual({ readUnits: 1 });
  expect(await usageOf(query('r', true))).toEqual({ readUnits: 2 });
  expect(await usageOf(query('nobody', false))).toEqual({ readUnits: 0.5 });
  expect(await usageOf(() => services.feedStore.get('absent'))).toEqual({ readUnits: 1 });
  const names = Array.from({ length: 120 }, (_, index) => `url|${index}`);
  expect(await usageOf(() => services.itemStore.findIdentities(names))).toEqual({ readUnits: 120 });
  dynamo.destroy();
});

test('a write whose condition does not hold costs a unit all the same', async () => {
  const dynamo = createDynamoClient();
  const claim = new PutCommand({
    TableName: services.settings.tables.identities,
    Item: { identity: 'taken' },
    ConditionExpression: 'attribute_not_exists(#identity)',
    ExpressionAttributeNames: { '#identity': 'identity' },
  });
  await dynamo.send(claim);
  expect(await usageOf(() => wasAllowed(dynamo.send(claim)))).toEqual({ writeUnits: 1 });
  dynamo.destroy();
});

test('queues count a request for each 64 KB, by their kind', async () => {
  const sqs = createSqsClient();
  const { articles, 'mail-events': events } = services.settings.queueUrls;
  const entry = (id: string, bytes: number) => ({
    Id: id,
    MessageBody: 'x'.repeat(bytes),
    MessageGroupId: 'host',
    MessageDeduplicationId: id,
  });
  const send =
    (...Entries: ReturnType<typeof entry>[]) =>
    () =>
      sqs.send(new SendMessageBatchCommand({ QueueUrl: articles, Entries }));
  expect(await usageOf(send(entry('1', 10), entry('2', 10)))).toEqual({ fifoRequests: 1 });
  expect(await usageOf(send(entry('3', 40_000), entry('4', 40_000)))).toEqual({ fifoRequests: 2 });
  expect(await usageOf(() => sqs.send(new SendMessageCommand({ QueueUrl: events, MessageBody: '{}' })))).toEqual({
    standardRequests: 1,
  });
  sqs.destroy();
});

test('objects count puts with their bytes as stored, and gets', async () => {
  const { pageArchive, mailer } = services;
  const put = await usageOf(() => pageArchive.putPage(new Uint8Array(100_000)));
  expect(put).toEqual({ objectPuts: 1, objectBytes: expect.any(Number) });
  expect(put.objectBytes).toBeLessThan(1_000);
  expect(await usageOf(() => pageArchive.getPage(`pages/${'0'.repeat(64)}.html.gz`))).toEqual({ objectGets: 1 });
  const key = await pageArchive.putPage(new Uint8Array(3));
  expect(await usageOf(() => pageArchive.getPage(key))).toEqual({ objectGets: 1 });
  const mail = {
    to: 'reader@reader.example',
    subject: 'ab',
    html: '<p>',
    text: 'c',
    headers: {},
    tags: { kind: 'test' as const },
  };
  expect(await usageOf(() => mailer.send(mail))).toEqual({ mails: 1, mailBytes: 6 });
});

test('outside of a stage nothing is counted', async () => {
  const usage = noUsage();
  countInto('web', usage, () => {});
  await services.feedStore.get('absent');
  expect(usage).toEqual(noUsage());
});
