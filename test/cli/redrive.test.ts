import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { createSqsDeadLetterQueue } from '../../lib/aws/sqs-dead-letter-queue.ts';
import { redriveCommand } from '../../lib/cli/redrive.ts';
import type { DeadLetterQueue } from '../../lib/feeds/dead-letter-queue.ts';
import type { ArticleMessage, FeedMessage } from '../../lib/feeds/work-queues.ts';
import { deadLetterUrl } from '../../lib/local/create-queue.ts';
import { openTestInstance, quickQueues, type TestInstance } from '../local/open-test-instance.ts';
import { recordedIo } from './recorded-io.ts';

const running = new AbortController().signal;
const feedId = '0123456789abcdef';

const article = (index: number, host = 'news.example'): ArticleMessage => ({
  articleId: index.toString(16).padStart(32, '0'),
  feedId,
  url: `https://${host}/${index}`,
  canonicalUrl: `https://${host}/${index}`,
  outletId: 'news.example',
  title: `Title ${index}`,
  firstSeenAt: '2026-11-23T08:00:00.000Z',
});
const feed: FeedMessage = { feedId, url: 'https://feeds.example/rss' };

type Name = 'feeds' | 'articles';
const urlOf = (instance: TestInstance, name: Name) => instance.env[`${name.toUpperCase()}_QUEUE_URL`] ?? '';

async function bury(instance: TestInstance, name: Name, body: object | string, group = 'news.example'): Promise<void> {
  const MessageBody = typeof body === 'string' ? body : JSON.stringify(body);
  await instance.sqs.send(
    new SendMessageCommand({
      QueueUrl: deadLetterUrl(urlOf(instance, name)),
      MessageBody,
      MessageGroupId: group,
      MessageDeduplicationId: Buffer.from(MessageBody).toString('base64url').slice(0, 120),
    }),
  );
}

const queuesOf = (instance: TestInstance): Promise<DeadLetterQueue[]> =>
  Promise.all(
    (['feeds', 'articles'] as const).map((name) => createSqsDeadLetterQueue(instance.sqs, name, urlOf(instance, name))),
  );

async function redrive(instance: TestInstance, options: object = {}, name?: string, queues?: DeadLetterQueue[]) {
  const io = recordedIo();
  const deadLetterQueues = queues ?? (await queuesOf(instance));
  await redriveCommand(name, { json: true, ...options }, { deadLetterQueues, signal: running }, io);
  return JSON.parse(io.out.join('')).queues as { queue: string; moved: number; letters: object[] }[];
}

/** Bodies of everything that waits in the queue, group by group, taken out of it. */
async function drain(instance: TestInstance, name: Name) {
  const queue = instance.queue(name);
  const found: { group: string | undefined; body: { articleId?: string } }[] = [];
  for (let batch = await queue.receive(10, 0); batch.length > 0; batch = await queue.receive(10, 0)) {
    found.push(
      ...batch.map(({ Body = '', Attributes }) => ({ group: Attributes?.MessageGroupId, body: JSON.parse(Body) })),
    );
    await queue.delete(batch);
  }
  return found;
}

test('dead letters go back with their group, more than a batch of one host, in their order', async () => {
  const instance = await openTestInstance();
  const letters = Array.from({ length: 23 }, (_, index) => article(index));
  for (const letter of letters) await bury(instance, 'articles', letter);
  await bury(instance, 'articles', article(99, 'other.example'), 'other.example');
  await bury(instance, 'feeds', feed, 'feeds.example');

  const [feeds, articles] = await redrive(instance);
  expect([feeds?.moved, articles?.moved]).toEqual([1, 24]);
  expect(feeds?.letters).toEqual([
    { kind: 'feed', messageId: expect.any(String), receives: 1, redrives: 0, host: 'feeds.example', feedId },
  ]);
  expect(await instance.queue('articles').deadLetters()).toBe(0);
  const back = await drain(instance, 'articles');
  expect(back.filter(({ group }) => group === 'news.example').map(({ body }) => body)).toEqual(letters);
  expect(back.filter(({ group }) => group === 'other.example').map(({ body }) => body)).toEqual([
    article(99, 'other.example'),
  ]);
  expect((await redrive(instance)).map(({ moved }) => moved)).toEqual([0, 0]);
});

test('a dry run shows what there is, moves nothing and leaves it to be moved at once', async () => {
  const instance = await openTestInstance();
  for (const index of [1, 2]) await bury(instance, 'articles', article(index), `host-${index}`);
  await bury(instance, 'articles', 'no message of ours', 'odd');
  await bury(instance, 'articles', article(3), 'odd');
  const io = recordedIo();
  const needs = { deadLetterQueues: await queuesOf(instance), signal: running };
  await redriveCommand('articles', { dryRun: true }, needs, io);
  expect(io.out[0]).toBe(
    'articles: 3 would be moved, and about 1 behind them of the same hosts (2 article, 1 not understood)',
  );
  expect(io.out[1]).toContain(article(1).articleId);
  expect(io.out[1]).not.toContain('no message of ours');
  expect(await instance.queue('articles').depth()).toBe(0);
  expect((await redrive(instance, {}, 'articles'))[0]?.moved).toBe(4);
});

