import { describe, expect, test } from 'vitest';
import { cleanAuthor } from '../../lib/articles/clean-author.ts';
import { cleanPage } from '../../lib/articles/clean-page.ts';
import { cleanTitle } from '../../lib/articles/clean-title.ts';
import { isSameSite, pageAddress } from '../../lib/articles/page-address.ts';
import { pageDate } from '../../lib/articles/page-date.ts';
import { readMetadata } from '../../lib/articles/read-metadata.ts';

const url = 'https://www.post.example/world/court';
const now = new Date('2026-11-01T00:00:00Z');
const metadataOf = (head: string) => readMetadata(cleanPage(`<html><head>${head}</head></html>`).head, url, now);

describe('readMetadata', () => {
  test('takes each value from the first source that holds a sound one', () => {
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"","datePublished":"soon","author":"admin"}</script>
<meta property="og:title" content="Court hears survivors - Example Post"><meta property="og:site_name" content="Example Post">
<meta property="article:published_time" content="0001-01-01T00:00:00Z"><meta name="pubdate" content="10.08.2021 08:00">
<meta name="author" content="Foreign desk"><link rel="canonical" href="/world/court"><html lang="en-GB">`;
    expect(metadataOf(head)).toEqual({
      title: 'Court hears survivors',
      siteName: 'Example Post',
      publishedAt: '2021-08-10T08:00:00.000Z',
      author: 'Foreign desk',
      canonicalUrl: 'https://www.post.example/world/court',
      declaredLanguage: 'en-GB',
      declaredBody: undefined,
      sources: {
        title: 'open-graph',
        siteName: 'open-graph',
        publishedAt: 'meta',
        author: 'meta',
        canonicalUrl: 'page',
        language: 'page',
      },
    });
  });

  test('keeps no character that steers a terminal or turns a line', () => {
    const head = `<meta property="og:title" content="Court&#27;[2J&#155;5m\t\u202Ehears\u2066\nsurvivors\u2069">
<meta property="og:site_name" content="Example\u200B&#7; Post"><meta name="author" content="Foreign\u202E desk">
<meta property="article:section" content="World\u009B">`;
    const { title, siteName, author, section } = metadataOf(head);
    expect({ title, siteName, author, section }).toEqual({
      title: 'Court[2J›5m hears survivors',
      siteName: 'Example Post',
      author: 'Foreign desk',
      section: 'World',
    });
  });

  test.each([
    ['another site', 'https://elsewhere.example/world/court'],
    ['the home page', 'https://www.post.example/'],
    ['a script', 'javascript:alert(1)'],
  ])('does not believe a canonical address of %s', (_, href) => {
    expect(metadataOf(`<link rel="canonical" href="${href}">`)).toEqual({
      title: '',
      declaredLanguage: '',
      sources: {},
    });
  });

  test('believes a canonical address on another host of the same registrable domain', () => {
    expect(metadataOf('<link rel="canonical" href="https://post.example/world/court">').canonicalUrl).toBe(
      'https://post.example/world/court',
    );
  });

  test('survives JSON-LD that is broken, huge or of the wrong shape', () => {
    const blocks = ['{', '[[[[1]]]]', '{"@type":"NewsArticle","author":[null,3,{"name":{}}],"image":7}', '"x"', '[]'];
    const head = blocks.map((block) => `<script type="application/ld+json">${block}</script>`).join('');
    const deep = `<script type="application/ld+json">${'['.repeat(50_000)}${']'.repeat(50_000)}</script>`;
    expect(metadataOf(head + deep)).toEqual({ title: '', declaredLanguage: '', sources: {} });
  });
});

describe('the parts of metadata', () => {
  test.each([
    ['Court hears survivors | Example Post', 'Court hears survivors'],
    ['Example Post: Court hears survivors', 'Example Post: Court hears survivors'],
    ['Court hears survivors – of prisons – post', 'Court hears survivors – of prisons'],
    ['Example Post', undefined],
    ['  Court\n hears  ', 'Court hears'],
  ])('a title %j becomes %j', (value, title) => {
    expect(cleanTitle(value, 'Example Post', 'www.post.example')).toBe(title);
  });

  test.each([
    ['By the foreign desk', 'the foreign desk'],
    ['Por la redacción', 'la redacción'],
    ['Foreign desk | 3 March 2024', 'Foreign desk'],
    ['admin', undefined],
    ['https://post.example/staff/1', undefined],
    ['desk@post.example', undefined],
    ['x', undefined],
  ])('an author %j becomes %j', (value, author) => {
    expect(cleanAuthor(value)).toBe(author);
  });

  test.each([
    ['2024-03-05T10:00:00+03:30', '2024-03-05T06:30:00.000Z'],
    ['2024-03-05', '2024-03-05T00:00:00.000Z'],
    ['March 2024', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['2031-01-01', undefined],
    ['2024-02-31', undefined],
  ])('a date %j becomes %j', (value, date) => {
    expect(pageDate(value, now)).toBe(date);
  });

  test('addresses are http(s), absolute and without a user', () => {
    const hrefs = ['/a', '//cdn.example/b', 'mailto:x@y.example', 'https://u:p@evil.example/', '', 'http://[bad'];
    expect(hrefs.map((href) => pageAddress(href, url))).toEqual([
      'https://www.post.example/a',
      'https://cdn.example/b',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('one site is one registrable domain, or one host where there is none', () => {
    const pairs = [
      ['https://a.co.uk/', 'https://b.co.uk/'],
      ['https://m.post.co.uk/', 'https://www.post.co.uk/'],
      ['http://127.0.0.1:1/', 'http://127.0.0.1:2/'],
    ] as const;
    expect(pairs.map(([one, other]) => isSameSite(one, other))).toEqual([false, true, false]);
  });
});

test('a date line tells when it was published, not when it was changed', () => {
  const line = 'Publié le 15 juillet 2022 à 06h30, mis à jour le 16 juillet 2022 à 09h12';
  expect(pageDate(line, now)).toBe(pageDate('15 juillet 2022 à 06h30', now));
  expect(pageDate('Updated: 3 May 2022', now)).toBe('2022-05-03T00:00:00.000Z');
});

test('a title in levels is the longest of them', () => {
  const title = 'El Faro del Sur :: Noticias :: Familiares piden abrir las fosas';
  expect(cleanTitle(title, undefined, 'elfarodelsur.example')).toBe('Familiares piden abrir las fosas');
});
