import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedReader } from '../../lib/feeds/feed-reader.ts';

const url = 'https://harbour.example/feed';
const feedReader = createFeedReader();
const bytesOf = (text: string) => new TextEncoder().encode(text);
const feed = (body: string) => `<rss version="2.0"><channel><title>Harbour</title>${body}</channel></rss>`;
const item = (description: string) =>
  `<item><title>One</title><link>/1</link><pubDate>Tue, 05 Mar 2024 17:57:35 GMT</pubDate><description>${description}</description></item>`;

beforeAll(() => feedReader.read(bytesOf(feed('')), { url }));
afterAll(() => feedReader.close());

describe('feed reader', () => {
  it('reads a feed and leaves the bytes as they are', async () => {
    const bytes = bytesOf(feed(item('x')));
    const reading = await feedReader.read(bytes.subarray(0), { url });
    expect(reading).toEqual({
      status: 'read',
      feed: {
        format: 'rss',
        title: 'Harbour',
        link: undefined,
        language: undefined,
        items: [
          {
            id: undefined,
            link: 'https://harbour.example/1',
            title: 'One',
            published: '2024-03-05T17:57:35.000Z',
            summary: 'x',
            content: undefined,
            author: undefined,
          },
        ],
        repairs: [],
        account: {
          encoding: 'utf-8',
          encodingFrom: 'valid UTF-8',
          reader: 'rss-parser',
          unreadDates: [],
          itemsWithUnreadDate: 0,
        },
      },
    });
    expect(new TextDecoder().decode(bytes)).toBe(feed(item('x')));
  });

  it('names the feeds of a web page', async () => {
    const page = '<html><link rel="alternate" type="application/rss+xml" href="/rss">';
    expect(await feedReader.read(bytesOf(page), { url, contentType: 'text/html' })).toEqual({
      status: 'not-a-feed',
      detail: 'this is a web page; it links the feed https://harbour.example/rss',
      linkedFeeds: ['https://harbour.example/rss'],
    });
  });

  it('says what is broken', async () => {
    expect(await feedReader.read(new Uint8Array(), { url })).toEqual({
      status: 'broken',
      detail: 'the document is empty',
    });
  });
});

/** Documents that cost a naive reader seconds, gigabytes or its life. */
const HOSTILE: Record<string, () => string> = {
  'a million open tags': () => feed('<a>'.repeat(1_000_000)),
  'open tags closed by other names': () => feed('<a>'.repeat(400_000) + '</b>'.repeat(400_000)),
  'half a million divs in an item': () => feed(item('<div>'.repeat(500_000))),
  'two million brackets': () => feed('<'.repeat(2_000_000)),
  'two million brackets in a title': () => feed(`<item><title>${'<'.repeat(2_000_000)}</title></item>`),
  '200,000 attributes': () =>
    `<rss version="2.0" ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}><channel>${item('x')}`,
  'entities of entities': () =>
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1_000)}">${[...'bcdefghij']
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
      .join('')}]>${feed(item('&j;'.repeat(1_000)))}`,
  'one entity half a million times': () =>
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1_000)}">]>${feed(item('&a;'.repeat(500_000)))}`,
  'x<p, 60,000 times': () => feed(item('x<p'.repeat(60_000))),
  'x&lt;p, 60,000 times': () => feed(item('x&lt;p'.repeat(60_000))),
  'x<p in a section': () => feed(item(`<![CDATA[${'x<p'.repeat(600_000)}]]>`)),
  '20 MB of items': () => feed(item('y'.repeat(5_000)).repeat(4_000)),
  '20 MB in one title': () => feed(`<item><title>${'z '.repeat(10_000_000)}</title></item>`),
  'scripts in titles': () => feed(`<item><title><![CDATA[${'<script>'.repeat(5_000)}]]></title></item>`.repeat(100)),
  'sections that never end': () => feed(`<item><title>${'<![CDATA['.repeat(1_000_000)}`),
  'comments that never end': () => feed('<!--'.repeat(450_000)),
  'two million fields': () => feed(`<item>${'<x>1</x>'.repeat(1_500_000)}</item>`),
  'a million links': () => feed(`<item>${'<link>x</link>'.repeat(1_000_000)}</item>`),
  'tags with attributes that never end': () => feed('<a b '.repeat(2_000_000)),
  'a million bad quotes': () => feed('<a b="'.repeat(1_000_000)),
  'deep JSON': () => '{"items":['.repeat(1_000_000),
  'a million JSON items': () =>
    `{"version":"https://jsonfeed.org/version/1","items":[${'{"id":1},'.repeat(1_000_000)}]}`,
  'JSON text that never ends': () => `{"items":["${'\\'.repeat(10_000_000)}`,
  'a page of links': () => `<html>${'<link rel=alternate type=text/xml '.repeat(300_000)}`,
  noise: () => Array.from({ length: 300_000 }, (_, at) => String.fromCharCode((at * 7_919) % 0xd800)).join(''),
};

describe('hostile documents', () => {
  it.each(Object.keys(HOSTILE))('are read or refused in time: %s', async (name) => {
    const bytes = bytesOf((HOSTILE[name] as () => string)());
    const started = performance.now();
    const reading = await feedReader.read(bytes, { url });
    const milliseconds = performance.now() - started;
    expect(['read', 'not-a-feed', 'broken']).toContain(reading.status);
    // 2 s are promised on a machine of one's own; the machine of the tests is shared.
    expect(milliseconds).toBeLessThan(6_000);
  });

  it('grow no faster than their length', async () => {
    for (const piece of [
      '<a>',
      '</a>',
      '<',
      'x<p',
      '&lt;p',
      '<![CDATA[',
      '<!--',
      '&amp;',
      '<a b="',
      '<link>',
      ']]>',
      '"',
    ]) {
      const cost = async (chars: number) => {
        const bytes = bytesOf(feed(`<item><title>${piece.repeat(chars / piece.length)}`));
        const started = performance.now();
        await feedReader.read(bytes, { url });
        return performance.now() - started;
      };
      await cost(100_000);
      const [once, fourTimes] = [await cost(1_000_000), await cost(4_000_000)];
      // Quadratic cost would be sixteen times; the constant is for a shared machine.
      expect(fourTimes, piece).toBeLessThan(8 * once + 400);
    }
  });
});
