import { expect, test } from 'vitest';
import type { Article } from '../../lib/articles/article.ts';
import type { Match } from '../../lib/classification/classification.ts';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';
import { tellingMatches } from '../../lib/classification/telling-matches.ts';
import { readGold } from '../../lib/cli/read-gold.ts';
import { Coverage } from '../../lib/coverage/coverage.ts';
import { coverageOf } from '../../lib/coverage/coverage-of.ts';
import { daysBetween } from '../../lib/coverage/days.ts';
import { article, classification, messageOf } from '../fakes/article-world.ts';

const now = '2026-11-23T08:00:00.000Z';
function record(changes: Partial<Article>, verdict: Parameters<typeof classification>[0] = {}, publishedAt?: string) {
  const { publishedAt: _, ...message } = messageOf('a');
  const { publishedAt: __, ...undated } = article();
  return coverageOf({
    message: publishedAt === undefined ? message : { ...message, publishedAt },
    article: { ...undated, ...changes },
    classification: classification(verdict),
    place: { storyId: message.articleId },
    outlet: { outletId: 'news.example.org', name: 'News', relation: 'independent' },
    bodySource: 'page',
    pageKey: undefined,
    articleKey: 'articles/a.json',
    now: new Date(now),
  });
}
const lexicon = compileLexicon(readLexicon());
/** What the page marks, and the command. */
const placesOf = (matches: readonly Match[]) =>
  matches.map(({ field, start, end, ruleId }) => `${field} ${start} ${end} ${ruleId}`).sort();
const dates = ({ publishedAt, day, recordedDay, isLate }: Coverage) => [publishedAt, day, recordedDay, isLate];

test.each([
  [
    'the page’s date before the feed’s',
    '2026-11-22T23:59:59.999Z',
    '2026-11-23T01:00:00.000Z',
    '2026-11-22T23:59:59.999Z',
    '2026-11-22',
    false,
  ],
  [
    'the feed’s where the page has none',
    undefined,
    '2026-11-23T01:00:00.000Z',
    '2026-11-23T01:00:00.000Z',
    '2026-11-23',
    false,
  ],
  ['the day of recording where nobody says', undefined, undefined, undefined, '2026-11-23', false],
  ['no later than now', '2026-11-24T07:00:00.000Z', undefined, now, '2026-11-23', false],
  ['a week ago as news', '2026-11-16T08:00:00.000Z', undefined, '2026-11-16T08:00:00.000Z', '2026-11-16', false],
  [
    'more than a week ago as late',
    '2026-11-16T07:59:59.999Z',
    undefined,
    '2026-11-16T07:59:59.999Z',
    '2026-11-16',
    true,
  ],
])('takes %s', (_, page, feed, publishedAt, day, isLate) => {
  const one = record(page === undefined ? {} : { publishedAt: page }, {}, feed);
  expect(dates(one)).toEqual([publishedAt, day, '2026-11-23', isLate]);
});

test('an article is late by its page’s address where nothing else says so', () => {
  const archived = record({ canonicalUrl: 'https://news.example.org/2019/08/28/a' }, {}, '2026-11-23T01:00:00.000Z');
  expect([archived.isLate, archived.lateReason]).toEqual([true, 'its address is of 2019-08-28']);
});

test('the language is the classifier’s, the page’s where only names and years spoke', () => {
  expect(record({ language: 'fa' }, { language: 'en' }).language).toBe('en');
  expect(record({ language: 'fa' }, { language: 'und' }).language).toBe('fa');
});

const match = (points: number, more: Partial<Match> = {}): Match => ({
  ruleId: `rule ${points}`,
  field: 'text',
  start: 0,
  end: 100,
  words: 'ن'.repeat(100),
  points,
  themes: [],
  ...more,
});

