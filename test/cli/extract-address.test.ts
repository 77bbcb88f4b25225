import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createArticleReader } from '../../lib/articles/article-reader.ts';
import { extractAddressCommand } from '../../lib/cli/extract-address.ts';
import { createWebFetcher } from '../../lib/http/create-web-fetcher.ts';
import { recordedIo } from './recorded-io.ts';

const page = readFileSync(new URL('../fixtures/articles/sv-microdata/source.html', import.meta.url));
const pages: Record<string, [number, string, string | Buffer]> = {
  '/robots.txt': [200, 'text/plain', 'User-agent: *\nDisallow: /closed'],
  '/article': [200, 'text/html; charset=utf-8', page],
  '/closed/article': [200, 'text/html', page],
  '/deep': [200, 'text/html', '<div>'.repeat(5_000)],
  '/empty': [200, 'text/html', '<p>Nothing here</p>'],
  '/picture': [200, 'image/png', 'PNG'],
};

describe('vigil extract of an address', () => {
  const server = createServer((request, response) => {
    const [status, type, body] = pages[request.url ?? ''] ?? [404, 'text/plain', 'not here'];
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  const articleReader = createArticleReader();
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await articleReader.close();
    server.close();
  });

  async function extract(path: string, options: { json?: boolean; trusted?: boolean } = {}) {
    const allowedOrigins = options.trusted === false ? [] : [origin];
    const webFetcher = createWebFetcher({ contactUrl: 'mailto:desk@vigil.example', hostGapSeconds: 0, allowedOrigins });
    const io = recordedIo();
    const failure = await extractAddressCommand(origin + path, options, { webFetcher, articleReader }, io)
      .then(() => undefined)
      .catch((error: Error) => error.message.replaceAll(origin, ''))
      .finally(() => webFetcher.close());
    return { failure, out: io.out.join('\n') };
  }

  test('prints how the page was come by, the metadata with its sources, and who read it', async () => {
    const { failure, out } = await extract('/article');
    const lines = out.split('\n\n')[0]?.replaceAll(origin, '').split('\n') ?? [];
    const measured = lines.map((line, index) => (index < 8 ? line : line.replace(/[\d.]+/g, 'N')));
    expect({ failure, head: measured }).toEqual({
      failure: undefined,
      head: [
        'url           /article',
        'contentType   text/html; charset=utf-8',
        `bytes         ${page.byteLength}`,
        'title         Hovrätten fastställer livstidsdomen mot Hamid Noury  (microdata)',
        'author        Utrikesredaktionen  (microdata)',
        'publishedAt   2023-12-19T10:05:00.000Z  (microdata)',
        'modifiedAt    2023-12-19T10:05:00.000Z  (microdata)',
        'language      sv  (page)',
        'quality       N',
        'text          N characters, N paragraphs  (page)',
        'links         N to other hosts',
        'reader        small-dom: the first reader reads well',
        'page          N characters, N elements, N characters of text after cleaning',
        'left out      N scripts, styles, media, menus and captions',
        'taken back    N parts by their names, N characters',
        'blocks        N kept of N that the reader found',
      ],
    });
  });

  test('gives the same as JSON', async () => {
    const { out } = await extract('/article', { json: true });
    expect(JSON.parse(out)).toMatchObject({
      url: `${origin}/article`,
      bytes: page.byteLength,
      status: 'read',
      language: 'sv',
      sources: { title: 'microdata', text: 'page' },
      account: { reader: 'small-dom', blocksKept: 5 },
    });
  });

  test.each([
    ['/closed/article', /^\/closed\/article: blocked by robots\.txt of 127/],
    ['/deep', /^\/deep: page too deep: more than 256 elements/],
    ['/empty', /^\/empty: no article found: /],
    ['/picture', /^\/picture: wrong type: /],
    ['/missing', /^\/missing: not found: /],
  ])('says in one line why %s brings nothing', async (path, message) => {
    const { failure } = await extract(path);
    expect(failure).toMatch(message);
    expect(failure?.split('\n')).toHaveLength(1);
  });

  test('does not go to an address of this machine that nobody typed', async () => {
    expect((await extract('/article', { trusted: false })).failure).toMatch(/^\/article: not a /);
  });

  test('prints a refusal as JSON, too', async () => {
    const { out } = await extract('/closed/article', { json: true });
    expect(JSON.parse(out)).toMatchObject({ status: 'refused', reason: 'blocked-by-robots' });
  });
});
