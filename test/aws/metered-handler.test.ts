import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { meteredHandler } from '../../lib/aws/metered-handler.ts';
import { countUsage } from '../../lib/aws/usage-meter.ts';
import { noUsage } from '../../lib/cost/usage.ts';
import { log, setLogSink } from '../../lib/log.ts';
import { stages } from '../../lib/pipeline.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';

const DAY = '2026-11-28';
const now = () => new Date(`${DAY}T23:59:59.999Z`);
const context = {} as Context;
let lines: string[] = [];
beforeEach(() => {
  lines = [];
  setLogSink(({ message }) => void lines.push(message));
});
afterEach(() => setLogSink());

const memoryOf = (name: string) => stages.find((stage) => stage.name === name)?.memoryMegabytes ?? Number.NaN;
const batch = (...bodies: string[]) =>
  ({ Records: bodies.map((body, index) => ({ messageId: String(index), body })) }) as SQSEvent;

/** What the store holds of a stage, but for its time and its log, which a test cannot know to the last. */
async function usedBy(store: ReturnType<typeof createMemoryUsageStore>, stage: string) {
  const row = (await store.list(DAY, DAY)).find((one) => one.stage === stage);
  const { megabyteMilliseconds, logBytes, ...rest } = row?.usage ?? noUsage();
  return { megabyteMilliseconds, logBytes, rest };
}
const expected = (usage: object) => {
  const { megabyteMilliseconds: _, logBytes: __, ...rest } = noUsage();
  return { ...rest, ...usage };
};

test('an invocation leaves what it used with its stage and day, its own write included', async () => {
  const usageStore = createMemoryUsageStore();
  const handler = meteredHandler('poll-feeds', async () => countUsage({ readUnits: 1.5 }), { usageStore, now });
  await handler({}, context);
  const { megabyteMilliseconds, logBytes, rest } = await usedBy(usageStore, 'poll-feeds');
  expect(rest).toEqual(expected({ invocations: 1, scheduledStarts: 1, readUnits: 1.5, writeUnits: 1 }));
  expect(megabyteMilliseconds % memoryOf('poll-feeds')).toBe(0);
  expect(megabyteMilliseconds).toBeGreaterThan(0);
  expect(logBytes).toBe(350);
});

test('a batch is billed its receive by size, and its delete unless everything is left', async () => {
  const usageStore = createMemoryUsageStore();
  const answers = [{ batchItemFailures: [] }, { batchItemFailures: [{ itemIdentifier: '0' }] }];
  const handler = meteredHandler('fetch-feed', async () => answers.shift(), { usageStore, now });
  await handler(batch('x'.repeat(70_000)), context);
  expect((await usedBy(usageStore, 'fetch-feed')).rest).toMatchObject({ fifoRequests: 3, standardRequests: 0 });
  await handler(batch('x'), context);
  expect((await usedBy(usageStore, 'fetch-feed')).rest).toMatchObject({ fifoRequests: 4 });
  const events = meteredHandler('mail-events', async () => ({ batchItemFailures: [] }), { usageStore, now });
  await events(batch('x'), context);
  expect((await usedBy(usageStore, 'mail-events')).rest).toMatchObject({ fifoRequests: 0, standardRequests: 2 });
});

test('a page counts its request and the bytes it sends', async () => {
  const usageStore = createMemoryUsageStore();
  const handler = meteredHandler('web', async () => ({ statusCode: 200, body: 'قتل' }), { usageStore, now });
  await handler({}, context);
  expect((await usedBy(usageStore, 'web')).rest).toEqual(
    expected({ invocations: 1, pageRequests: 1, bytesSent: 6, writeUnits: 1 }),
  );
});

test('articles and checks are counted by the ends that are logged, an article where it was read', async () => {
  const usageStore = createMemoryUsageStore();
  const read = meteredHandler(
    'read-article',
    async () => {
      for (const outcome of ['recorded', 'off-topic', 'duplicate']) log.outcome({ stage: 'item', outcome });
    },
    { usageStore, now },
  );
  await read(batch('x'), context);
  expect((await usedBy(usageStore, 'read-article')).rest).toMatchObject({ articles: 3, relevantArticles: 1 });
  const fetch = meteredHandler(
    'fetch-feed',
    async () => {
      log.outcome({ stage: 'fetch-feed', outcome: 'unchanged' });
      log.outcome({ stage: 'fetch-feed', outcome: 'read' });
      log.outcome({ stage: 'item', outcome: 'too-old' });
    },
    { usageStore, now },
  );
  await fetch(batch('x'), context);
  const { rest, logBytes } = await usedBy(usageStore, 'fetch-feed');
  expect(rest).toMatchObject({ feedChecks: 2, unchangedChecks: 1, articles: 0 });
  expect(logBytes).toBeGreaterThan(350 + 3 * 430);
});

