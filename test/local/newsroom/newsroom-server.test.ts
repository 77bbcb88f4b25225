import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { escapeMarkup } from '../../../lib/local/newsroom/escape-markup.ts';
import { type Newsroom, startNewsroom } from '../../../lib/local/newsroom/newsroom-server.ts';
import { readOutlets } from '../../../lib/local/newsroom/read-outlets.ts';

const now = new Date('2026-09-01T12:00:00Z');
const outlets = readOutlets();
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom({ now });
});
afterAll(() => newsroom.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${newsroom.url}${path}`, { headers });

/** The text in the charset of the header or else of the page's own meta element or XML declaration. */
async function readText(path: string): Promise<{ text: string; charset: string | undefined; bytes: Buffer }> {
  const response = await get(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  const inHeader = /charset=([\w-]+)/.exec(response.headers.get('content-type') ?? '')?.[1];
  const inDocument = /(?:<meta charset|encoding)="([\w-]+)"/.exec(bytes.toString('latin1'))?.[1];
  const charset = inHeader ?? inDocument;
  return { text: iconv.decode(bytes, charset ?? 'utf-8'), charset, bytes };
}

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

describe('pages', () => {
  test('every page is served whole in the charset that it declares', async () => {
    for (const outlet of outlets) {
      for (const article of outlet.articles) {
        const { text, charset } = await readText(`/${outlet.id}/articles/${article.slug}`);
        const missing = [article.title, ...article.paragraphs].filter((part) => !text.includes(escapeMarkup(part)));
        expect({ slug: article.slug, charset, missing }).toEqual({
          slug: article.slug,
          charset: outlet.page.charset,
          missing: [],
        });
      }
    }
  });

  test('the Arabic daily sends windows-1256 bytes and the Spanish one names its charset in the page only', async () => {
    const arabic = await readText('/al-masar/articles/dhikra-majzarat-1988');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(arabic.bytes)).toThrow(TypeError);

    const path = '/diario-del-estuario/articles/hace-38-anos-la-matanza-de-las-carceles';
    const spanish = await readText(path);
    expect((await get(path)).headers.get('content-type')).toBe('text/html');
    expect(spanish.charset).toBe('iso-8859-1');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(spanish.bytes)).toThrow(TypeError);
  });

  test('Persian and Arabic pages run from right to left, the English desk of a Persian outlet does not', async () => {
    const opening = async (path: string) => /<html[^>]*>/.exec((await readText(path)).text)?.[0];
    expect(await opening('/radio-sepidar/articles/khavaran-families-barred')).toBe('<html lang="fa" dir="rtl">');
    expect(await opening('/al-masar/articles/dhikra-majzarat-1988')).toBe('<html lang="ar" dir="rtl">');
    expect(await opening('/radio-sepidar/articles/jurists-geneva-call-english')).toBe('<html lang="en" dir="ltr">');
  });

  test('the campaign page carries the debris of real pages among its paragraphs', async () => {
    const { text } = await readText('/justice-67/articles/38th-anniversary-conference-brussels');
    const debris = [
      '728 x 90',
      '_MG_4408',
      '%d bloggers like this:',
      'worldÕs',
      'Reporting by PMOI/MEK',
      '1988 Massacre</a>',
    ];
    expect(debris.filter((line) => !text.includes(line))).toEqual([]);
    const caption = 'Participants hold portraits of the victims of the 1988 massacre in Iran';
    expect(text.split(`<p>${caption}</p>`).length - 1).toBe(3);
  });
});

describe('feeds', () => {
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
});

describe('the server', () => {
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
    const { text } = await readText('/de-waterkant/');
    expect(text).toContain(
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
    expect(addresses.size).toBe(68);
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
});
