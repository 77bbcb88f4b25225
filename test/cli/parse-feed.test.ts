import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { type ParseFeedOptions, parseFeedCommand } from '../../lib/cli/parse-feed.ts';
import type { FeedReading } from '../../lib/feeds/feed-reader.ts';
import type { ParsedFeed } from '../../lib/feeds/parsed-feed.ts';
import { recordedIo } from './recorded-io.ts';

const feed: ParsedFeed = {
  format: 'rss',
  title: 'Example \u001B[31mNews',
  link: 'https://news.example/',
  language: 'fa',
  items: [{ title: 'قتل‌عام', link: 'https://news.example/a', published: '2026-08-28T17:40:00.000Z' }, {}],
  repairs: ['bare ampersands'],
  account: {
    encoding: 'windows-1256',
    encodingFrom: 'declared by the server',
    reader: 'tolerant reader',
    unreadDates: ['some day'],
    itemsWithUnreadDate: 2,
  },
};

async function parse(options: ParseFeedOptions = {}, reading: FeedReading = { status: 'read', feed }, name = 'f.xml') {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-cli-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, 'f.xml'), 'bytes of the file');
  const io = recordedIo();
  const asked: unknown[] = [];
  const feedReader = {
    async read(bytes: Uint8Array, rest: object) {
      asked.push([new TextDecoder().decode(bytes), rest]);
      return reading;
    },
  };
  const file = join(dir, name);
  const error = await parseFeedCommand(file, options, { feedReader }, io).catch((thrown) => thrown);
  return { ...io, asked, error, file };
}

test('a document is shown item by item, in plain text', async () => {
  const { out, asked, file } = await parse();
  expect(out).toEqual([
    [
      'Example [31mNews  ·  rss, fa  ·  2 items',
      'https://news.example/',
      'encoding: windows-1256 (declared by the server)',
      'read by: tolerant reader, because rss-parser fails here or leaves a gap',
      'dates: of 2 items not understood: "some day", …',
      'without an address: 1 item, which can never be read',
      'mended: bare ampersands',
      '',
      '2026-08-28 17:40  قتل‌عام',
      '                  https://news.example/a',
      '',
      'no date           (no title)',
      '                  (no address)',
    ].join('\n'),
  ]);
  expect(asked).toEqual([['bytes of the file', { contentType: undefined, url: pathToFileURL(file).href }]]);
});

test('address and content type are handed on, and JSON is whole', async () => {
  const options = { url: 'https://news.example/feed', contentType: 'text/xml; charset=x', json: true };
  const { out, asked } = await parse(options);
  expect(JSON.parse(out[0] ?? '')).toEqual(feed);
  expect(asked[0]).toEqual(['bytes of the file', { contentType: options.contentType, url: options.url }]);
});

test('what is no feed and what is no file end with 1 and one line', async () => {
  const web = await parse({}, { status: 'not-a-feed', detail: 'a web page, not a feed', linkedFeeds: [] });
  expect([web.out, web.error.exitCode, web.error.message]).toEqual([[], 1, `${web.file}: a web page, not a feed`]);
  const none = await parse({}, undefined, 'absent.xml');
  expect([none.out, none.error.exitCode, none.error.message]).toEqual([
    [],
    1,
    `${none.file}: cannot be read (ENOENT); give the path of a feed document`,
  ]);
});
