import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readingReserveSeconds } from '../lib/coverage/read-article.ts';
import { FETCH_RESERVE_SECONDS } from '../lib/feeds/work-queues.ts';
import { queues, type Stage, stages } from '../lib/pipeline.ts';
import { type TableName, type TableShape, tables } from '../lib/tables.ts';

const rows: readonly Stage[] = stages;
const lambdas = join(import.meta.dirname, '..', 'lambdas');
/** A handler that the proof of digests makes, too, is made in a file of its own beside it. */
const sourceOf = (name: string) =>
  readdirSync(join(lambdas, name))
    .map((file) => readFileSync(join(lambdas, name, file), 'utf8'))
    .join('\n');
const consumers = rows.flatMap(({ trigger, timeoutSeconds }) =>
  trigger.kind === 'queue' ? [{ queue: trigger.queue, timeoutSeconds }] : [],
);

test('every stage has its own handler and its own name', () => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  for (const { name } of rows) {
    expect(existsSync(join(import.meta.dirname, '..', 'lambdas', name, 'handler.ts'))).toBe(true);
  }
});

test('every queue has one consumer, someone who sends to it, and a visibility of at least six time-outs', () => {
  for (const [name, shape] of Object.entries(queues)) {
    const own = consumers.filter(({ queue }) => queue === name);
    expect(own.length).toBe(1);
    expect(shape.visibilitySeconds).toBeGreaterThanOrEqual(6 * (own[0]?.timeoutSeconds ?? Number.POSITIVE_INFINITY));
    // read-article puts back into its own queue what a server failed to give for the moment.
    const others = rows.filter(({ trigger }) => trigger.kind !== 'queue' || trigger.queue !== name);
    const senders = others.filter(({ sends }) => sends.some((queue) => queue === name));
    // What SES says comes through its topic.
    expect(senders.length).toBe(name === 'mail-events' ? 0 : 1);
  }
});

/** The longest where it depends on what the deployment asks for. */
const namedReserves: Record<string, number> = {
  FETCH_RESERVE_SECONDS,
  readingReserveSeconds: readingReserveSeconds({ askSecondOpinion: async () => undefined }),
};

test('a consumer keeps less time in reserve than half of what it has, or it would never begin', () => {
  const reserves = rows.flatMap(({ name, trigger, timeoutSeconds }) => {
    const [, reserve = ''] = /reserveSeconds: (\w+)/.exec(sourceOf(name)) ?? [];
    const seconds = namedReserves[reserve] ?? Number(reserve);
    return trigger.kind === 'queue' ? [[name, seconds > 0 && seconds <= timeoutSeconds / 2]] : [];
  });
  expect(reserves).toEqual(
    consumers.map(({ queue }) => [
      rows.find(({ trigger }) => trigger.kind === 'queue' && trigger.queue === queue)?.name,
      true,
    ]),
  );
});

test('every access is to a table of the pipeline, and every query of an index to one that the table has', () => {
  for (const { name, tables: used } of rows) {
    for (const [table, accesses] of Object.entries(used) as [TableName, readonly string[]][]) {
      const indexes = Object.keys(tables[table].indexes).map((index) => `query ${index}`);
      const known = ['get', 'batch-get', 'query', 'put', 'update', 'delete', ...indexes];
      expect([name, table, accesses.filter((access) => !known.includes(access))]).toEqual([name, table, []]);
    }
  }
});

describe('AWS’s limits', () => {
  test.each(rows)('hold for $name', ({ timeoutSeconds, memoryMegabytes, trigger }) => {
    // Lambda: 15 minutes, 128 MB to 10 GB. HTTP API: 29 s. SQS: batches of 10 in FIFO queues, concurrency from 2.
    expect(timeoutSeconds).toBeLessThanOrEqual(trigger.kind === 'http' ? 29 : 900);
    expect(memoryMegabytes).toBeGreaterThanOrEqual(128);
    expect(memoryMegabytes).toBeLessThanOrEqual(10_240);
    if (trigger.kind === 'schedule') expect(trigger.everyMinutes * 60).toBeGreaterThanOrEqual(timeoutSeconds);
    if (trigger.kind === 'queue') {
      expect(trigger.batchSize).toBeLessThanOrEqual(10);
      expect(trigger.maxConcurrency).toBeGreaterThanOrEqual(2);
    }
  });
  test.each(Object.entries(queues))('hold for the queue %s', (_, { visibilitySeconds, retentionDays }) => {
    expect(visibilitySeconds).toBeLessThanOrEqual(43_200);
    expect(retentionDays).toBeLessThanOrEqual(14);
  });
});

test('every table is written by a stage and has keys that differ', () => {
  const writes = ['put', 'update', 'delete'];
  for (const [name, shape] of Object.entries(tables) as [TableName, TableShape][]) {
    const writers = rows.filter(({ tables: used }) => used[name]?.some((access) => writes.includes(access)));
    expect([name, writers.length > 0]).toEqual([name, true]);
    expect(shape.partitionKey).not.toBe(shape.sortKey);
    for (const index of Object.values(shape.indexes)) expect(index.partitionKey).not.toBe(index.sortKey);
  }
});

test('only the stage that mails may mail, and the page may send nothing and archive nothing', () => {
  expect(rows.filter(({ sendsMail }) => sendsMail).map(({ name }) => name)).toEqual(['send-digests']);
  const web = rows.find(({ name }) => name === 'web');
  expect([web?.tables.subscribers, web?.sends, web?.archive]).toEqual([
    // One by an id that cannot be guessed: it lists nobody, and adds nobody.
    ['get', 'update'],
    [],
    { articles: ['get'], editions: ['get'] },
  ]);
});

test('who touches strangers’ bytes reaches neither readers nor editions', () => {
  for (const name of ['fetch-feed', 'read-article']) {
    const { tables: used, sendsMail } = rows.find((row) => row.name === name) ?? {};
    expect([used?.subscribers, used?.editions, used?.access, sendsMail]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ]);
  }
});
