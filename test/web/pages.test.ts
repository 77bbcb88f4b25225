import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { coveragePage, languageName } from '../../lib/web/coverage-page.ts';
import { elementsOf } from '../digest/mail-document.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { sampleDay } from '../digest/sample-day.ts';
import { openWeb } from './open-web.ts';
import { openSampleWeb, persianArticle, persianRecord } from './sample-web.ts';

const logged: string[] = [];
beforeAll(() => setLogSink((line) => void logged.push(line.message)));
afterAll(() => setLogSink());

const titlesOf = (page: string) =>
  elementsOf(page)
    .filter(({ name }) => name === 'h2')
    .map(({ text }) => text);

describe('the coverage page', () => {
  test('shows yesterday and today, relevant ones, newest first', async () => {
    const page = await (await openSampleWeb()).text('/');
    const shown = titlesOf(page).slice(1);
    const relevant = [persianRecord, ...sampleDay].filter(({ relevance }) => relevance === 'relevant');
    expect(shown.length).toBe(relevant.length);
    expect(shown[0]).toContain('Undated essay');
    expect(shown.some((title) => title.includes('Nuclear talks'))).toBe(false);
  });

  test.each([
    ['?from=2026-08-27&to=2026-08-27', ['Notebook without dates']],
    ['?relevance=passing-mention', ['Nuclear talks', 'Budget debate']],
    ['?theme=denial', ['خبرگزاری']],
    ['?language=sv&theme=', ['Minnesstund']],
    ['?language=sv&theme=denial', []],
    ['?from=2026-08-29&to=2026-08-28', []],
  ])('%s shows what was asked for', async (query, beginnings) => {
    const old = sampleCoverage({ title: 'Notebook without dates', day: '2026-08-27' });
    const web = await openWeb({ coverage: [old, ...sampleDay] });
    const shown = titlesOf(await web.text(`/${query}`)).filter((title) => title !== 'Who published');
    expect(shown.length).toBe(beginnings.length);
    for (const beginning of beginnings) expect(shown.some((title) => title.startsWith(beginning))).toBe(true);
  });

  test('sets each language in its own direction', async () => {
    const elements = elementsOf(await (await openSampleWeb()).text('/'));
    const persian = elements.find(({ name, attributes }) => name === 'h2' && attributes.lang === 'fa');
    const german = elements.find(({ name, attributes }) => name === 'h2' && attributes.lang === 'de');
    expect([persian?.attributes.dir, german?.attributes.dir]).toEqual(['rtl', 'ltr']);
  });

  test('of thousands shows 500 and says how many more there are', () => {
    const many = Array.from({ length: 1_234 }, (_, n) => sampleCoverage({ title: `Number ${n}` }));
    const page = coveragePage(many, { fromDay: '2026-08-28', toDay: '2026-08-28', relevance: 'all' });
    expect(elementsOf(page).filter(({ name }) => name === 'article').length).toBe(500);
    expect(page).toContain('And <strong>734</strong> older ones');
  });

  test('says who speaks in words, which text is a copy, and where its story is', () => {
    const lead = sampleCoverage({ title: 'A wire report', relation: 'agency' });
    const storyId = lead.articleId;
    const copy = sampleCoverage({ title: 'A wire report again', relation: 'igo', storyId, copyOf: storyId });
    const alone = sampleCoverage({ title: 'An essay', relation: 'unknown' });
    const page = coveragePage([copy, { ...lead, storyId }, alone], {
      fromDay: '2026-08-28',
      toDay: '2026-08-28',
      relevance: 'relevant',
    });
    const lines = elementsOf(page)
      .filter(({ name, attributes }) => name === 'p' && attributes.class === 'meta')
      .map(({ text }) => text.replaceAll(/\s+/g, ' '))
      .filter((text) => !text.includes('score'));
    expect(lines.map((text) => [text.split(' The Harbour')[0], text.split(' UTC').at(-1)])).toEqual([
      ['UN, EU, governments', ' · copy · one of 2 of its story'],
      ['news agency', ' · one of 2 of its story'],
      ['not yet assessed', ''],
    ]);
    expect(page.split(`<a href="/stories/${storyId}">`).length).toBe(3);
  });

  test.each(['x', 'en-', 'de"><script>', '', '123456789'])('names the language %j as it stands', (tag) => {
    expect(languageName(tag)).toBe(tag);
  });
});