test('stages that run side by side in one process keep their counts apart', async () => {
  const usageStore = createMemoryUsageStore();
  const gate = Promise.withResolvers<void>();
  const work = (readUnits: number) => async () => {
    countUsage({ readUnits });
    await gate.promise;
    await new Promise((resolve) => setImmediate(resolve));
    countUsage({ readUnits });
  };
  const needs = { usageStore, now };
  const under = [
    meteredHandler('poll-feeds', work(1), needs)({}, context),
    meteredHandler('send-digests', work(10), needs)({}, context),
    meteredHandler('fetch-feed', work(100), needs)(batch('x'), context),
  ];
  gate.resolve();
  await Promise.all(under);
  const units = Object.fromEntries(
    (await usageStore.list(DAY, DAY)).map(({ stage, usage }) => [stage, usage.readUnits]),
  );
  expect(units).toEqual({ 'poll-feeds': 2, 'send-digests': 20, 'fetch-feed': 200 });
});

test('counters that cannot be written fail nothing, are said once, and go with the next', async () => {
  const usageStore = createMemoryUsageStore();
  const add = usageStore.add;
  let isDown = true;
  const broken = {
    ...usageStore,
    add: (...row: Parameters<typeof add>) => (isDown ? Promise.reject(new Error('down')) : add(...row)),
  };
  const handler = meteredHandler('poll-feeds', async () => 'answer', { usageStore: broken, now });
  expect(await handler({}, context)).toBe('answer');
  expect(await handler({}, context)).toBe('answer');
  expect(await usageStore.list(DAY, DAY)).toEqual([]);
  isDown = false;
  await handler({}, context);
  expect((await usedBy(usageStore, 'poll-feeds')).rest).toEqual(
    expected({ invocations: 3, scheduledStarts: 3, writeUnits: 3 }),
  );
  expect(lines).toEqual(['usage could not be written; it goes with the next']);
});

test('an invocation does not wait for a table that never answers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const silent = { ...createMemoryUsageStore(), add: () => new Promise<void>(() => {}) };
  const handler = meteredHandler('poll-feeds', async () => 'answer', { usageStore: silent, now });
  const answer = handler({}, context);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await answer).toBe('answer');
  vi.useRealTimers();
  expect(lines).toEqual(['usage could not be written; it goes with the next']);
});

test('an event that is no batch reaches the handler, which says what is wrong', async () => {
  const usageStore = createMemoryUsageStore();
  const handler = meteredHandler('fetch-feed', () => Promise.reject(new Error('no batch')), { usageStore, now });
  await expect(handler(undefined, context)).rejects.toThrow('no batch');
});

test('an invocation that fails is counted as well, and fails as before', async () => {
  const usageStore = createMemoryUsageStore();
  const handler = meteredHandler('poll-feeds', () => Promise.reject(new Error('broken')), { usageStore, now });
  await expect(handler({}, context)).rejects.toThrow('broken');
  expect((await usedBy(usageStore, 'poll-feeds')).rest).toMatchObject({ invocations: 1 });
});

test('the start of the process is billed with the first invocation alone', async () => {
  const usageStore = createMemoryUsageStore();
  const handler = meteredHandler('poll-feeds', async () => {}, { usageStore, now });
  await handler({}, context);
  const first = (await usedBy(usageStore, 'poll-feeds')).megabyteMilliseconds;
  await handler({}, context);
  const second = (await usedBy(usageStore, 'poll-feeds')).megabyteMilliseconds - first;
  // This process has run for longer than either call took, and at most ten seconds of it count.
  expect(first).toBeGreaterThan(second);
  expect(first).toBeLessThanOrEqual(11_000 * memoryOf('poll-feeds'));
});
