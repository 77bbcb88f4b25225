import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { type Handler, PAGE, type PretendInternet, sendPage, startPretendInternet } from './pretend-internet.ts';

const NOW = Date.parse('2026-11-23T00:00:00Z');
let handler: Handler;
let internet: PretendInternet;
beforeEach(async () => {
  internet = await startPretendInternet((request, response) => handler(request, response));
});
afterEach(() => internet.close());

const answering =
  (status: number, headers: Record<string, string> = {}, body = ''): Handler =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
const fetchFeed = (url = 'http://news.org/feed?key=1') =>
  internet.fetcher({ now: () => NOW }).fetch({ url, kind: 'feed', etag: '"v1"' });

test.each([
  [400, 'client-error'],
  [401, 'forbidden'],
  [402, 'client-error'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [410, 'gone'],
  [418, 'client-error'],
  [451, 'forbidden'],
  [500, 'server-error'],
  [502, 'server-error'],
  [503, 'server-error'],
  [300, 'server-error'],
  [204, 'server-error'],
  [206, 'server-error'],
])('calls %i %s', async (status, reason) => {
  handler = answering(status);
  expect(await fetchFeed()).toEqual({
    status: 'failed',
    reason,
    detail: `the server answered ${status}`,
    httpStatus: status,
  });
});

test.each([
  [429, '120', 120],
  [503, '120', 120],
  [429, '1', 60],
  [503, '0', 60],
  [429, '99999999', 86_400],
  [429, 'Mon, 23 Nov 2026 00:05:00 GMT', 300],
  [503, 'Sun, 22 Nov 2026 00:00:00 GMT', 60],
  [429, 'Tue, 23 Nov 2027 00:00:00 GMT', 86_400],
  [429, 'Monday, 23-Nov-26 00:10:00 GMT', 600],
])('reads Retry-After of a %i as %s: %i seconds', async (status, retryAfter, seconds) => {
  handler = answering(status, { 'retry-after': retryAfter });
  expect(await fetchFeed()).toEqual({
    status: 'failed',
    reason: 'throttled',
    detail: `the server asks for patience for ${seconds} seconds (${status})`,
    httpStatus: status,
    retryAfterSeconds: seconds,
  });
});

test.each([undefined, '', 'soon', '-5', '1.5', '2027-11-23'])(
  'knows no time for a 429 with Retry-After %j',
  async (retryAfter) => {
    handler = answering(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    expect(await fetchFeed()).toEqual({
      status: 'failed',
      reason: 'throttled',
      detail: 'the server asks for patience (429)',
      httpStatus: 429,
      retryAfterSeconds: undefined,
    });
  },
);

describe('conditional requests', () => {
  test('end as not modified', async () => {
    handler = answering(304);
    expect(await fetchFeed()).toEqual({ status: 'not-modified', movedPermanentlyTo: undefined });
  });

  test('end as not modified behind a permanent redirect of the same origin', async () => {
    handler = (request, response) => {
      if (request.url === '/new') response.writeHead(304).end();
      else response.writeHead(301, { location: '/new' }).end();
    };
    expect(await fetchFeed()).toEqual({ status: 'not-modified', movedPermanentlyTo: 'http://news.org/new' });
  });

  test('fail when a 304 answers an unconditional request', async () => {
    handler = answering(304);
    const outcome = await internet.fetcher().fetch({ url: 'http://news.org/feed', kind: 'feed' });
    expect(outcome).toMatchObject({ status: 'failed', reason: 'server-error', httpStatus: 304 });
  });

  test('leave out a validator that cannot stand in a header', async () => {
    handler = (_request, response) => sendPage(response);
    const request = {
      url: 'http://news.org/feed',
      kind: 'feed',
      etag: '"a\r\nx: 1"',
      lastModified: 'gestern ö',
    } as const;
    expect(await internet.fetcher().fetch(request)).toMatchObject({ status: 'fetched' });
    const sent = internet.requests[0]?.headers;
    expect([sent?.['if-none-match'], sent?.['if-modified-since'], sent?.x]).toEqual([undefined, undefined, undefined]);
  });
});

test('says who asks and on whose behalf', async () => {
  handler = (_request, response) => sendPage(response);
  await fetchFeed();
  expect(internet.requests[0]).toMatchObject({
    host: 'news.org',
    path: '/feed?key=1',
    headers: {
      'user-agent': `Vigil/${packageJson.version} (+https://monitor.example/contact)`,
      'accept-encoding': 'gzip, deflate, br',
    },
  });
});

describe('media types', () => {
  const allowed = {
    feed: [
      'application/rss+xml',
      'application/atom+xml; charset=utf-8',
      'text/html',
      'text/plain',
      'xml',
      undefined,
    ].concat(['application/octet-stream', 'application/json', 'application/rdf+xml', 'text/xml', 'application/force']),
    page: [
      'text/html',
      'TEXT/HTML;charset=x',
      'application/xhtml+xml',
      'application/xml',
      'text/xml',
      'text/plain',
    ].concat(['unknown/unknown', '']),
  };
  const refused = {
    feed: ['image/png', 'image/svg+xml', 'audio/mpeg', 'video/mp4', 'application/pdf', 'application/zip', 'text/css'],
    page: ['image/png', 'application/pdf', 'application/octet-stream', 'application/json', 'audio/mpeg', 'text'],
  };
  const cases = (table: Record<'feed' | 'page', (string | undefined)[]>) =>
    (['feed', 'page'] as const).flatMap((kind) => table[kind].map((type) => [kind, type] as const));

  /** robots.txt is missing; any other address has this type. */
  const typed =
    (type: string | undefined): Handler =>
    (request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(PAGE);
    };

  test.each(cases(allowed))('lets a %s of type %s in', async (kind, type) => {
    handler = typed(type);
    expect(await internet.fetcher().fetch({ url: 'http://news.org/', kind })).toMatchObject({
      status: 'fetched',
      contentType: type,
      bytes: Buffer.from(PAGE),
    });
  });

  test.each(cases(refused))('does not read a %s of type %s', async (kind, type) => {
    handler = typed(type);
    expect(await internet.fetcher().fetch({ url: 'http://news.org/', kind })).toEqual({
      status: 'failed',
      reason: 'wrong-type',
      detail: `not a ${kind}: ${type}`,
      httpStatus: 200,
    });
  });

  describe('of a page that its server does not name', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PAGE, 'utf16le')]);
    const sending =
      (body: string | Uint8Array): Handler =>
      (request, response) =>
        response.writeHead(request.url === '/robots.txt' ? 404 : 200).end(body);
    const fetchPage = () => internet.fetcher().fetch({ url: 'http://news.org/', kind: 'page' });

    test.each([
      ['a document type', PAGE],
      ['a template’s comments', `\ufeff\n<!-- ${'-'.repeat(200)} -->\n <!-- b -->\n<HTML lang=fa><body>`],
      ['an XML declaration', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'],
      ['a piece of a page', '<div class="a">Text</div>'],
      ['UTF-16', wide],
    ])('is let in for %s', async (_, body) => {
      handler = sending(body);
      expect(await fetchPage()).toMatchObject({ status: 'fetched', bytes: Buffer.from(body), contentType: undefined });
    });

    test.each([
      ['an image', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5_000, '<html>')])],
      ['a PDF', '%PDF-1.7\n<html>'],
      ['JSON', '{"html": "<html>"}'],
      ['text', 'Just text'],
      ['another element', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['nothing', ''],
      ['much white space', ' '.repeat(3_000)],
    ])('is not read for %s', async (_, body) => {
      handler = sending(body);
      expect(await fetchPage()).toMatchObject({
        status: 'failed',
        reason: 'wrong-type',
        detail: 'the server does not say of what type the body is, and it looks like no page',
      });
    });

    test('is left after its first bytes when they look like none', async () => {
      let sent = 0;
      handler = (request, response) => {
        if (request.url === '/robots.txt') return void response.writeHead(404).end();
        const more = () => {
          sent += 1;
          if (response.write(Buffer.alloc(16_384, 1))) setImmediate(more);
          else response.once('drain', more);
        };
        response.on('close', () => response.removeAllListeners('drain'));
        more();
      };
      expect(await fetchPage()).toMatchObject({ reason: 'wrong-type' });
      // What a socket holds before anybody reads; the cap for a page is 384 of them.
      expect(sent).toBeLessThan(200);
    });
  });
});
