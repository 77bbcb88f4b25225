import { expect, test } from 'vitest';
import type { Match } from '../../lib/classification/classification.ts';
import { manyArticles, sampleCoverage } from './sample-coverage.ts';
import { sampleDay } from './sample-day.ts';
import { sampleDigest } from './sample-digest.ts';

test('the figures count relevant articles, copies included, and passing mentions apart', () => {
  const { summary, articleCount, copyCount, passingMentionCount, relations } = sampleDigest();
  expect({ summary, articleCount, copyCount, passingMentionCount }).toEqual({
    summary: '16 articles from 16 outlets in 6 languages',
    articleCount: 16,
    copyCount: 2,
    passingMentionCount: 2,
  });
  expect(relations.map(({ key, count }) => `${key} ${count}`)).toEqual([
    'independent 7',
    'agency 2',
    'rights 1',
    'campaign 1',
    'exile 1',
    'unknown 1',
    'igo 1',
    'state 1',
    'blog 1',
  ]);
});

test('one item says everything a reader needs, on the clock of the reader', () => {
  const [item] = sampleDigest('en', [sampleCoverage()]).expanded;
  expect(item).toEqual({
    articleId: sampleCoverage().articleId,
    url: sampleCoverage().url,
    title: 'Families mark the anniversary of the 1988 prison executions',
    direction: 'ltr',
    language: 'en',
    languageName: 'English',
    outletName: 'The Harbour Post',
    relation: 'independent',
    time: 'Friday, 19:40',
    excerpt:
      'Relatives gathered near the Khavaran cemetery on Friday to remember those who were executed in the summer of 1988. Police kept the road closed for most of the morning, and no gathering was allowed at the graves.',
    themes: ['anniversary', 'testimony'],
    reasons: ['1988 prison executions', 'Khavaran', 'anniversary'],
    copies: [],
  });
});

test('an excerpt is one or two sentences, without the title and the marks before it', () => {
  const title = 'Families mark the anniversary of the 1988 prison executions';
  const excerpts = [
    `${title} – The gathering was short. Nobody spoke. The road was closed.`,
    ', 22 November – The gathering was short.',
    `${'A first sentence that says enough by itself '.repeat(4)}. A second one.`,
    'word '.repeat(80),
  ].map((excerpt) => sampleDigest('en', [sampleCoverage({ excerpt })]).expanded[0]?.excerpt);
  expect(excerpts).toEqual([
    'The gathering was short. Nobody spoke.',
    '22 November – The gathering was short.',
    `${'A first sentence that says enough by itself '.repeat(4)}.`,
    `${'word '.repeat(56).trim()}…`.slice(0, 280),
  ]);
});

test('matched words that say the same are named once, and long spans only for want of short ones', () => {
  const match = (words: string, points: number) => ({ ...(sampleCoverage().matches[0] as Match), words, points });
  const reasonsOf = (matches: Match[]) => sampleDigest('en', [sampleCoverage({ matches })]).expanded[0]?.reasons;
  const long = 'executions, as the survivors said, of the summer of 1988';
  expect(
    reasonsOf([match(long, 9), match('Death Commission', 5), match('death commission', 5), match('Evin', 1)]),
  ).toEqual(['Death Commission', 'Evin', 'executions, as the survivors said, of the…']);
  expect(reasonsOf([match('counter-evidence', -4), match('a cue', 0)])).toEqual([]);
});

test('the same title in other outlets is one entry: the earliest, with those who carried it', () => {
  const [first] = sampleDigest().expanded;
  expect(first?.outletName).toBe('Meridian Wire');
  expect(first?.copies.map(({ outletName, relation }) => [outletName, relation])).toEqual([
    ['Lakeside Daily', 'independent'],
    ['Unknown Herald', 'unknown'],
  ]);
});

test('Persian and Arabic letter forms of one title are the same title', () => {
  const { expanded } = sampleDigest('fa', [
    sampleCoverage({ title: 'یادبود کشتار ۶۷ در گورستان خاوران', outletId: 'a.example' }),
    sampleCoverage({ title: 'يادبود كشتار ۶۷ در گورستان‌ خاوران', outletId: 'b.example' }),
  ]);
  expect(expanded.map(({ copies }) => copies.length)).toEqual([1]);
});

test('short titles are shared by chance and not grouped', () => {
  const { copyCount } = sampleDigest('en', [
    sampleCoverage({ title: 'Morning news', outletId: 'a.example' }),
    sampleCoverage({ title: 'Morning news', outletId: 'b.example' }),
  ]);
  expect(copyCount).toBe(0);
});

