import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SQSRecord } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createQueueHandler } from '../../lib/aws/queue-handler.ts';
import { PermanentError, RetryLaterError } from '../../lib/errors.ts';
import { onOutcome, setLogSink } from '../../lib/log.ts';

/** Every ChangeMessageVisibility that reached the queue: receipt handle and seconds. */
let putOff: [string, number][] = [];
let isQueueDown = false;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const { ReceiptHandle, VisibilityTimeout } = JSON.parse(body);
    if (!isQueueDown) putOff.push([ReceiptHandle, VisibilityTimeout]);
    response.writeHead(isQueueDown ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(isQueueDown ? '{"__type":"ReceiptHandleIsInvalid"}' : '{}');
  });
});
const queueUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/000000000000/q.fifo`;

beforeAll(async () => {
  setLogSink(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SQS: new URL(queueUrl()).origin,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'embedded',
    AWS_SECRET_ACCESS_KEY: 'embedded',
  });
});
afterAll(() => {
  setLogSink();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  putOff = [];
  isQueueDown = false;
});

const record = (messageId: string, group: string, body: unknown = { name: messageId }, receiveCount = 1): SQSRecord =>
  ({
    messageId,
    receiptHandle: `receipt of ${messageId}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: { MessageGroupId: group, ApproximateReceiveCount: String(receiveCount) },
  }) as SQSRecord;

/** Runs a batch; `ends` says what happens to a message, by its name. */
async function handle(
  records: SQSRecord[],
  ends: Record<string, () => unknown> = {},
  remaining: () => number = () => 180_000,
) {
  const run: [string, number][] = [];
  const outcomes: string[] = [];
  const stop = onOutcome(({ outcome }) => outcomes.push(outcome));
  const handler = createQueueHandler({
    stage: 'read-article',
    queueUrl: queueUrl(),
    schema: z.object({ name: z.string() }),
    reserveSeconds: 60,
    run: async ({ name }, receiveCount) => {
      run.push([name, receiveCount]);
      return ends[name]?.();
    },
  });
  const { batchItemFailures } = await handler({ Records: records }, { getRemainingTimeInMillis: remaining });
  stop();
  return { run: run.map(([name]) => name), failed: batchItemFailures.map((one) => one.itemIdentifier), outcomes };
}
const fails = (error: unknown) => () => {
  throw error;
};

test('a batch that goes well reports no failure', async () => {
  expect(await handle([record('a', 'x'), record('b', 'x')])).toEqual({ run: ['a', 'b'], failed: [], outcomes: [] });
  expect(putOff).toEqual([]);
});

test('a fault goes back alone: the others of its group are done and are not taken to the dead-letter queue', async () => {
  const batch = ['poison', 'b', 'c'].map((name) => record(name, 'host.example', undefined, 5));
  expect(await handle(batch, { poison: fails(new Error('broken')) })).toEqual({
    run: ['poison', 'b', 'c'],
    failed: ['poison'],
    outcomes: ['fault'],
  });
  expect(putOff).toEqual([]);
});

test('a host that asks for patience holds its own messages for as long, and no others', async () => {
  const batch = [record('a', 'x'), record('b', 'x'), record('c', 'y'), record('d', 'x')];
  expect(await handle(batch, { a: fails(new RetryLaterError('429', 90.2)) })).toEqual({
    run: ['a', 'c'],
    failed: ['a', 'b', 'd'],
    outcomes: [],
  });
  expect(putOff).toEqual([
    ['receipt of a', 91],
    ['receipt of b', 91],
    ['receipt of d', 91],
  ]);
});

test('a delay beyond what SQS takes is cut to it', async () => {
  await handle([record('a', 'x')], { a: fails(new RetryLaterError('503', 86_400)) });
  expect(putOff).toEqual([['receipt of a', 42_000]]);
});

test('a message that cannot be put off comes again by itself, and the rest of the batch is reported', async () => {
  isQueueDown = true;
  const end = await handle([record('a', 'x'), record('b', 'y')], { a: fails(new RetryLaterError('429', 60)) });
  expect(end).toEqual({ run: ['a', 'b'], failed: ['a'], outcomes: [] });
});

test.each([
  ['no JSON', '{"name":'],
  ['another message', { title: 'a' }],
  ['null', 'null'],
])('a body that is %s is finished and counted, the rest is done', async (_, body) => {
  expect(await handle([record('a', 'x', body), record('b', 'x')])).toEqual({
    run: ['b'],
    failed: [],
    outcomes: ['given-up'],
  });
});

test('a message that no retry can mend is finished and counted', async () => {
  expect(await handle([record('a', 'x')], { a: fails(new PermanentError('never')) })).toEqual({
    run: ['a'],
    failed: [],
    outcomes: ['given-up'],
  });
});

test('with little time left nothing is begun, and what is left is there for another at once', async () => {
  const left = [180_000, 59_999, 59_000];
  const end = await handle([record('a', 'x'), record('b', 'x'), record('c', 'y')], {}, () => left.shift() ?? 0);
  expect(end).toEqual({ run: ['a'], failed: ['b', 'c'], outcomes: [] });
  expect(putOff.toSorted()).toEqual([
    ['receipt of b', 0],
    ['receipt of c', 0],
  ]);
});

test('hosts of a batch are asked side by side, five at once, and none of them twice at once', async () => {
  const underWay: string[] = [];
  let most = 0;
  const waiting: (() => void)[] = [];
  // Each call ends at a later turn of the event loop, the oldest first.
  const begin = (group: string) => () => {
    expect(underWay).not.toContain(group);
    underWay.push(group);
    most = Math.max(most, underWay.length);
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(() => {
      underWay.splice(underWay.indexOf(group), 1);
      resolve();
    });
    setImmediate(() => waiting.shift()?.());
    return promise;
  };
  const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const batch = [...hosts, ...hosts].map((host, index) => record(`${host}${index}`, host));
  const ends = Object.fromEntries(batch.map(({ messageId }) => [messageId, begin(messageId.charAt(0))]));
  const end = await handle(batch, ends);
  expect(most).toBe(5);
  expect(end.run.toSorted()).toEqual(batch.map(({ messageId }) => messageId).toSorted());
  expect(end.failed).toEqual([]);
  const ofFirst = end.run.filter((name) => name.startsWith('a'));
  expect(ofFirst).toEqual(['a0', 'a7']);
});

test('what is to be delivered again is named in the order of the batch, whichever ended first', async () => {
  const batch = [record('a', 'x'), record('b', 'y'), record('c', 'x'), record('d', 'z')];
  const later = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error('broken');
  };
  const end = await handle(batch, { a: later, c: later, d: fails(new Error('broken')) });
  expect(end.failed).toEqual(['a', 'c', 'd']);
});

test('a message that is no JSON is not quoted in the log, for it may hold a reader’s address', async () => {
  const lines: string[] = [];
  setLogSink((line) => lines.push(JSON.stringify(line)));
  const end = await handle([record('a', 'x', 'reader@example.org bounced')]).finally(() => setLogSink(() => {}));
  expect(end).toEqual({ run: [], failed: [], outcomes: ['given-up'] });
  expect([lines.join().includes('message a: not JSON'), lines.join().includes('reader')]).toEqual([true, false]);
});
