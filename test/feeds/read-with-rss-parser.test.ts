import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildFeed } from '../../lib/feeds/build-feed.ts';
import { decodeBytes } from '../../lib/feeds/decode-bytes.ts';
import { readWithRssParser } from '../../lib/feeds/read-with-rss-parser.ts';
import { readXmlFeed } from '../../lib/feeds/read-xml-feed.ts';
import { repairDocument } from '../../lib/feeds/repair-document.ts';

const url = 'https://harbour.example/feed.xml';
const fixtures = new URL('../fixtures/feeds/', import.meta.url);
const whole = (title: string, more = '') =>
  `<rss version="2.0"><channel><item><title>${title}</title><link>/1</link><pubDate>Tue, 05 Mar 2024 17:57:35 GMT</pubDate>${more}</item></channel></rss>`;

it('says the same as the tolerant reader wherever it reads', async () => {
  const read: string[] = [];
  for (const slug of readdirSync(fixtures)) {
    const folder = new URL(`${slug}/`, fixtures);
    const source = readdirSync(folder).find((name) => name.startsWith('source.')) as string;
    const document = repairDocument(decodeBytes(readFileSync(new URL(source, folder))).text);
    const feed = await readWithRssParser(document);
    if (!feed) continue;
    read.push(slug);
    expect(buildFeed(feed, url), slug).toEqual(buildFeed(readXmlFeed(document), url));
  }
  expect(read).toContain('rss-sound');
  expect(read).toContain('rdf-with-dublin-core');
  expect(read.length).toBeGreaterThanOrEqual(10);
});

it.each([
  ['a bare ampersand', whole('Tom & Jerry')],
  ['markup in a title', whole('New <b>ferry</b>')],
  ['an element that is not closed', whole('New', '<description>x')],
  ['a description of unescaped markup', whole('New', '<description>a <p>b</p></description>')],
  ['elements that are nested deeply', whole('New', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`)],
  ['very many tags', whole('New', '<a/>'.repeat(100_001))],
  ['a tag of 5,000 characters', whole('New', `<a b="${'x'.repeat(5_000)}"/>`)],
  ['two million characters', whole('New', `<a>${'x'.repeat(2_000_000)}</a>`)],
  ['an item without a date', whole('New').replace(/<pubDate>.*<\/pubDate>/, '')],
  ['a base of its own', whole('New').replace('<item>', '<item xml:base="https://other.example/">')],
  [
    'a date that it cannot read',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><link href="/"/><updated>yesterday</updated></entry></feed>`,
  ],
])('leaves the document to the tolerant reader for %s', async (_, text) => {
  expect(await readWithRssParser(repairDocument(whole('New')))).toBeDefined();
  expect(await readWithRssParser(repairDocument(text))).toBeUndefined();
});
