import type { SQSEvent } from 'aws-lambda';
import { expect, onTestFinished, test } from 'vitest';
import type { StageHandler } from '../../lib/local/invoke-handler.ts';
import { createStageRunner, type StageRunnerOptions } from '../../lib/local/stage-runner.ts';
import { log, setLogSink } from '../../lib/log.ts';
import { payloadLimits, type Stage, stages } from '../../lib/pipeline.ts';
import { openTestInstance, quickQueues, type TestInstance } from './open-test-instance.ts';

setLogSink(() => {});

type Handler = (event: SQSEvent) => unknown;

async function runnerFor({ env }: TestInstance, options: Omit<StageRunnerOptions, 'env'>) {
  const before = { ...process.env };
  onTestFinished(() => {
    process.env = before;
  });
  return createStageRunner({ env, ...options });
}

const bodiesOf = (event: SQSEvent) => event.Records.map(({ body }) => body);

test('a pass polls with the operator’s wish, drains both queues and counts what was logged', async () => {
  const instance = await openTestInstance();
  const polls: unknown[] = [];
  const runner = await runnerFor(instance, {
    handlers: {
      'poll-feeds': (async (event: { time: string; pollAll?: boolean }) => {
        polls.push({ hasTime: !Number.isNaN(Date.parse(event.time)), pollAll: event.pollAll });
        for (const feed of ['a', 'b', 'c']) await instance.send('feeds', feed, 'one.example');
      }) as StageHandler,
      'fetch-feed': (async (event: SQSEvent) => {
        for (const body of bodiesOf(event)) {
          await instance.send('articles', `article of ${body}`);
          log.outcome({ stage: 'fetch-feed', outcome: 'read' });
          log.outcome({ stage: 'item', outcome: 'known', count: 4 });
        }
      }) as StageHandler,
      'read-article': ((event: SQSEvent) => {
        for (const _ of event.Records) log.outcome({ stage: 'item', outcome: 'recorded' });
      }) as StageHandler,
      'send-digests': (() => log.outcome({ stage: 'mail', outcome: 'sent' })) as StageHandler,
    },
  });
  const { startedAt, endedAt, seconds, ...counts } = await runner.runOnce({ force: true, digests: true });
  expect(polls).toEqual([{ hasTime: true, pollAll: true }]);
  expect(counts).toEqual({
    feeds: { checked: 3, byOutcome: { read: 3 }, waiting: 0 },
    items: { seen: 15, byOutcome: { known: 12, recorded: 3 }, waiting: 0 },
    mails: { byOutcome: { sent: 1 } },
    faults: 0,
    deadLetters: 0,
  });
  expect((Date.parse(endedAt) - Date.parse(startedAt)) / 1000).toBe(seconds);
});

test('a batch holds no more messages than the row says, with the attributes of SQS', async () => {
  const instance = await openTestInstance();
  for (let n = 0; n < 7; n += 1) await instance.send('articles', `m${n}`);
  const batches: SQSEvent[] = [];
  const handler: Handler = (event) => void batches.push(event);
  const runner = await runnerFor(instance, { handlers: { 'read-article': handler as StageHandler } });
  await runner.runOnce();
  expect(batches.map((event) => event.Records.length)).toEqual([5, 2]);
  expect(batches[0]?.Records[0]).toMatchObject({
    body: 'm0',
    attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'm0' },
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:vigil-articles.fifo',
  });
});

test('a message that its handler names stays, is delivered again and ends in the dead-letter queue', async () => {
  const instance = await openTestInstance({ queues: quickQueues });
  await instance.send('articles', 'good');
  await instance.send('articles', 'bad');
  const deliveries: string[] = [];
  const handler: Handler = (event) => {
    deliveries.push(...bodiesOf(event));
    const failed = event.Records.filter(({ body }) => body === 'bad');
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
  const runner = await runnerFor(instance, { handlers: { 'read-article': handler as StageHandler } });
  runner.start();
  await expect.poll(() => instance.queue('articles').deadLetters(), { timeout: 10_000 }).toBe(1);
  expect(await runner.stop()).toBe(0);
  expect(deliveries).toEqual(['good', 'bad', 'bad']);
  expect(await instance.queue('articles').depth()).toBe(0);
});

test.each<[string, Handler]>([
  ['throws', () => Promise.reject(new Error('broken'))],
  ['answers more than Lambda takes', () => 'x'.repeat(payloadLimits.invocationBytes)],
  ['names a message that it was not given', () => ({ batchItemFailures: [{ itemIdentifier: 'stranger' }] })],
])('all messages stay when a handler %s', async (_, handler) => {
  const instance = await openTestInstance();
  await instance.send('articles', 'one');
  await instance.send('articles', 'two');
  const runner = await runnerFor(instance, { handlers: { 'read-article': handler as StageHandler } });
  const { items } = await runner.runOnce();
  expect(items).toEqual({ seen: 2, byOutcome: {}, waiting: 2 });
});

test('a handler that takes longer than its time-out is a fault and its message stays', async () => {
  const instance = await openTestInstance();
  await instance.send('articles', 'slow');
  const hurried: Stage[] = stages.map((stage) => ({ ...stage, timeoutSeconds: 0.05 }));
  const remaining: number[] = [];
  const handler: StageHandler = (_, context) => {
    remaining.push(context.getRemainingTimeInMillis());
    return new Promise(() => {});
  };
  const reasons: unknown[] = [];
  setLogSink((line) => void (line.level === 'error' && reasons.push(line.reason)));
  onTestFinished(() => setLogSink(() => {}));
  const runner = await runnerFor(instance, { handlers: { 'read-article': handler }, stages: hurried });
  const { items, faults } = await runner.runOnce();
  expect({ items, faults }).toEqual({ items: { seen: 1, byOutcome: {}, waiting: 1 }, faults: 1 });
  expect(reasons).toEqual(['Error: timed out after 0.05 s']);
  expect(remaining[0]).toBeLessThanOrEqual(50);
});

test('one message of a group is in work at a time', async () => {
  const instance = await openTestInstance();
  for (let n = 0; n < 12; n += 1) await instance.send('feeds', `m${n}`, `host${n % 3}`);
  let most = 0;
  const inWork = new Map<string, number>();
  const handler = async (event: SQSEvent) => {
    const group = event.Records[0]?.attributes.MessageGroupId ?? '';
    inWork.set(group, (inWork.get(group) ?? 0) + 1);
    most = Math.max(most, inWork.get(group) ?? 0);
    await new Promise(setImmediate);
    inWork.set(group, (inWork.get(group) ?? 0) - 1);
  };
  const runner = await runnerFor(instance, { handlers: { 'fetch-feed': handler as StageHandler } });
  await runner.runOnce();
  expect({ most, left: await instance.queue('feeds').depth() }).toEqual({ most: 1, left: 0 });
});

test('stopping leaves a message behind that is still in work, and takes no other', async () => {
  const instance = await openTestInstance();
  await instance.send('feeds', 'first', 'host');
  await instance.send('feeds', 'second', 'host');
  const began = Promise.withResolvers<void>();
  const handler: StageHandler = () => {
    began.resolve();
    return new Promise(() => {});
  };
  const runner = await runnerFor(instance, { handlers: { 'fetch-feed': handler } });
  runner.start();
  await began.promise;
  expect(await runner.stop(0.01)).toBe(1);
  expect(await instance.queue('feeds').depth()).toBe(2);
});
