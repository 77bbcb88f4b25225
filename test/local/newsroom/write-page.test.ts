import { expect, test } from 'vitest';
import { encodeText } from '../../../lib/local/newsroom/encode-text.ts';
import { escapeMarkup } from '../../../lib/local/newsroom/escape-markup.ts';
import { formatForReaders, formatJalali } from '../../../lib/local/newsroom/format-dates.ts';
import { NewsroomOutlet } from '../../../lib/local/newsroom/newsroom-outlet.ts';
import { writePage } from '../../../lib/local/newsroom/pages/write-page.ts';
import { writeFeed } from '../../../lib/local/newsroom/write-feed.ts';

const hostile = `</script><script>alert("x")</script> & 'more'`;
const templates = ['broadsheet', 'portal', 'magazine', 'weblog', 'institution'] as const;

const outletOf = (template: string, format: string): NewsroomOutlet =>
  NewsroomOutlet.parse({
    id: 'the-paper',
    name: hostile,
    relation: 'independent',
    language: 'en',
    note: 'A paper.',
    feed: { format, fullText: true },
    page: { template, color: '#000', menu: [hostile] },
    articles: [
      {
        slug: 'a-report',
        hoursAgo: 2,
        label: { relevance: 'off-topic', kind: 'everyday', themes: [] },
        title: hostile,
        section: hostile,
        byline: hostile,
        caption: hostile,
        paragraphs: [hostile, hostile, hostile],
        debris: [hostile],
      },
    ],
  });

test.each(templates)('the %s template shows markup in texts as text', (template) => {
  const outlet = outletOf(template, 'rss');
  const [article] = outlet.articles;
  if (!article) throw new Error('the outlet has one article');
  const page = writePage({
    outlet,
    article,
    language: 'en',
    url: 'http://127.0.0.1/the-paper/articles/a-report',
    siteUrl: 'http://127.0.0.1/the-paper/',
    publishedAt: new Date('2026-09-01T12:00:00Z'),
    others: [{ title: hostile, url: 'http://127.0.0.1/the-paper/articles/other' }],
  });
  expect(page).not.toContain('<script>alert');
  expect(page).toContain(`<p>${escapeMarkup(hostile)}</p>`);
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
  if (data) expect(JSON.parse(data)).toMatchObject({ headline: hostile, datePublished: '2026-09-01T12:00:00.000Z' });
});

test.each(['rss', 'atom', 'rdf'])('an %s feed holds markup in titles as text', (format) => {
  const outlet = outletOf('broadsheet', format);
  const entries = outlet.articles.map((article) => ({
    url: 'http://127.0.0.1/a?b&c',
    article,
    publishedAt: new Date(0),
  }));
  const feed = writeFeed(outlet, entries, { siteUrl: 'http://127.0.0.1/', feedUrl: 'http://127.0.0.1/feed.xml' });
  expect(feed).not.toContain('<script>alert');
  expect(feed).toContain(`<title>${escapeMarkup(hostile)}</title>`);
  expect(feed).toContain('http://127.0.0.1/a?b&amp;c');
});

test('the five characters of markup are escaped', () => {
  expect(escapeMarkup(`a & b < c > d "e" 'f' – ی`)).toBe('a &amp; b &lt; c &gt; d &quot;e&quot; &#39;f&#39; – ی');
});

test('a character that a charset lacks becomes a numeric reference', () => {
  expect(encodeText('año – ی', 'iso-8859-1')).toEqual(Buffer.from('a\xf1o &#8211; &#1740;', 'latin1'));
  expect(encodeText('سلام', 'windows-1256')).toEqual(Buffer.from([0xd3, 0xe1, 0xc7, 0xe3]));
  expect(encodeText('año – ی', 'utf-8')).toEqual(Buffer.from('año – ی', 'utf8'));
});

test('dates stand in the reader’s calendar, digits and zone', () => {
  const at = new Date('2026-03-20T21:00:00Z');
  expect(formatJalali(at)).toBe('1405/01/01 00:30');
  expect(formatForReaders(at, 'fa')).toMatch(/^۱ فروردین ۱۴۰۵.*۰:۳۰$/u);
  expect(formatForReaders(at, 'sv')).toMatch(/^20 mars 2026.*22:00$/);
  expect(formatForReaders(at, 'ar')).toMatch(/^20 .*2026.*11:00/u);
});