describe('the page of a record', () => {
  test('marks the words that decided, where they stand, once each', async () => {
    const page = await (await openSampleWeb()).text(`/articles/${persianRecord.articleId}`);
    const marks = elementsOf(page).filter(({ name, attributes }) => name === 'mark' && attributes.title);
    expect(marks.map(({ text, attributes }) => [text, attributes.class])).toEqual([
      ['تابستان ۶۷', 'for'],
      ['خاوران', 'for'],
      ['قتل‌عام', 'for'],
      ['مأموران', 'against'],
      ['دادخواهی', 'cue'],
    ]);
    const text = elementsOf(page).find(({ attributes }) => attributes.class === 'text');
    expect(text?.attributes).toEqual({ class: 'text', lang: 'fa', dir: 'rtl' });
    const paragraphs = persianArticle.text.split('\n\n');
    for (const paragraph of paragraphs) expect(text?.text).toContain(paragraph);
    expect(page).toContain('score 14.0, relevant from 6.0');
  });

  test('shows the excerpt where the archive has no text, and no trace of another article', async () => {
    const record = sampleCoverage();
    const page = await (await openWeb({ coverage: [record] })).text(`/articles/${record.articleId}`);
    expect(page).toContain('The full text is not in the archive any more.');
    expect(elementsOf(page).some(({ attributes }) => attributes.class === 'trace')).toBe(false);
  });
});

describe('addresses that lead nowhere', () => {
  test.each([
    ['/nowhere', 404],
    [`/articles/${'0'.repeat(32)}`, 404],
    ['/articles/../../etc/passwd', 404],
    ['/articles/xyz', 404],
    ['/digest/latest.html', 404],
    ['/?from=yesterday', 400],
    ['/?from=2026-02-30', 400],
    ['/?from=2020-01-01&to=2026-01-01', 400],
    ['/?theme=nonsense', 400],
    ['/?language=%3Cb%3E', 400],
    ['/?relevance=none', 400],
    ['/?language=q', 200],
    ['/?to=9999-12-31', 200],
    ['/?unknown=1&from=', 400],
  ])('%s answers %d with a page that says so', async (path, status) => {
    const response = await (await openWeb()).get(path);
    const page = await response.text();
    expect([response.status, elementsOf(page).filter(({ name }) => name === 'h1').length]).toEqual([status, 1]);
    expect(page).not.toContain('<b>');
  });

  test('a store that fails is logged and told apart from a mistake of the reader', async () => {
    const { app, needs, cookie } = await openWeb();
    for (const error of [new RangeError('Invalid time value'), new TypeError('x')]) {
      logged.length = 0;
      needs.coverageStore.query = async () => {
        throw error;
      };
      const response = await app.request('/', { headers: { cookie } });
      expect([response.status, logged]).toEqual([500, ['the page failed']]);
      expect(await response.text()).not.toContain(error.message === 'x' ? 'TypeError' : error.message);
    }
  });
});

describe('the API', () => {
  test('answers with the records as they are', async () => {
    const response = await (await openWeb({ coverage: sampleDay })).get('/api/coverage?theme=denial');
    expect(response.headers.get('content-type')).toContain('application/json');
    const state = sampleDay.filter(({ themes }) => themes.includes('denial'));
    expect(await response.json()).toEqual(state.map((one) => ({ ...one, articleKey: 'articles/none.json' })));
  });

  test('says what is wrong as JSON', async () => {
    const { get, app } = await openWeb();
    const wrong = await get('/api/coverage?from=x');
    expect([wrong.status, Object.keys((await wrong.json()) as object)]).toEqual([400, ['error']]);
    expect([(await app.request('/api/coverage')).status]).toEqual([401]);
  });

  test('refuses to be cut off', async () => {
    const big = Array.from({ length: 50 }, (_, n) => sampleCoverage({ title: `${n}`, excerpt: 'ن'.repeat(50_000) }));
    const response = await (await openWeb({ coverage: big })).get('/api/coverage');
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: '50 records are more than one answer holds: ask for fewer days' },
    ]);
  });
});

test('a crawl of every link by GET, HEAD and OPTIONS changes nothing', async () => {
  const web = await openSampleWeb();
  const before = await web.state();
  const seen = new Set<string>();
  const left = ['/', '/?relevance=all', '/unsubscribe'];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const method of ['OPTIONS', 'HEAD']) expect((await web.get(path, method)).status).toBeLessThan(500);
    const response = await web.get(path);
    expect(response.status).toBeLessThan(500);
    const links = [...(await response.text()).matchAll(/(?:href|src|action)="(\/[^"]*)"/g)];
    left.push(...links.map(([, link = '']) => link.replaceAll('&amp;', '&')));
  }
  expect(seen.size).toBeGreaterThan(20);
  expect(await web.state()).toBe(before);
});
