import { randomBytes } from 'node:crypto';
import type http from 'node:http';
import { Readable } from 'node:stream';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FETCH_LIMITS } from '../../lib/http/fetch-limits.ts';
import { readBody } from '../../lib/http/read-body.ts';
import { type Handler, PAGE, type PretendInternet, startPretendInternet } from './pretend-internet.ts';

let handler: Handler;
let internet: PretendInternet;
beforeEach(async () => {
  internet = await startPretendInternet((request, response) => handler(request, response));
});
afterEach(() => internet.close());

const fetchFeed = (options: Parameters<PretendInternet['fetcher']>[0] = {}) =>
  internet.fetcher(options).fetch({ url: 'http://news.org/feed?key=1', kind: 'feed' });
const sending =
  (body: Uint8Array, headers: http.OutgoingHttpHeaders = {}): Handler =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
/** Sends raw bytes after the status line and closes: what a server may do that Node's own does not let it. */
const sendingRaw =
  (headers: string, body: string | Uint8Array): Handler =>
  (request) => {
    request.socket.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`);
    request.socket.end(body);
  };
const failure = (reason: string, detail: string) => ({ status: 'failed', reason, detail });

describe('compression', () => {
  const long = Buffer.from(PAGE.repeat(20_000));
  test.each([
    ['gzip', gzipSync(long)],
    ['x-gzip', gzipSync(long)],
    ['GZIP', gzipSync(long)],
    ['deflate', deflateSync(long)],
    ['deflate', deflateRawSync(long)],
    ['br', brotliCompressSync(long)],
    ['identity', long],
    ['identity, gzip', gzipSync(long)],
    ['', long],
    ['gzip', Buffer.concat([gzipSync(long.subarray(0, 1000)), gzipSync(long.subarray(1000))])],
  ])('reads a body sent as %j', async (coding, body) => {
    handler = sending(body, { 'content-encoding': coding });
    expect(await fetchFeed()).toMatchObject({ status: 'fetched', bytes: long });
  });

  test.each(['gzip, gzip', 'gzip, br', 'br,deflate'])('does not undo %j', async (coding) => {
    handler = sending(gzipSync(gzipSync(PAGE)), { 'content-encoding': coding });
    expect(await fetchFeed()).toEqual(failure('wrong-type', 'the body is compressed more than once'));
  });

  test('does not undo two codings in two headers', async () => {
    handler = sendingRaw('Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n', gzipSync(gzipSync(PAGE)));
    expect(await fetchFeed()).toEqual(failure('wrong-type', 'the body is compressed more than once'));
  });

  test('does not read what it did not ask for', async () => {
    handler = sending(Buffer.from(PAGE), { 'content-encoding': 'zstd' });
    expect(await fetchFeed()).toEqual(failure('wrong-type', 'the body is compressed in an unknown way: zstd'));
  });

  test.each([
    ['gzip', gzipSync(long)],
    ['deflate', deflateSync(long)],
    ['deflate', deflateRawSync(long)],
    ['br', brotliCompressSync(long)],
  ])('reports a %s body that ends too early, at any place', async (coding, body) => {
    const places = [1, 2, 5, 10, 15, Math.floor(body.length / 2), body.length - 9, body.length - 4, body.length - 1];
    for (const place of places) {
      handler = sending(body.subarray(0, place), { 'content-encoding': coding });
      expect([place, await fetchFeed()]).toEqual([
        place,
        failure('cut-short', 'cut short by the server: the compressed body is damaged or not complete'),
      ]);
    }
  });

  test('reports a damaged body', async () => {
    const body = gzipSync(long);
    body.fill(0xff, 40, 60);
    handler = sending(body, { 'content-encoding': 'gzip' });
    expect(await fetchFeed()).toEqual(
      failure('cut-short', 'cut short by the server: the compressed body is damaged or not complete'),
    );
  });

  test('reads an empty body as empty', async () => {
    handler = sending(Buffer.alloc(0), { 'content-encoding': 'gzip' });
    expect(await fetchFeed()).toMatchObject({ status: 'fetched', bytes: Buffer.alloc(0) });
  });
});

describe('size', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  test.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
  ])('stops a %s bomb at 15 MB', async (coding, bomb) => {
    handler = sending(bomb, { 'content-encoding': coding });
    const before = process.memoryUsage().arrayBuffers;
    expect(await fetchFeed()).toEqual(failure('too-large', 'decompresses to more than 15728640 bytes'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
  });

  test('stops a body of empty members, which would keep the decompressor busy for nothing', async () => {
    handler = sending(Buffer.concat(Array(400_000).fill(gzipSync(''))), { 'content-encoding': 'gzip' });
    expect(await fetchFeed()).toEqual(failure('wrong-type', 'the compressed body holds nothing'));
  });

  test.each([
    ['gzip', (body: Buffer) => gzipSync(body, { level: 1 })],
    ['br', (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('takes %s that could not be made smaller', async (coding, compress) => {
    const body = randomBytes(3 * 1024 * 1024);
    handler = sending(compress(body), { 'content-encoding': coding });
    const outcome = await fetchFeed();
    expect(outcome.status === 'fetched' && body.equals(outcome.bytes)).toBe(true);
  });

  const limits = { wireBytes: { feed: 2000, page: 1000, robots: 100 }, decodedBytes: 3000 };

  test('refuses a body by the length it announces, before reading it', async () => {
    handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 2001 });
      response.flushHeaders();
    };
    expect(await fetchFeed({ limits })).toEqual(failure('too-large', 'announces more than 2000 bytes'));
  });

  test('stops a body that never ends', async () => {
    handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const pour = () => {
        while (!response.destroyed && response.write(PAGE.repeat(50)));
      };
      response.on('drain', pour);
      pour();
    };
    expect(await fetchFeed({ limits })).toEqual(failure('too-large', 'sent more than 2000 bytes'));
  });

  test.each([
    ['feed', 2000, 'fetched'],
    ['feed', 2001, 'failed'],
    ['page', 1000, 'fetched'],
    ['page', 1001, 'failed'],
  ] as const)('answers a %s of %i bytes with %s', async (kind, bytes, status) => {
    handler = sending(Buffer.alloc(bytes, 'x'));
    expect(await internet.fetcher({ limits }).fetch({ url: 'http://news.org/', kind })).toMatchObject({ status });
  });

  test('stops at too many headers', async () => {
    handler = sendingRaw(`X-Long: ${'x'.repeat(100_000)}\r\n`, PAGE);
    expect(await fetchFeed()).toEqual(failure('too-large', 'news.org sent too many headers'));
  });
});

describe('length', () => {
  test.each([
    ['fewer bytes than announced', 'Content-Length: 1000\r\n', PAGE],
    ['no bytes where some were announced', 'Content-Length: 1000\r\n', ''],
    ['a chunked body without its end', 'Transfer-Encoding: chunked\r\n', '5\r\nabcde\r\n'],
    ['a chunk shorter than announced', 'Transfer-Encoding: chunked\r\n', 'ff\r\nabcde'],
    ['a chunk length that is no number', 'Transfer-Encoding: chunked\r\n', '5\r\nabcde\r\nzz\r\n'],
  ])('reports %s', async (_what, headers, body) => {
    handler = sendingRaw(headers, body);
    expect(await fetchFeed()).toEqual(
      failure('cut-short', 'cut short by the server: the connection broke off in the middle of the body'),
    );
  });

  test('takes a body without length that ends with the connection', async () => {
    handler = sendingRaw('Connection: close\r\n', PAGE);
    expect(await fetchFeed()).toMatchObject({ status: 'fetched', bytes: Buffer.from(PAGE) });
  });

  test.each(['3', '10'])('is counted again by the reader itself: %s announced, 5 read', async (contentLength) => {
    const body = Readable.from([Buffer.from('abcde')]);
    const limits = { ...FETCH_LIMITS, wireBytes: 100, keepsBeginning: false };
    await expect(readBody(body, { contentEncoding: undefined, contentLength }, limits)).rejects.toMatchObject({
      reason: 'cut-short',
      message: `${contentLength} bytes were announced, 5 came`,
    });
  });

  test('takes as many bytes as were announced when more come', async () => {
    handler = sendingRaw('Content-Length: 10\r\n', PAGE);
    expect(await fetchFeed()).toMatchObject({ status: 'fetched', bytes: Buffer.from(PAGE.slice(0, 10)) });
  });
});

describe('things that are not HTTP', () => {
  test.each([
    ['SSH-2.0-OpenSSH_9.2\r\n', 'server-error', 'news.org does not answer in HTTP'],
    ['HTTP/1.1 099 Odd\r\ncontent-length: 0\r\n\r\n', 'server-error', 'news.org does not answer in HTTP'],
    ['HTTP/1.1 200 OK\ncontent-length: 0\n\n', 'server-error', 'news.org does not answer in HTTP'],
    ['', 'unreachable', 'news.org closed the connection without an answer'],
    ['HTTP/1.1 200 OK\r\nContent-Le', 'unreachable', 'news.org closed the connection without an answer'],
    [
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde',
      'cut-short',
      "cut short by the server: news.org announced a length that is not the body's",
    ],
  ])('end as an outcome: %j', async (bytes, reason, detail) => {
    handler = (request) => request.socket.end(bytes);
    expect(await fetchFeed()).toEqual(failure(reason, detail));
  });
});
