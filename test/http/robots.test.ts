import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Handler, type PretendInternet, sendPage, startPretendInternet } from './pretend-internet.ts';

let robots: Handler;
let internet: PretendInternet;
let now = Date.parse('2026-11-23T00:00:00Z');
beforeEach(async () => {
  internet = await startPretendInternet((request, response) => {
    if (request.url === '/robots.txt') robots(request, response);
    else if (request.url === '/moved') response.writeHead(302, { location: 'http://other.org/private/1' }).end();
    else sendPage(response);
  });
});
afterEach(() => internet.close());

const saying =
  (text: string | Uint8Array): Handler =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/plain' }).end(text);
const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    response.writeHead(code, headers).end();
const fetcher = () => internet.fetcher({ now: () => now });
const paths = () => internet.requests.map(({ host, path }) => host + path);
const blocked = (host: string) => ({
  status: 'refused',
  reason: 'blocked-by-robots',
  detail: `blocked by robots.txt of ${host}`,
});

describe('rules', () => {
  const everyone = 'User-agent: *\nDisallow: /private\n';
  test.each([
    ['an address that nobody forbids', everyone, '/news', true],
    ['a forbidden address', everyone, '/private/1?token=2', false],
    ['the longer rule', 'User-agent: *\nDisallow: /a\nAllow: /a/open\n', '/a/open/1', true],
    ['a rule for us rather than for everyone', `User-agent: Vigil\nDisallow:\n\n${everyone}`, '/private/1', true],
    ['a rule against us alone', 'User-agent: vigil/2.0\nDisallow: /\n\nUser-agent: *\nAllow: /\n', '/', false],
    ['a rule against another program', 'User-agent: other\nDisallow: /\n', '/', true],
    ['a group with several names', 'User-agent: other\nUser-agent: VIGIL\nDisallow: /\n', '/', false],
    ['two groups for us', 'User-agent: vigil\nAllow: /\n\nUser-agent: vigil\nDisallow: /private\n', '/private', false],
    ['wildcards and ends', 'User-agent: *\nDisallow: /*.pdf$\n', '/a/b.pdf', false],
    ['a query', 'User-agent: *\nDisallow: /*?print=\n', '/a?print=1', false],
    ['letters of other scripts', 'User-agent: *\nDisallow: /اخبار\n', '/اخبار/1', false],
    ['comments and white space', 'user-agent :  *  # all\n  DISALLOW : /private # keep out', '/private', false],
    ['line ends of old', 'User-agent: *\rDisallow: /private\r', '/private', false],
    ['a byte order mark', `\ufeff${everyone}`, '/private', false],
    ['rules before any name', 'Disallow: /\n', '/', true],
    ['an empty file', '', '/', true],
    ['a page instead of rules', '<!doctype html><title>Not found</title>', '/', true],
    ['bytes instead of text', Buffer.from([0xff, 0xfe, 0, 0, 0x80]), '/', true],
  ])('obey %s', async (_what, text, path, isAllowed) => {
    robots = saying(text);
    const outcome = await fetcher().fetch({ url: `http://news.org${path}`, kind: 'page' });
    if (isAllowed) expect(outcome).toMatchObject({ status: 'fetched' });
    else expect(outcome).toEqual(blocked('news.org'));
  });

  test('forbid before the address itself is asked', async () => {
    robots = saying(everyone);
    await fetcher().fetch({ url: 'http://news.org/private', kind: 'page' });
    expect(paths()).toEqual(['news.org/robots.txt']);
  });

  test('hold for the address behind a redirect, by the rules of its own origin', async () => {
    robots = (request, response) => saying(request.headers.host === 'other.org' ? everyone : '')(request, response);
    expect(await fetcher().fetch({ url: 'http://news.org/moved', kind: 'page' })).toEqual(blocked('other.org'));
    expect(paths()).toEqual(['news.org/robots.txt', 'news.org/moved', 'other.org/robots.txt']);
  });

  test('are not asked for a feed that a person subscribed to', async () => {
    robots = saying('User-agent: *\nDisallow: /\n');
    expect(await fetcher().fetch({ url: 'http://news.org/feed', kind: 'feed' })).toMatchObject({ status: 'fetched' });
    expect(paths()).toEqual(['news.org/feed']);
  });

  test("hold on the operator's own origins too", async () => {
    robots = saying(everyone);
    const own = internet.fetcher({ allowedOrigins: [internet.origin] });
    const fetchPage = (path: string) => own.fetch({ url: internet.origin + path, kind: 'page' });
    expect(await fetchPage('/private/1')).toEqual(blocked(new URL(internet.origin).host));
    expect(await fetchPage('/news')).toMatchObject({ status: 'fetched' });
  });

  test('are read up to 512 KiB', async () => {
    const rule = (path: string) => `User-agent: *\nDisallow: ${path}\n`;
    robots = saying(`${rule('/early')}${'#'.repeat(600 * 1024)}\n${rule('/late')}`);
    const asking = fetcher();
    expect(await asking.fetch({ url: 'http://news.org/early', kind: 'page' })).toEqual(blocked('news.org'));
    expect(await asking.fetch({ url: 'http://news.org/late', kind: 'page' })).toMatchObject({ status: 'fetched' });
  });
});

