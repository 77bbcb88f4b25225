import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageDocument } from '../../lib/articles/article.ts';
import { cleanPage } from '../../lib/articles/clean-page.ts';
import { decodePage } from '../../lib/articles/decode-page.ts';
import { extractArticle } from '../../lib/articles/extract-article.ts';
import { filterBlocks } from '../../lib/articles/filter-blocks.ts';
import { findBody } from '../../lib/articles/find-body.ts';
import { pageMarkup } from '../../lib/articles/page-markup.ts';
import { readableDocument } from '../../lib/articles/readable-document.ts';
import type { FeedReading, ReadFeedInput } from '../../lib/feeds/feed-reader.ts';
import { parseFeed } from '../../lib/feeds/parse-feed.ts';
import { createParsingBox } from '../../lib/feeds/parsing-box.ts';
import { bundleStage } from '../../lib/stack/bundle-stage.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const benchmark = join(import.meta.dirname, '../../../shared/extraction/pages');
const folder = mkdtempSync(join(tmpdir(), 'vigil-left-out-'));
const limits = { timeoutMilliseconds: 20_000, maxOldGenerationMegabytes: 384 };
const url = 'https://post.example/world/a';

beforeAll(async () => {
  for (const stage of ['fetch-feed', 'read-article'] as const) await bundleStage(stage, join(folder, stage));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fixture pages, and every third of the public benchmark's where they lie beside the checkout. */
function pages(): PageDocument[] {
  const own = readdirSync(join(fixtures, 'articles')).map((name) => join(fixtures, 'articles', name, 'source.html'));
  const others = existsSync(benchmark) ? readdirSync(benchmark).filter((_, index) => index % 3 === 0) : [];
  return [...own, ...others.map((name) => join(benchmark, name))].map((path) => {
    const bytes = readFileSync(path);
    return { bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes, url };
  });
}

test('read-article’s bundle reads every page as the sources do', async () => {
  const worker = pathToFileURL(join(folder, 'read-article', 'article-worker.mjs'));
  const box = createParsingBox<PageDocument, unknown>({ worker, ...limits });
  for (const page of pages()) {
    const read = await box.run(page);
    const wanted = await extractArticle(page, new Date());
    expect(read).toEqual({ status: 'done', value: wanted });
  }
  await box.close();
}, 120_000);

test('its second reader, without styles, old encodings and tables of host names, finds the same blocks', async () => {
  const file = readdirSync(join(folder, 'read-article')).find((name) => /^readable-document-\w+\.mjs$/.test(name));
  const bundled = await import(pathToFileURL(join(folder, 'read-article', file ?? '')).href);
  for (const { bytes, contentType } of pages()) {
    const html = cleanable(bytes, contentType);
    if (html === undefined) continue;
    const blocksOn = (document: Document) => filterBlocks(findBody(document), '').map(({ text }) => text);
    expect(blocksOn(bundled.readableDocument(html))).toEqual(blocksOn(readableDocument(html)));
  }
}, 240_000);

test('it resolves hosts of every script as the sources do', async () => {
  const file = readdirSync(join(folder, 'read-article')).find((name) => /^readable-document-\w+\.mjs$/.test(name));
  const bundled = await import(pathToFileURL(join(folder, 'read-article', file ?? '')).href);
  const hosts = [
    'خبر.example',
    'Straße.example',
    'xn--strae-oqa.example',
    'BÜCHER.example',
    '日本.example',
    'a..b',
    'a b',
  ];
  const links = hosts.map((host) => `<a href="https://${host}/p">x</a>`).join('');
  const resolved = (document: Document) => [...document.querySelectorAll('a')].map(({ href }) => href);
  expect(resolved(bundled.readableDocument(links))).toEqual(resolved(readableDocument(links)));
});

test('fetch-feed’s bundle reads every feed as the sources do', async () => {
  const worker = pathToFileURL(join(folder, 'fetch-feed', 'feed-worker.mjs'));
  const box = createParsingBox<ReadFeedInput, FeedReading>({ worker, ...limits });
  const documents = readdirSync(join(fixtures, 'feeds')).flatMap((name) =>
    readdirSync(join(fixtures, 'feeds', name))
      .filter((file) => file.startsWith('source.'))
      .map((file) => readFileSync(join(fixtures, 'feeds', name, file))),
  );
  expect(documents.length).toBeGreaterThan(10);
  for (const bytes of documents) {
    const feed = await parseFeed(bytes, { url }).catch(() => undefined);
    const read = await box.run({ bytes, url });
    if (feed === undefined)
      expect(read).toMatchObject({ status: 'done', value: { status: expect.not.stringMatching('read') } });
    else expect(read).toEqual({ status: 'done', value: { status: 'read', feed } });
  }
  await box.close();
}, 60_000);

/** @returns undefined for a page that is refused before any DOM sees it */
function cleanable(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  try {
    return pageMarkup(cleanPage(decodePage(bytes, contentType)).document);
  } catch {
    return undefined;
  }
}
