import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenFeedError, NotAFeedError } from '../../lib/feeds/feed-errors.ts';
import { parseFeed } from '../../lib/feeds/parse-feed.ts';
import type { ParsedFeed } from '../../lib/feeds/parsed-feed.ts';

interface Expected {
  url: string;
  contentType?: string;
  feed: ParsedFeed;
}

const fixtures = new URL('../fixtures/feeds/', import.meta.url);
const slugs = readdirSync(fixtures);
const read = (slug: string) => {
  const folder = new URL(`${slug}/`, fixtures);
  const source = readdirSync(folder).find((name) => name.startsWith('source.')) as string;
  const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;
  return { bytes: new Uint8Array(readFileSync(new URL(source, folder))), expected };
};
const url = 'https://harbour.example/page';
const textBytes = (text: string) => new TextEncoder().encode(text);

describe('parsed feeds', () => {
  it.each(slugs)('says what the document says: %s', async (slug) => {
    const { bytes, expected } = read(slug);
    // As it travels: keys without a value are gone.
    const feed: unknown = JSON.parse(JSON.stringify(await parseFeed(bytes, expected)));
    expect(feed).toEqual(expected.feed);
  });

  it('names the feeds that a web page links', async () => {
    const page = `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>`;
    const failure = await parseFeed(textBytes(page), { url }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotAFeedError);
    expect({ ...(failure as NotAFeedError), message: (failure as NotAFeedError).message }).toEqual({
      name: 'NotAFeedError',
      linkedFeeds: ['https://harbour.example/rss'],
      message: 'this is a web page; it links the feed https://harbour.example/rss',
    });
  });

  it.each([
    ['<!doctype html><title>Just a moment</title>', NotAFeedError, 'this is a web page, and it links no feed'],
    ['<opml version="2.0"><body/></opml>', NotAFeedError, 'this is a list of feeds (OPML): import it instead'],
    ['{"error": "not found"}', NotAFeedError, 'this is JSON, but not a JSON Feed'],
    ['Service unavailable', NotAFeedError, 'the document is neither a feed nor a web page'],
    [
      '<sitemapindex><sitemap><loc>https://harbour.example/s.xml</loc></sitemap></sitemapindex>',
      NotAFeedError,
      'this is an index of sitemaps: use the address of its news sitemap',
    ],
    [
      '<urlset><url><loc>https://harbour.example/</loc></url></urlset>',
      NotAFeedError,
      'this is a sitemap without news: use a news sitemap or a feed',
    ],
    ['', BrokenFeedError, 'the document is empty'],
    ['<rss version="2.0"><chan', BrokenFeedError, 'the document begins as a feed and ends before its first element'],
    [
      '{"version": "https://jsonfeed.org/version/1',
      BrokenFeedError,
      'the document is neither JSON nor XML that can be read',
    ],
  ])('refuses %s', async (text, type, message) => {
    const failure = await parseFeed(textBytes(text), { url }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(type);
    expect((failure as Error).message).toBe(message);
  });

  it('says which dates it does not understand, in their own words', async () => {
    const dates = ['yesterday', '2026-11-23', ' 31.\n 2. 2026', 'yesterday', '', ...'abcdef'];
    const items = dates.map((date) => `<item><title>x</title><pubDate>${date}</pubDate></item>`).join('');
    const feed = await parseFeed(textBytes(`<rss version="2.0"><channel>${items}</channel></rss>`), { url });
    expect(feed.account).toEqual({
      encoding: 'utf-8',
      encodingFrom: 'valid UTF-8',
      reader: 'tolerant reader',
      unreadDates: ['yesterday', '31. 2. 2026', 'a', 'b', 'c'],
      itemsWithUnreadDate: 9,
    });
  });

  it('reads a feed without items as an empty feed', async () => {
    const feed = await parseFeed(textBytes('<rss version="2.0"><channel><title>Quiet</title></channel></rss>'), {
      url,
    });
    expect({ title: feed.title, items: feed.items }).toEqual({ title: 'Quiet', items: [] });
  });

  it('reads a document that was compressed twice', async () => {
    const { gzipSync } = await import('node:zlib');
    const { bytes, expected } = read('rss-sound');
    const feed: unknown = JSON.parse(JSON.stringify(await parseFeed(gzipSync(bytes), expected)));
    expect(feed).toEqual({ ...expected.feed, repairs: ['compressed twice'] });
  });

  it('stops at 2,000 items and says so', async () => {
    const items = Array.from({ length: 2_500 }, (_, at) => `<item><title>${at}</title></item>`).join('');
    const feed = await parseFeed(textBytes(`<rss version="2.0"><channel>${items}</channel></rss>`), { url });
    expect({ count: feed.items.length, repairs: feed.repairs }).toEqual({
      count: 2_000,
      repairs: ['more than 2000 items'],
    });
  });

  it('throws nothing untyped and gives plain values, whatever happens to a document', async () => {
    const sources = slugs.map((slug) => read(slug));
    const damage = fc.oneof(
      fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({
        kind: fc.constant('insert' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        bytes: fc.oneof(
          fc.uint8Array({ maxLength: 6 }),
          fc
            .constantFrom(
              '<',
              '&',
              '<![CDATA[',
              ']]>',
              '<!--',
              '"',
              '</item>',
              '<item>',
              '<!DOCTYPE [',
              '</',
              '{',
              '\\',
            )
            .map(textBytes),
        ),
      }),
      fc.record({
        kind: fc.constant('drop' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        count: fc.nat({ max: 40 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.array(damage, { minLength: 1, maxLength: 8 }),
        async (source, damages) => {
          let bytes: Uint8Array = source.bytes;
          for (const one of damages) {
            const at = Math.floor(one.at * bytes.length);
            const inserted = one.kind === 'insert' ? one.bytes : new Uint8Array();
            const from = one.kind === 'cut' ? bytes.length : one.kind === 'drop' ? at + one.count : at;
            bytes = Uint8Array.from([...bytes.subarray(0, at), ...inserted, ...bytes.subarray(from)]);
          }
          const result = await parseFeed(bytes, source.expected).catch((error: unknown) => error);
          if (result instanceof NotAFeedError || result instanceof BrokenFeedError) return;
          const { items } = result as ParsedFeed;
          for (const item of items) {
            for (const value of Object.values(item)) expect(['string', 'undefined']).toContain(typeof value);
            if (item.link !== undefined) expect(item.link).toMatch(/^https?:\/\/[^/]/);
            if (item.published !== undefined) expect(new Date(item.published).toISOString()).toBe(item.published);
            expect(item.title ?? '').not.toMatch(/[\u0000-\u001f]/);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