describe('a robots.txt that cannot be had', () => {
  test.each([400, 401, 403, 404, 410, 451])('allows everything when the answer is %i', async (code) => {
    robots = status(code);
    expect(await fetcher().fetch({ url: 'http://news.org/', kind: 'page' })).toMatchObject({ status: 'fetched' });
  });

  test.each([
    ['a private address', status(302, { location: 'http://10.0.0.1/robots.txt' })],
    ['itself', status(302, { location: '/robots.txt' })],
  ])('allows everything when it redirects to %s', async (_what, answer) => {
    robots = answer;
    expect(await fetcher().fetch({ url: 'http://news.org/', kind: 'page' })).toMatchObject({ status: 'fetched' });
    expect(internet.dials.filter((dial) => dial.startsWith('10.'))).toEqual([]);
  });

  test.each([500, 502, 503])('forbids everything for now when the answer is %i', async (code) => {
    robots = status(code);
    expect(await fetcher().fetch({ url: 'http://news.org/?key=1', kind: 'page' })).toEqual({
      status: 'failed',
      reason: 'server-error',
      detail: `robots.txt cannot be read, so that nothing is asked for now: the server answered ${code}`,
      httpStatus: code,
    });
    expect(paths()).toEqual(['news.org/robots.txt']);
  });

  test('forbids everything for now when the connection breaks', async () => {
    robots = (request) => request.socket.destroy();
    expect(await fetcher().fetch({ url: 'http://news.org/', kind: 'page' })).toMatchObject({
      status: 'failed',
      reason: 'unreachable',
    });
  });

  test('forbids everything for as long as the server asks for patience', async () => {
    robots = status(429, { 'retry-after': '120' });
    expect(await fetcher().fetch({ url: 'http://news.org/', kind: 'page' })).toMatchObject({
      status: 'failed',
      reason: 'throttled',
      retryAfterSeconds: 120,
    });
  });
});

describe('memory', () => {
  const askings = () => paths().filter((path) => path.endsWith('/robots.txt')).length;
  const later = (seconds: number) => {
    now += seconds * 1000;
  };

  test('keeps the rules of an origin for a day', async () => {
    robots = saying('');
    const asking = fetcher();
    const page = { url: 'http://news.org/', kind: 'page' } as const;
    await Promise.all([asking.fetch(page), asking.fetch(page), asking.fetch(page)]);
    later(24 * 3600 - 1);
    await asking.fetch(page);
    expect(askings()).toBe(1);
    later(2);
    await asking.fetch(page);
    expect(askings()).toBe(2);
  });

  test('asks a server in trouble again after ten minutes', async () => {
    robots = status(500);
    const asking = fetcher();
    const page = { url: 'http://news.org/', kind: 'page' } as const;
    await asking.fetch(page);
    robots = saying('');
    later(599);
    expect(await asking.fetch(page)).toMatchObject({ status: 'failed', reason: 'server-error' });
    later(2);
    expect(await asking.fetch(page)).toMatchObject({ status: 'fetched' });
    expect(askings()).toBe(2);
  });

  test('asks a server that wanted patience again when the time is over', async () => {
    robots = status(503, { 'retry-after': '120' });
    const asking = fetcher();
    const page = { url: 'http://news.org/', kind: 'page' } as const;
    await asking.fetch(page);
    robots = saying('');
    later(121);
    expect(await asking.fetch(page)).toMatchObject({ status: 'fetched' });
  });

  test('does not hold it against an origin that another one left it no time', async () => {
    robots = (request, response) => {
      if (request.headers.host === 'news.org') setTimeout(() => saying('')(request, response), 350);
    };
    const asking = internet.fetcher({ now: () => now, limits: { deadlineSeconds: 0.6 } });
    expect(await asking.fetch({ url: 'http://news.org/moved', kind: 'page' })).toMatchObject({ reason: 'too-slow' });
    robots = saying('');
    expect(await asking.fetch({ url: 'http://other.org/', kind: 'page' })).toMatchObject({ status: 'fetched' });
  });

  test('keeps origins apart', async () => {
    robots = saying('');
    const asking = fetcher();
    for (const url of ['http://news.org/', 'http://www.news.org/', 'http://news.org:8080/']) {
      await asking.fetch({ url, kind: 'page' });
    }
    expect(askings()).toBe(3);
  });
});

describe('an operator who decided otherwise', () => {
  const exception = 'robots.txt not asked, as the operator decided on 2026-11-23: the outlet agreed by letter';
  const deciding = () =>
    internet.fetcher({ now: () => now, robotsExceptionOf: (host) => (host === 'news.org' ? exception : undefined) });

  test('is obeyed on that host, and the document says so', async () => {
    robots = saying('User-agent: *\nDisallow: /\n');
    expect(await deciding().fetch({ url: 'http://news.org/private/1', kind: 'page' })).toMatchObject({
      status: 'fetched',
      robotsException: exception,
    });
    expect(paths()).toEqual(['news.org/private/1']);
  });

  test('decided for no other host, also where a redirect leads to one', async () => {
    robots = saying('User-agent: *\nDisallow: /private\n');
    const asking = deciding();
    expect(await asking.fetch({ url: 'http://sub.news.org/private/1', kind: 'page' })).toEqual(blocked('sub.news.org'));
    expect(await asking.fetch({ url: 'http://news.org/moved', kind: 'page' })).toEqual(blocked('other.org'));
  });
});
