import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseOutlet } from '../../../lib/local/newsroom/parse-outlet.ts';
import { readOutlets } from '../../../lib/local/newsroom/read-outlets.ts';

const outlets = readOutlets();
const articles = outlets.flatMap((outlet) =>
  outlet.articles.map((article) => ({ ...article, outlet: outlet.id, language: article.language ?? outlet.language })),
);

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const article = {
  slug: 'a-report',
  hoursAgo: 2,
  label: { relevance: 'off-topic', kind: 'everyday', themes: [] },
  title: 'A report of the day',
  section: 'World',
  byline: 'Newsroom',
  paragraphs: ['One paragraph.'],
};
const outlet = {
  id: 'the-paper',
  name: 'The Paper',
  relation: 'independent',
  language: 'en',
  note: 'A paper.',
  feed: { format: 'rss' },
  page: { template: 'broadsheet', color: '#000' },
  articles: [article],
};

function readFolder(files: Record<string, unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
    return readOutlets(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the newsroom holds articles of every label', () => {
  expect(count(articles.map(({ label }) => label.relevance))).toEqual({
    'off-topic': 25,
    'passing-mention': 10,
    relevant: 34,
  });
  expect(count(articles.map(({ label }) => label.kind))).toEqual({
    archive: 4,
    confusable: 14,
    debris: 1,
    denial: 2,
    economy: 2,
    everyday: 4,
    football: 3,
    passing: 8,
    report: 23,
    weather: 3,
    wire: 1,
    'wire-copy': 4,
  });
});

test('every language has at least two relevant articles and one that is not', () => {
  const relevant = articles.filter(({ label }) => label.relevance === 'relevant');
  const other = articles.filter(({ label }) => label.relevance !== 'relevant');
  expect(count(relevant.map(({ language }) => language))).toEqual({
    ar: 2,
    de: 2,
    en: 12,
    es: 2,
    fa: 6,
    fr: 2,
    it: 2,
    nl: 2,
    sv: 2,
    tr: 2,
  });
  expect(count(other.map(({ language }) => language))).toEqual({
    ar: 3,
    de: 3,
    en: 9,
    es: 2,
    fa: 5,
    fr: 4,
    it: 2,
    nl: 3,
    sv: 2,
    tr: 2,
  });
});

test('the outlets cover every relation, feed format, page template and charset', () => {
  expect(count(outlets.map(({ relation }) => relation))).toEqual({
    agency: 1,
    blog: 1,
    campaign: 1,
    exile: 1,
    igo: 1,
    independent: 8,
    rights: 1,
    state: 1,
    unknown: 1,
  });
  expect(count(outlets.map(({ feed }) => feed.format))).toEqual({ atom: 4, json: 2, rdf: 2, rss: 8 });
  expect(count(outlets.map(({ page }) => page.template))).toEqual({
    broadsheet: 4,
    institution: 3,
    magazine: 2,
    portal: 4,
    weblog: 3,
  });
  expect(count(outlets.map(({ page }) => page.charset))).toEqual({ 'iso-8859-1': 1, 'utf-8': 14, 'windows-1256': 1 });
});

test('every article has the length of a news report', () => {
  const words = (paragraphs: readonly string[]) => paragraphs.join(' ').split(/\s+/).length;
  const odd = articles.filter(({ paragraphs }) => words(paragraphs) < 175 || words(paragraphs) > 450);
  expect(odd.map(({ outlet: id, slug }) => `${id}/${slug}`)).toEqual([]);
});

test('wire copy repeats the agency word for word', () => {
  const wire = articles.find(({ label }) => label.kind === 'wire');
  const copies = articles.filter(({ label }) => label.kind === 'wire-copy');
  expect(copies.map(({ outlet: id, wire: source }) => `${id} ${source?.paragraphs}`)).toEqual([
    'harbour-courier 7',
    'justice-67 6',
    'radio-sepidar 4',
    'rights-ledger 5',
  ]);
  for (const copy of copies) {
    const taken = copy.wire?.paragraphs ?? 0;
    expect(copy.paragraphs.slice(0, taken)).toEqual(wire?.paragraphs.slice(0, taken));
  }
});

test('one Persian outlet is typed with Arabic letters throughout', () => {
  const blog = outlets.find(({ id }) => id === 'baran-notes');
  const text = JSON.stringify([blog?.name, blog?.articles]);
  expect(text.match(/[يك]/gu)?.length).toBeGreaterThan(300);
  expect(text.match(/[یک]/gu)).toBeNull();
});

test('a wrong entry is named by file, article and field', () => {
  const wrong = { ...outlet, articles: [article, { ...article, slug: 'second', hoursAgo: -1 }] };
  expect(() => parseOutlet('the-paper.json', JSON.stringify(wrong))).toThrow(
    /^the-paper\.json: article "second": hoursAgo: /,
  );
  expect(() => parseOutlet('the-paper.json', JSON.stringify({ ...outlet, relation: 'friend' }))).toThrow(
    /^the-paper\.json: relation: /,
  );
  expect(() => parseOutlet('the-paper.json', '{')).toThrow(/^the-paper\.json: not JSON: /);
});

test('an article without a usable slug is named by its number', () => {
  const wrong = { ...outlet, articles: [{ ...article, slug: 7 }] };
  expect(() => parseOutlet('the-paper.json', JSON.stringify(wrong))).toThrow(/^the-paper\.json: article 1: slug: /);
});

test('a label whose themes do not fit its relevance is refused', () => {
  const label = { relevance: 'relevant', kind: 'report', themes: [] };
  expect(() => parseOutlet('the-paper.json', JSON.stringify({ ...outlet, articles: [{ ...article, label }] }))).toThrow(
    'the-paper.json: article "a-report": label.themes: a relevant article has at least one theme, every other article none',
  );
});

test('a slug that stands twice in a file is refused', () => {
  expect(() => parseOutlet('the-paper.json', JSON.stringify({ ...outlet, articles: [article, article] }))).toThrow(
    'the-paper.json: article "a-report" stands in the file twice',
  );
});

test('wire copy of an article that does not exist is refused', () => {
  const copy = { ...article, wire: { outlet: 'an-agency', slug: 'lost', paragraphs: 2 } };
  expect(() => readFolder({ 'the-paper.json': { ...outlet, articles: [copy] } })).toThrow(
    'the-paper/a-report: there is no article an-agency/lost',
  );
});

test('an article without any text is refused', () => {
  expect(() => readFolder({ 'the-paper.json': { ...outlet, articles: [{ ...article, paragraphs: [] }] } })).toThrow(
    'the-paper/a-report: has no paragraphs',
  );
});
