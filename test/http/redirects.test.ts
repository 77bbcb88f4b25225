import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Handler,
  PAGE,
  type PretendInternet,
  PUBLIC_ADDRESS,
  sendPage,
  startPretendInternet,
} from './pretend-internet.ts';

let handler: Handler;
let internet: PretendInternet;
beforeEach(async () => {
  internet = await startPretendInternet((request, response) => handler(request, response));
});
afterEach(() => internet.close());

/** Answers by path with status and Location; every other path is a page. */
const redirecting = (table: Record<string, [status: number, location?: string]>): Handler => {
  return (request, response) => {
    const [status, location] = table[request.url ?? ''] ?? [];
    if (status === undefined) sendPage(response, { etag: '"v1"', 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' });
    else response.writeHead(status, location === undefined ? {} : { location }).end();
  };
};

const INTO_PRIVATE_SPACE = [
  ...['http://127.0.0.1/', 'http://127.0.0.1:8080/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/'],
  ...['http://0177.0.0.1/', 'http://017700000001/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::]/'],
  ...['http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/'],
  ...['http://10.0.0.1/', 'https://10.0.0.1/', '//10.0.0.1/', 'http://169.254.169.254/latest/meta-data/'],
  ...['http://[fd00:ec2::254]/latest/', 'http://100.100.100.200/', 'http://192.168.1.1/', 'http://172.16.0.1/'],
  ...['http://[fe80::1]/', 'http://0.0.0.0/', 'http://0/', 'http://localhost/', 'http://localhost./', 'http://router/'],
  ...['http://metadata.google.internal/', 'http://printer.local/', 'http://１２７.０.０.１/', 'http://127。0。0。1/'],
];

describe(`${INTO_PRIVATE_SPACE.length} redirects into private space`, () => {
  test.each(INTO_PRIVATE_SPACE)('stops before %s', async (location) => {
    handler = redirecting({ '/': [302, encodeURI(location).replaceAll('%5B', '[').replaceAll('%5D', ']')] });
    expect(await internet.fetcher().fetch({ url: 'http://news.org/', kind: 'feed' })).toMatchObject({
      status: 'refused',
      reason: 'not-a-public-address',
      detail: expect.stringMatching(/^redirected by news\.org: not a public (address|name): /),
    });
    expect(internet.dials).toEqual([`${PUBLIC_ADDRESS} 80`]);
  });
});

test.each([
  'ftp://news.org/',
  'http://news.org:22/',
  'http://u:p@news.org/',
  'http:\\\\10.0.0.1',
  'http://',
  'data:,x',
])('does not follow a redirect to %s', async (location) => {
  handler = redirecting({ '/': [301, location] });
  expect(await internet.fetcher().fetch({ url: 'http://news.org/', kind: 'feed' })).toMatchObject({
    status: 'refused',
    reason: 'not-a-web-address',
  });
});

test('remembers where a chain of permanent redirects led', async () => {
  handler = redirecting({ '/old': [301, '/older'], '/older': [308, 'http://www.news.org/new?x=1#top'] });
  expect(await internet.fetcher().fetch({ url: 'http://news.org/old', kind: 'feed' })).toEqual({
    status: 'fetched',
    url: 'http://www.news.org/new?x=1',
    bytes: Buffer.from(PAGE),
    contentType: 'text/html; charset=utf-8',
    etag: '"v1"',
    lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT',
    movedPermanentlyTo: 'http://www.news.org/new?x=1',
  });
});

test.each([302, 303, 307])('does not call a chain with a %i in it permanent', async (status) => {
  handler = redirecting({ '/a': [301, '/b'], '/b': [status, '/c'], '/c': [308, '/d'] });
  expect(await internet.fetcher().fetch({ url: 'http://news.org/a', kind: 'feed' })).toMatchObject({
    status: 'fetched',
    url: 'http://news.org/d',
    movedPermanentlyTo: undefined,
  });
});

test('follows five redirects and not a sixth', async () => {
  const table = Object.fromEntries([0, 1, 2, 3, 4, 5].map((step) => [`/${step}`, [302, `/${step + 1}`]]));
  handler = redirecting(table as Record<string, [number, string]>);
  const fetcher = internet.fetcher();
  expect(await fetcher.fetch({ url: 'http://news.org/1', kind: 'feed' })).toMatchObject({ url: 'http://news.org/6' });
  expect(await fetcher.fetch({ url: 'http://news.org/0', kind: 'feed' })).toEqual({
    status: 'refused',
    reason: 'too-many-redirects',
    detail: 'more than 5 redirects',
  });
});

test('stops a circle when it closes', async () => {
  handler = redirecting({ '/a': [301, '/b'], '/b': [301, '/a'] });
  expect(await internet.fetcher().fetch({ url: 'http://news.org/a', kind: 'feed' })).toEqual({
    status: 'refused',
    reason: 'too-many-redirects',
    detail: 'redirects in a circle at news.org',
  });
  expect(internet.requests.length).toBe(2);
});

test('reports a redirect that does not say where', async () => {
  handler = redirecting({ '/': [302] });
  expect(await internet.fetcher().fetch({ url: 'http://news.org/', kind: 'feed' })).toEqual({
    status: 'failed',
    reason: 'server-error',
    detail: 'news.org redirects without saying where',
  });
});

test('carries conditions to the first origin only, and cookies nowhere', async () => {
  handler = (request, response) => {
    response.setHeader('set-cookie', 'session=1');
    redirecting({ '/a': [302, '/b'], '/b': [302, 'http://other.org/c'], '/c': [302, 'http://news.org/d'] })(
      request,
      response,
    );
  };
  await internet.fetcher().fetch({
    url: 'http://news.org/a',
    kind: 'feed',
    etag: '"v0"',
    lastModified: 'Sun, 01 Nov 2026 10:00:00 GMT',
  });
  expect(
    internet.requests.map(({ host, path, headers }) => [
      host + path,
      headers['if-none-match'],
      headers['if-modified-since'],
      headers.cookie,
    ]),
  ).toEqual([
    ['news.org/a', '"v0"', 'Sun, 01 Nov 2026 10:00:00 GMT', undefined],
    ['news.org/b', '"v0"', 'Sun, 01 Nov 2026 10:00:00 GMT', undefined],
    ['other.org/c', undefined, undefined, undefined],
    ['news.org/d', '"v0"', 'Sun, 01 Nov 2026 10:00:00 GMT', undefined],
  ]);
});

test('follows neither Refresh nor a meta element', async () => {
  handler = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', refresh: '0; url=http://other.org/' });
    response.end('<meta http-equiv="refresh" content="0; url=http://other.org/"><base href="http://other.org/">');
  };
  expect(await internet.fetcher().fetch({ url: 'http://news.org/', kind: 'feed' })).toMatchObject({
    url: 'http://news.org/',
  });
  expect(internet.requests.length).toBe(1);
});

test.each([
  [
    'letters of other scripts as UTF-8',
    Buffer.from('/اخبار').toString('latin1'),
    'http://news.org/%D8%A7%D8%AE%D8%A8%D8%A7%D8%B1',
  ],
  ['percent signs', '/%D8%A7', 'http://news.org/%D8%A7'],
  ['the same scheme', '//www.news.org/a', 'http://www.news.org/a'],
  ['a relative path', 'a?b=c#d', 'http://news.org/a?b=c'],
])('reads a Location with %s', async (_what, location, url) => {
  handler = redirecting({ '/': [302, location] });
  expect(await internet.fetcher().fetch({ url: 'http://news.org/', kind: 'feed' })).toMatchObject({
    status: 'fetched',
    url,
  });
});

test('never repeats a query in what it tells', async () => {
  const secret = 'token=do-not-tell';
  handler = redirecting({
    [`/private?${secret}`]: [302, `http://10.0.0.1/?${secret}`],
    [`/circle?${secret}`]: [302, `/circle?${secret}`],
    [`/nowhere?${secret}`]: [302],
    [`/scheme?${secret}`]: [302, `ftp://news.org/?${secret}`],
    [`/gone?${secret}`]: [410],
  });
  const paths = ['/private', '/circle', '/nowhere', '/scheme', '/gone'];
  const urls = [...paths.map((path) => `http://news.org${path}?${secret}`), `http://[?${secret}`, `x:?${secret}`];
  const outcomes = await Promise.all(urls.map((url) => internet.fetcher().fetch({ url, kind: 'feed' })));
  expect(outcomes.filter((outcome) => outcome.status !== 'refused' && outcome.status !== 'failed')).toEqual([]);
  expect(JSON.stringify(outcomes)).not.toContain('do-not-tell');
});
