import type http from 'node:http';
import { setInterval as every } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWebFetcher } from '../../lib/http/create-web-fetcher.ts';
import { type Handler, type PretendInternet, sendPage, startPretendInternet } from './pretend-internet.ts';

let handler: Handler;
let internet: PretendInternet;
beforeEach(async () => {
  internet = await startPretendInternet((request, response) => handler(request, response));
});
afterEach(() => internet.close());

const url = 'http://news.org/feed?key=1';
const failure = (reason: string, detail: string) => ({ status: 'failed', reason, detail });

/** One byte every few milliseconds, until the other side has had enough. */
async function drip(response: http.ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/html' });
  for await (const _ of every(5)) {
    if (response.destroyed) return;
    response.write('x');
  }
}

test('gives up when no answer comes within the deadline', async () => {
  handler = () => {};
  const fetcher = internet.fetcher({ limits: { deadlineSeconds: 0.1 } });
  expect(await fetcher.fetch({ url, kind: 'feed' })).toEqual(
    failure('too-slow', 'no complete answer within 0.1 seconds'),
  );
});

test('gives up when the body does not end within the deadline', async () => {
  handler = (_request, response) => void drip(response);
  const fetcher = internet.fetcher({ limits: { deadlineSeconds: 0.1 } });
  expect(await fetcher.fetch({ url, kind: 'feed' })).toEqual(
    failure('too-slow', 'no complete answer within 0.1 seconds'),
  );
});

test('gives up on a body below the minimum rate, long before the deadline', async () => {
  handler = (_request, response) => void drip(response);
  const fetcher = internet.fetcher({ limits: { rateWindowSeconds: 0.1, bytesPerSecond: 1000 } });
  expect(await fetcher.fetch({ url, kind: 'feed' })).toEqual(failure('too-slow', 'slower than 1000 bytes per second'));
});

test('gives up on a body that stops in the middle', async () => {
  handler = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('x'.repeat(10_000));
  };
  const fetcher = internet.fetcher({ limits: { rateWindowSeconds: 0.1 } });
  expect(await fetcher.fetch({ url, kind: 'feed' })).toEqual(failure('too-slow', 'slower than 500 bytes per second'));
});

test('has one deadline for all redirects of a chain', async () => {
  handler = (request, response) => {
    setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 60);
  };
  const fetcher = internet.fetcher({ limits: { deadlineSeconds: 0.15 } });
  expect(await fetcher.fetch({ url: 'http://news.org/a', kind: 'feed' })).toMatchObject({ reason: 'too-slow' });
  expect(internet.requests.length).toBeLessThanOrEqual(3);
});

test('counts robots.txt into the deadline of the page', async () => {
  handler = () => {};
  const fetcher = internet.fetcher({ limits: { deadlineSeconds: 0.1 } });
  expect(await fetcher.fetch({ url, kind: 'page' })).toEqual(
    failure(
      'too-slow',
      'robots.txt cannot be read, so that nothing is asked for now: no complete answer within 0.1 seconds',
    ),
  );
});

test('gives up when a host does not take the connection', async () => {
  const fetcher = internet.fetcher({
    limits: { connectSeconds: 0.05 },
    dial: (_address, _port, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  });
  expect(await fetcher.fetch({ url, kind: 'feed' })).toEqual(failure('unreachable', 'news.org does not answer'));
});

test('gives up when the resolver does not answer within the deadline', async () => {
  const fetcher = internet.fetcher({ limits: { deadlineSeconds: 0.1 }, resolve: () => new Promise(() => {}) });
  expect(await fetcher.fetch({ url, kind: 'feed' })).toMatchObject({ status: 'failed', reason: 'too-slow' });
});

test('does not count the wait for a turn into the deadline', async () => {
  handler = (_request, response) => void setTimeout(() => sendPage(response), 200);
  const fetcher = internet.fetcher({ limits: { deadlineSeconds: 0.9 } });
  const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(() => fetcher.fetch({ url, kind: 'feed' })));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(6).fill('fetched'));
});

test('lets a body take longer than a connection may', async () => {
  handler = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('one ');
    setTimeout(() => response.end('two'), 600);
  };
  const options = { contactUrl: 'https://monitor.example/', hostGapSeconds: 0, allowedOrigins: [internet.origin] };
  const fetcher = createWebFetcher({ ...options, limits: { connectSeconds: 0.4 } });
  expect(await fetcher.fetch({ url: internet.origin, kind: 'feed' })).toMatchObject({
    status: 'fetched',
    bytes: Buffer.from('one two'),
  });
});

test('ends what is under way when it is closed', async () => {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  handler = () => resolve();
  const fetcher = internet.fetcher();
  const outcome = fetcher.fetch({ url, kind: 'feed' });
  const waiting = fetcher.fetch({ url, kind: 'feed' });
  await asked;
  await fetcher.close();
  const stopped = failure('unreachable', 'stopped: this process is closing');
  expect([await outcome, await waiting, await fetcher.fetch({ url, kind: 'page' })]).toEqual([
    stopped,
    stopped,
    { ...stopped, detail: `robots.txt cannot be read, so that nothing is asked for now: ${stopped.detail}` },
  ]);
  expect(internet.requests.length).toBe(1);
});