test('of thousands of matches the heaviest stay, and the record stays far below 400 KB', () => {
  const themes: Match['themes'] = ['anniversary', 'testimony', 'evidence'];
  const matches = Array.from({ length: 5_000 }, (_, index) => match(index % 2 === 0 ? index : -index, { themes }));
  const one = record({ text: 'خاوران '.repeat(100_000) }, { matches });
  expect(one.matches.map(({ points }) => Math.abs(points))).toEqual(Array.from({ length: 600 }, (_, n) => 4_999 - n));
  expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(250_000);
  expect(one.bodyChars).toBe(700_000);
});

test.each(['en', 'fa', 'de'])(
  'of a text of 4,000 characters in %s, all on the subject, every match that tells something stays',
  (language) => {
    const about = readGold(undefined).filter(({ lang, relevant }) => lang === language && relevant);
    for (const from of [0, 20, 40]) {
      const some = about.slice(from, from + 20);
      const text = some
        .map((one) => one.text)
        .join('\n\n')
        .slice(0, 4_000);
      const judged = classify({ title: some[0]?.title ?? '', text, language }, lexicon);
      expect(placesOf(record({ text }, judged).matches)).toEqual(placesOf(tellingMatches(judged)));
    }
  },
);

test('what bears a theme of the article stays, without points too; what explains nothing goes', () => {
  const matches = [
    match(0, { ruleId: 'silent' }),
    match(0, { ruleId: 'of another theme', themes: ['politics'] }),
    match(0, { ruleId: 'bears', themes: ['anniversary'] }),
    match(0, { ruleId: 'speaks against', themePoints: { anniversary: -0.3 } }),
    match(0.1, { ruleId: 'next to nothing' }),
    match(0, { ruleId: 'bears more', themes: ['anniversary'], themePoints: { anniversary: 0.7 } }),
    match(-5, { ruleId: 'against' }),
  ];
  const one = record({}, { matches, themes: ['anniversary'] });
  expect(one.matches.map(({ ruleId }) => ruleId)).toEqual([
    'against',
    'bears more',
    'bears',
    'next to nothing',
    'speaks against',
  ]);
});

test('of a long pair the two words that bear it are kept, of a word with marks piled on it its ends', () => {
  const words = `hanged ${'and so on '.repeat(20)}in 1988`;
  const pair = match(3, { ruleId: 'pairs/year-killing', words, end: words.length });
  const piled = match(2, { words: `a${'\u0301'.repeat(500_000)}`, end: 500_001 });
  const said = `6 of 12 sentences on the subject, ${'x'.repeat(80)}`;
  const whole = match(4, { ruleId: 'built-in/whole-text', words: said, end: 0 });
  const one = record({}, { matches: [pair, piled, whole] });
  expect(one.matches.map((kept) => kept.words)).toEqual([
    said,
    'hanged … 1988',
    `a${'\u0301'.repeat(39)} … ${'\u0301'.repeat(40)}`,
  ]);
  expect(one.matches.map(({ start, end }) => [start, end])).toEqual([
    [0, 0],
    [0, words.length],
    [0, 500_001],
  ]);
});

test.each([
  ['short text as it is, on one line', 'One.\n\nTwo\tthree.', 'One. Two three.'],
  ['long text, cut at a word', 'word '.repeat(100), `${'word '.repeat(79)}word …`],
  ['text without spaces, cut between characters', '字'.repeat(500), `${'字'.repeat(400)} …`],
  ['characters of two units whole', `a${'🕯'.repeat(300)}`, `a${'🕯'.repeat(199)} …`],
])('excerpts %s', (_, text, excerpt) => {
  expect(record({ text }).excerpt).toBe(excerpt);
});

test('the record is one that can be read back', () => {
  const one = record({});
  expect(Coverage.parse(JSON.parse(JSON.stringify(one)))).toEqual(JSON.parse(JSON.stringify(one)));
});

test('days between two days count both, over the end of summer time and of leap years', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(daysBetween('2026-11-23', '2026-11-23')).toEqual(['2026-11-23']);
  expect(daysBetween('2026-11-23', '2026-11-22')).toEqual([]);
});
