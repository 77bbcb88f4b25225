import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Newsroom, startNewsroom } from '../../../lib/local/newsroom/newsroom-server.ts';
import { readOutlets } from '../../../lib/local/newsroom/read-outlets.ts';
import { readDeclaredText } from './read-declared-text.ts';

const now = new Date('2026-09-01T12:00:00Z');
const outlets = readOutlets();
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom({ now });
});
afterAll(() => newsroom.close());

const readText = (path: string) => readDeclaredText(`${newsroom.url}${path}`);

/** What is not well-formed in an XML document, and how many elements of each name it has. */
function inspectXml(xml: string) {
  const faults: string[] = [];
  const elements: Record<string, number> = {};
  let depth = 0;
  let roots = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (depth === 0) roots += 1;
        depth += 1;
        elements[name] = (elements[name] ?? 0) + 1;
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        const isSelfClosing = new RegExp(`<${name}[^<>]*/>`).test(xml);
        if (isImplied && !isSelfClosing) faults.push(`<${name}> is not closed`);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (roots !== 1) faults.push(`${roots} roots`);
  const outsideCdata = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, '');
  if (/&(?!(?:amp|lt|gt|quot|#39|#\d+);)/.test(outsideCdata)) faults.push('a bare ampersand');
  return { faults, elements };
}

test('every feed is well-formed and lists every article of its outlet', async () => {
  const itemName = { rss: 'item', rdf: 'item', atom: 'entry' };
  for (const outlet of outlets) {
    const count = outlet.articles.length + outlet.feed.alsoLists.length;
    if (outlet.feed.format === 'json') {
      const feed = JSON.parse((await readText(`/${outlet.id}/feed.json`)).text) as { items: unknown[] };
      expect(feed.items).toHaveLength(count);
      continue;
    }
    const { text, charset } = await readText(`/${outlet.id}/feed.xml`);
    const { faults, elements } = inspectXml(text);
    expect({ id: outlet.id, charset, faults, items: elements[itemName[outlet.feed.format]] }).toEqual({
      id: outlet.id,
      charset: outlet.page.charset,
      faults: [],
      items: count,
    });
  }
});

test('every item is of the last twenty hours but for three of some months ago', async () => {
  const hours = outlets.flatMap((outlet) => outlet.articles.map(({ hoursAgo }) => hoursAgo)).sort((a, b) => a - b);
  expect(hours.filter((hoursAgo) => hoursAgo > 20)).toEqual([2950, 3400, 4100]);
  const { text } = await readText('/nordliga-dagbladet/feed.xml');
  expect([...text.matchAll(/<pubDate>(.*?)<\/pubDate>/g)].map(([, date]) => date)).toEqual([
    'Tue, 01 Sep 2026 10:00:00 GMT',
    'Tue, 01 Sep 2026 06:00:00 GMT',
    'Tue, 01 Sep 2026 03:00:00 GMT',
    'Mon, 31 Aug 2026 22:00:00 GMT',
  ]);
});

test('the state outlet dates its items by the Iranian calendar', async () => {
  const { text } = await readText('/karaneh-news/feed.xml');
  expect([...text.matchAll(/<pubDate>(.*?)<\/pubDate>/g)].map(([, date]) => date)).toEqual([
    '1405/06/10 14:00',
    '1405/06/10 10:00',
    '1405/06/10 05:00',
    '1405/06/10 02:00',
  ]);
});

test('one feed lists an article of another outlet under its own address', async () => {
  const { text } = await readText('/harbour-courier/feed.xml');
  expect(text).toContain(`<link>${newsroom.url}/northgate-wire/articles/burma-1988-uprising-remembered</link>`);
});

test('the feed settings name each outlet, its relation and its feed', () => {
  expect(newsroom.feeds).toHaveLength(outlets.length);
  expect(newsroom.feeds.find(({ outletId }) => outletId === 'northgate-wire')).toEqual({
    url: `${newsroom.url}/northgate-wire/feed.json`,
    title: 'Northgate Wire',
    outletId: 'northgate-wire',
    outletName: 'Northgate Wire',
    relation: 'agency',
    language: 'en',
    note: 'Invented news agency; its stories are carried by others.',
    intervalMinutes: 60,
  });
});
