import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Newsroom, startNewsroom } from '../../../lib/local/newsroom/newsroom-server.ts';

const now = new Date('2026-09-01T12:00:00Z');
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom({ now });
});
afterAll(() => newsroom.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${newsroom.url}${path}`, { headers });

test('an unchanged document is answered with 304 and no body', async () => {
  const first = await get('/harbour-courier/feed.xml');
  const etag = first.headers.get('etag') ?? '';
  const lastModified = first.headers.get('last-modified') ?? '';
  const asked = async (headers: Record<string, string>) => {
    const response = await get('/harbour-courier/feed.xml', headers);
    return { status: response.status, isEmpty: (await response.text()) === '' };
  };
  expect(lastModified).toBe('Tue, 01 Sep 2026 07:00:00 GMT');
  expect(await asked({ 'if-none-match': etag })).toEqual({ status: 304, isEmpty: true });
  expect(await asked({ 'if-none-match': `"other", W/${etag}` })).toEqual({ status: 304, isEmpty: true });
  expect(await asked({ 'if-modified-since': lastModified })).toEqual({ status: 304, isEmpty: true });
  expect(await asked({ 'if-modified-since': 'Tue, 01 Sep 2026 06:59:59 GMT' })).toEqual({
    status: 200,
    isEmpty: false,
  });
  expect(await asked({ 'if-none-match': '"other"', 'if-modified-since': lastModified })).toEqual({
    status: 200,
    isEmpty: false,
  });
});

test('the index and each front page lead to the feeds', async () => {
  const index = await (await get('/')).text();
  const unlisted = newsroom.feeds.filter(({ url }) => !index.includes(`href="${url}"`));
  expect(unlisted).toEqual([]);
  expect(await (await get('/de-waterkant/')).text()).toContain(
    `<link rel="alternate" type="application/feed+json" title="De Waterkant" href="${newsroom.url}/de-waterkant/feed.json">`,
  );
});

test('robots.txt allows everything but the search', async () => {
  expect(await (await get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /search\n');
});

test('unknown addresses are not found and only reading is allowed', async () => {
  expect((await get('/nobody/feed.xml')).status).toBe(404);
  expect((await fetch(`${newsroom.url}/`, { method: 'POST' })).status).toBe(405);
  const head = await fetch(`${newsroom.url}/robots.txt`, { method: 'HEAD' });
  expect({ status: head.status, length: head.headers.get('content-length'), body: await head.text() }).toEqual({
    status: 200,
    length: '32',
    body: '',
  });
});

test('every listed article has its own address on loopback', () => {
  const addresses = new Set(newsroom.articles.map(({ url }) => url));
  expect(addresses.size).toBe(69);
  expect([...addresses].filter((url) => !url.startsWith('http://127.0.0.1:'))).toEqual([]);
});

test('a closed newsroom answers no more', async () => {
  const other = await startNewsroom({ now });
  expect((await fetch(other.url)).status).toBe(200);
  await other.close();
  await expect(fetch(other.url)).rejects.toThrow();
});

test('a port that is taken is reported to the caller', async () => {
  await expect(startNewsroom({ now, port: Number(new URL(newsroom.url).port) })).rejects.toThrow('EADDRINUSE');
});
