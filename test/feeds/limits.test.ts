import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../lib/feeds/discover-feeds.ts';
import { parseFeed } from '../../lib/feeds/parse-feed.ts';
import { repairDocument } from '../../lib/feeds/repair-document.ts';

const url = 'https://harbour.example/feed';
const read = (text: string) => parseFeed(new TextEncoder().encode(text), { url });
const feed = (body: string) => `<rss version="2.0"><channel><title>Harbour</title>${body}</channel></rss>`;
const firstItem = async (body: string) => (await read(feed(`<item>${body}</item>`))).items[0];

describe('of one document', () => {
  it('15 MB are read, and it says so', async () => {
    const { items, repairs } = await read(feed(`<item><title>First</title></item>${' '.repeat(15_000_000)}<item/>`));
    expect({ count: items.length, repairs }).toEqual({ count: 1, repairs: ['cut at 15 MB'] });
  });

  it('half a million tags are read, and it says so', async () => {
    const { items, repairs } = await read(feed(`<item>${'<x/>'.repeat(500_001)}</item><item/>`));
    expect({ count: items.length, repairs }).toEqual({ count: 1, repairs: ['more than 500000 tags'] });
  });

  it('2,000 items are read, be it XML, JSON or broken JSON, and it says so', async () => {
    const members = '{"id":"1"},'.repeat(2_500);
    const documents = [
      feed('<item/>'.repeat(2_500)),
      ...['{}', ''].map((last) => `{"version":"https://jsonfeed.org/version/1","items":[${members}${last}]}`),
    ];
    for (const document of documents) {
      const { items, repairs } = await read(document);
      expect({ count: items.length, last: repairs.at(-1) }).toEqual({ count: 2_000, last: 'more than 2000 items' });
    }
  });

  it('nothing is read behind the 2,000 items', async () => {
    const { language } = await read(feed(`${'<item/>'.repeat(2_500)}<language>fa</language>`));
    expect(language).toBeUndefined();
    const json = `{"version":"https://jsonfeed.org/version/1",items:[${'{"id":"1"},'.repeat(2_500)}],"language":"fa"}`;
    expect((await read(json)).language).toBeUndefined();
  });

  it('20,000 bare brackets are mended', () => {
    const { text } = repairDocument(feed('< '.repeat(30_000)));
    expect(text.split('&lt;').length - 1).toBe(20_000);
  });

  it('two million characters come of declared entities', async () => {
    const entity = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(2_000)}">]>`;
    const { items } = await read(
      entity + feed(`<item><title>One</title><summary>${'&a;'.repeat(400)}</summary></item>`.repeat(3)),
    );
    const grown = items.map(({ summary = '' }) => summary.split('x').length - 1);
    expect(grown.reduce((sum, count) => sum + count, 0)).toBe(2_000_000);
  });
});

describe('of one item', () => {
  it('200 fields are read', async () => {
    expect((await firstItem(`${'<x>1</x>'.repeat(199)}<title>In time</title>`))?.title).toBe('In time');
    expect((await firstItem(`${'<x>1</x>'.repeat(200)}<title>Late</title>`))?.title).toBeUndefined();
  });

  it('a megabyte of text and 100,000 tags are kept', async () => {
    expect((await firstItem(`<description>${'y'.repeat(2_000_000)}</description>`))?.summary?.length).toBe(1_000_000);
    const { summary = '' } = (await firstItem(`<description>${'<b/>'.repeat(200_000)}</description>`)) ?? {};
    expect(summary.split('<').length - 1).toBe(100_000);
  });

  it('nothing is read behind the megabyte', async () => {
    expect((await firstItem(`<guid>${' '.repeat(999_990)}in time</guid>`))?.id).toBe('in time');
    expect((await firstItem(`<guid>${' '.repeat(1_000_000)}late</guid>`))?.id).toBeUndefined();
  });

  it('the first 50 elements inside a field are told apart', async () => {
    const group = (before: number) =>
      `<media:group>${'<media:x/>'.repeat(before)}<media:title>Inside</media:title></media:group>`;
    expect((await firstItem(group(49)))?.title).toBe('Inside');
    expect((await firstItem(group(50)))?.title).toBeUndefined();
  });

  it('the first 100 attributes of a tag are read', async () => {
    const link = (before: number) =>
      `<link ${Array.from({ length: before }, (_, at) => `a${at}="1"`).join(' ')} href="https://harbour.example/1"/>`;
    expect((await firstItem(link(99)))?.link).toBe('https://harbour.example/1');
    expect((await firstItem(link(100)))?.link).toBeUndefined();
  });

  it('titles and ids have 2,000 characters, addresses 4,096, dates 120', async () => {
    const id = 'i'.repeat(3_000);
    const date = `${' '.repeat(20)}Tue, 05 Mar 2024 17:57:35 GMT`;
    const item = await firstItem(
      `<title>${'t'.repeat(3_000)}</title><guid isPermaLink="false">${id}</guid><link>https://a.example/${'a'.repeat(4_100)}</link><pubDate>${date}${' '.repeat(90)}</pubDate>`,
    );
    expect([item?.title?.length, item?.id?.length, item?.link, item?.published]).toEqual([
      2_000,
      2_000,
      undefined,
      undefined,
    ]);
    // Cut before any work, and not only after it.
    expect((await firstItem(`<title><![CDATA[${'<b></b> '.repeat(6_000)}Late]]></title>`))?.title).toBeUndefined();
    expect((await firstItem(`<pubDate>${date}</pubDate>`))?.published).toBe('2024-03-05T17:57:35.000Z');
  });
});

it('every section that lost its end is mended, not only the first', async () => {
  const { items } = await read(feed('<item><title><![CDATA[News</title></item>'.repeat(500)));
  expect(items.filter(({ title }) => title === 'News').length).toBe(500);
});

describe('of one page', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="/HREF">';

  it('50 feeds are named, of its first two million characters', () => {
    const many = Array.from({ length: 60 }, (_, at) => link.replace('HREF', String(at))).join('');
    expect(discoverFeeds(many, url).length).toBe(50);
    expect(discoverFeeds(`${' '.repeat(1_000_000)}${link}`, url).length).toBe(1);
    expect(discoverFeeds(`${' '.repeat(2_000_000)}${link}`, url)).toEqual([]);
  });
});

it('JSON that is nested 200 deep is read, deeper is none', async () => {
  const nested = (depth: number) =>
    `{"version":"https://jsonfeed.org/version/1",items:[{"id":"1","x":${'['.repeat(depth)}${']'.repeat(depth)}},{"id":"2"}]}`;
  expect((await read(nested(190))).items.map(({ id }) => id)).toEqual(['1', '2']);
  expect((await read(nested(300))).items).toEqual([]);
});
