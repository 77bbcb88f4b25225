import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Handler, type PretendInternet, sendPage, startPretendInternet } from './pretend-internet.ts';

let handler: Handler;
let internet: PretendInternet;
beforeEach(async () => {
  internet = await startPretendInternet((request, response) => handler(request, response));
});
afterEach(() => internet.close());

/** A clock that only sleeping moves; notes how long was slept. */
function startClock() {
  let now = Date.parse('2026-11-23T00:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    advance: (seconds: number) => {
      now += seconds * 1000;
    },
    now: () => now,
    async sleep(milliseconds: number) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

const page: Handler = (request, response) => {
  if (request.url === '/robots.txt') response.writeHead(404).end();
  else sendPage(response);
};

test('keeps the gap between two requests to one host, whatever port or scheme', async () => {
  handler = page;
  const clock = startClock();
  const fetcher = internet.fetcher({ ...clock, hostGapSeconds: 2 });
  await fetcher.fetch({ url: 'http://news.org/1', kind: 'feed' });
  await fetcher.fetch({ url: 'http://news.org:8080/2', kind: 'feed' });
  await fetcher.fetch({ url: 'http://other.org/3', kind: 'feed' });
  expect(clock.slept).toEqual([2000]);
  clock.advance(1.5);
  await fetcher.fetch({ url: 'http://news.org/4', kind: 'feed' });
  expect(clock.slept).toEqual([2000, 500]);
});

test('keeps the gap between robots.txt, redirects and the page', async () => {
  handler = (request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else page(request, response);
  };
  const clock = startClock();
  await internet.fetcher({ ...clock, hostGapSeconds: 1 }).fetch({ url: 'http://news.org/old', kind: 'page' });
  expect(internet.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/old', '/new']);
  expect(clock.slept).toEqual([1000, 1000]);
});

test.each([
  ['5', 5],
  ['0.5', 1],
  ['30', 30],
  ['3600', 30],
  ['-4', 1],
  ['often', 1],
])('reads Crawl-delay %s as %i seconds when the gap is one', async (delay, seconds) => {
  handler = (request, response) => {
    if (request.url === '/robots.txt') response.end(`User-agent: *\nCrawl-delay: ${delay}\nAllow: /`);
    else page(request, response);
  };
  const clock = startClock();
  await internet.fetcher({ ...clock, hostGapSeconds: 1 }).fetch({ url: 'http://news.org/', kind: 'page' });
  expect(clock.slept).toEqual([seconds * 1000]);
});

test('asks one host one thing at a time, and different hosts at once', async () => {
  const open = new Map<string, number>();
  const most = new Map<string, number>();
  const count = (key: string, by: number) => {
    open.set(key, (open.get(key) ?? 0) + by);
    most.set(key, Math.max(most.get(key) ?? 0, open.get(key) ?? 0));
  };
  handler = (request, response) => {
    const keys = [request.headers.host ?? '', 'all'];
    for (const key of keys) count(key, 1);
    response.on('finish', () => {
      for (const key of keys) count(key, -1);
    });
    setTimeout(() => sendPage(response), 20);
  };
  const fetcher = internet.fetcher();
  const urls = [1, 2, 3, 4].flatMap((item) => [`http://news.org/${item}`, `http://other.org/${item}`]);
  const outcomes = await Promise.all(urls.map((url) => fetcher.fetch({ url, kind: 'feed' })));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(8).fill('fetched'));
  expect(Object.fromEntries(most)).toEqual({ 'news.org': 1, 'other.org': 1, all: 2 });
});

test("takes no turns and keeps no gap on the operator's own origins", async () => {
  const { promise: both, resolve } = Promise.withResolvers<void>();
  handler = (_request, response) => {
    if (internet.requests.length === 2) resolve();
    both.then(() => sendPage(response));
  };
  const clock = startClock();
  const fetcher = internet.fetcher({ ...clock, hostGapSeconds: 5, allowedOrigins: [internet.origin] });
  const outcomes = await Promise.all(
    [1, 2].map((item) => fetcher.fetch({ url: `${internet.origin}/${item}`, kind: 'feed' })),
  );
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fetched', 'fetched']);
  expect(clock.slept).toEqual([]);
  expect(internet.dials).toEqual(Array(2).fill(`127.0.0.1 ${internet.port}`));
});

test('leaves a host alone for as long as it asked, and no other', async () => {
  handler = (request, response) => {
    if (request.headers.host === 'news.org') response.writeHead(503, { 'retry-after': '300' }).end();
    else sendPage(response);
  };
  const clock = startClock();
  const fetcher = internet.fetcher(clock);
  const fetchFrom = (host: string) => fetcher.fetch({ url: `http://${host}/feed`, kind: 'feed' });
  await fetchFrom('news.org');
  clock.advance(100);
  expect(await fetchFrom('news.org')).toEqual({
    status: 'failed',
    reason: 'throttled',
    detail: 'news.org asked for patience; 200 seconds are left',
    retryAfterSeconds: 200,
  });
  expect(await fetchFrom('other.org')).toMatchObject({ status: 'fetched' });
  clock.advance(200);
  expect(await fetchFrom('news.org')).toMatchObject({ httpStatus: 503 });
  expect(internet.requests.map(({ host }) => host)).toEqual(['news.org', 'other.org', 'news.org']);
});