test('a message that fails once more is moved again, and shown as one that was moved before', async () => {
  const instance = await openTestInstance({ queues: quickQueues });
  await bury(instance, 'articles', article(1));
  await redrive(instance);
  const queue = instance.queue('articles');
  // Read and given up until its receives are used up.
  for (let tries = 0; tries <= quickQueues.articles.maxReceives; tries += 1)
    await queue.release(await queue.receive(1, 0));
  expect(await queue.deadLetters()).toBe(1);
  const [, second] = await redrive(instance);
  expect(second).toMatchObject({ moved: 1, letters: [{ kind: 'article', redrives: 1 }] });
  expect((await drain(instance, 'articles')).map(({ body }) => body)).toEqual([article(1)]);
});

test('killed after sending, before ending: the letter is in both places, and a second try sends it no second time', async () => {
  const instance = await openTestInstance();
  await bury(instance, 'articles', article(1));
  const [, queue] = (await queuesOf(instance)) as [DeadLetterQueue, DeadLetterQueue];
  const [letter] = await queue.take();
  if (!letter) throw new Error('nothing was taken');
  const dies = { name: 'dies' } as const;
  instance.sqs.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        commandName === 'DeleteMessageBatchCommand' ? Promise.reject(new Error('killed')) : next(args),
    dies,
  );
  await expect(queue.sendBack([letter])).rejects.toThrow('killed');
  instance.sqs.middlewareStack.remove(dies.name);
  expect([await instance.queue('articles').depth(), await queue.count()]).toEqual([1, 1]);
  await queue.release([letter]);
  expect((await redrive(instance))[1]?.moved).toBe(1);
  expect([await instance.queue('articles').depth(), await queue.count()]).toEqual([1, 0]);
});

test('a queue that refuses loses nothing', async () => {
  const instance = await openTestInstance();
  for (const index of [1, 2, 3]) await bury(instance, 'articles', article(index));
  const [, queue] = (await queuesOf(instance)) as [DeadLetterQueue, DeadLetterQueue];
  const refusing = { ...queue, sendBack: () => Promise.reject(new Error('refused')) };
  await expect(redrive(instance, {}, undefined, [refusing])).rejects.toThrow('refused');
  expect(await queue.count()).toBe(3);
});

test('stopped, it says so and has moved whole batches only', async () => {
  const instance = await openTestInstance();
  for (let index = 0; index < 12; index += 1) await bury(instance, 'articles', article(index), `host-${index}`);
  const stop = new AbortController();
  const [, queue] = (await queuesOf(instance)) as [DeadLetterQueue, DeadLetterQueue];
  const stopping = {
    ...queue,
    async sendBack(letters: Parameters<DeadLetterQueue['sendBack']>[0]) {
      stop.abort();
      return queue.sendBack(letters);
    },
  };
  const needs = { deadLetterQueues: [stopping], signal: stop.signal };
  await expect(redriveCommand(undefined, {}, needs, recordedIo())).rejects.toMatchObject({ exitCode: 130 });
  expect([await instance.queue('articles').depth(), await queue.count()]).toEqual([10, 2]);
});

test('events of mail go back to a queue that keeps no order, and nobody’s address is shown', async () => {
  const instance = await openTestInstance();
  const url = instance.env.MAIL_EVENTS_QUEUE_URL ?? '';
  const event = { eventType: 'Bounce', mail: { destination: ['reader@reader.example'] } };
  await instance.sqs.send(new SendMessageCommand({ QueueUrl: deadLetterUrl(url), MessageBody: JSON.stringify(event) }));
  const queue = await createSqsDeadLetterQueue(instance.sqs, 'mail-events', url);
  const io = recordedIo();
  await redriveCommand('mail-events', {}, { deadLetterQueues: [queue], signal: running }, io);
  expect(io.out[0]).toBe('mail-events: 1 moved (1 mail event)');
  expect(io.out.join()).not.toContain('reader.example');
  const [message] = await instance.queue('mail-events').receive(1, 0);
  expect([JSON.parse(message?.Body ?? ''), await queue.count()]).toEqual([event, 0]);
});

test('a queue that does not exist is wrong usage', async () => {
  const needs = { deadLetterQueues: await queuesOf(await openTestInstance()), signal: running };
  await expect(redriveCommand('other', {}, needs, recordedIo())).rejects.toMatchObject({
    exitCode: 2,
    message: 'redrive other: there is no such queue; choose one of feeds, articles',
  });
});