test('items stand by score, independent voices first within a band, then the newest', () => {
  const order = sampleDigest('en', [
    sampleCoverage({ title: 'campaign, strong, today', relation: 'campaign', score: 17, outletId: 'a.example' }),
    sampleCoverage({ title: 'independent, strong, earlier', score: 16, publishedAt: '2026-08-28T06:00:00Z' }),
    sampleCoverage({ title: 'independent, strong, later', score: 15, publishedAt: '2026-08-28T07:00:00Z' }),
    sampleCoverage({ title: 'independent, weak, latest', score: 6.5, publishedAt: '2026-08-29T04:00:00Z' }),
  ]).expanded.map(({ title }) => title);
  expect(order).toEqual([
    'independent, strong, later',
    'independent, strong, earlier',
    'campaign, strong, today',
    'independent, weak, latest',
  ]);
});

test('what was published long before it was found is counted apart', () => {
  const { articleCount, lateCount, expanded } = sampleDigest('en', [
    sampleCoverage({ title: 'new', outletId: 'a.example' }),
    sampleCoverage({ title: 'years old', isLate: true, outletId: 'b.example' }),
  ]);
  expect({ articleCount, lateCount, titles: expanded.map(({ title }) => title) }).toEqual({
    articleCount: 1,
    lateCount: 1,
    titles: ['new'],
  });
});

test('up to twelve entries stand in full, of more the first nine', () => {
  const extent = (count: number) => {
    const { expanded, lines } = sampleDigest('en', manyArticles(count));
    return [expanded.length, lines.length];
  };
  expect([1, 12, 13, 400].map(extent)).toEqual([
    [1, 0],
    [12, 0],
    [9, 4],
    [9, 391],
  ]);
});

test('the subject is the count and a headline of an outlet that speaks for no side', () => {
  const campaign = sampleCoverage({ title: 'A campaign headline of some length', relation: 'campaign', score: 30 });
  const report = sampleCoverage({ title: 'A report of some length', outletName: 'Meridian Wire', relation: 'agency' });
  expect(sampleDigest('en', [campaign, report]).subject).toBe('2 articles: A report of some length (Meridian Wire)');
  expect(sampleDigest('en', [campaign]).subject).toBe('1 article from 1 outlet in 1 language');
});

test('a Persian frame has Persian digits and the Jalali date, and isolates a foreign headline in the subject', () => {
  const { date, period, subject, summary, expanded } = sampleDigest('fa');
  expect({ date, period, subject, summary, time: expanded[0]?.time }).toEqual({
    date: 'شنبه ۷ شهریور ۱۴۰۵',
    period: 'ثبت‌شده از جمعه ۶ شهریور، ۰۸:۳۰ تا شنبه ۷ شهریور، ۰۸:۳۰',
    subject: '۱۶ مطلب: \u2068UN expert asks for an international inquiry into the 1988 killings (Meridian Wire)\u2069',
    summary: '۱۶ مطلب از ۱۶ رسانه به ۶ زبان',
    time: 'جمعه، ۱۲:۴۲',
  });
});

test('a day without news is one line', () => {
  const { subject, summary, expanded, lines, outlets } = sampleDigest('en', []);
  expect({ subject, summary, expanded, lines, outlets }).toEqual({
    subject: 'Vigil: no new coverage',
    summary: 'No new coverage was recorded in this period.',
    expanded: [],
    lines: [],
    outlets: [],
  });
});

test('the preheader has 90 to 140 characters, whatever the day brings', () => {
  const days = [[], [sampleCoverage()], sampleDay, manyArticles(400), [sampleCoverage({ title: 'x'.repeat(5000) })]];
  const lengths = days.flatMap((day) =>
    (['en', 'fa'] as const).map((frame) => sampleDigest(frame, day).preheader.length),
  );
  expect(lengths.filter((length) => length < 90 || length > 140)).toEqual([]);
});

test('an article without a date says so', () => {
  const { publishedAt: _, ...undated } = sampleCoverage();
  expect(sampleDigest('en', [undated]).expanded[0]?.time).toBe('date of publication not given');
});

test('the health of the feeds counts those watched, checked, failing and silent', () => {
  expect(sampleDigest().health).toEqual({ watched: 41, checked: 41, failing: 2, silent: 1 });
});
