import { expect, test } from 'vitest';
import type { Match } from '../../lib/classification/classification.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { composeDigest } from '../../lib/digest/compose-digest.ts';
import type { DigestItem, DigestLate } from '../../lib/digest/digest.ts';
import type { FrameLanguage } from '../../lib/digest/frame-text.ts';
import { manifestOf } from '../../lib/digest/manifest.ts';
import { openFilter } from '../../lib/digest/reader-filter.ts';
import { manyArticles, sampleCoverage } from './sample-coverage.ts';
import { sampleDay } from './sample-day.ts';
import { sampleDigest, sampleEdition, sampleMaterial } from './sample-digest.ts';

test('the figures count relevant articles, copies included, and passing mentions apart', () => {
  const { summary, articleCount, copyCount, passingMentionCount, relations } = sampleDigest();
  expect({ summary, articleCount, copyCount, passingMentionCount }).toEqual({
    summary: '18 articles in 14 stories from 18 outlets in 7 languages',
    articleCount: 18,
    copyCount: 2,
    passingMentionCount: 2,
  });
  expect(relations.map(({ key, count }) => `${key} ${count}`)).toEqual([
    'independent 9',
    'agency 2',
    'unknown 1',
    'rights 1',
    'campaign 1',
    'exile 1',
    'igo 1',
    'state 1',
    'blog 1',
  ]);
});

test('one item says everything a reader needs, on the clock of the reader', () => {
  const [item] = sampleDigest('en', [sampleCoverage()]).expanded;
  expect(item).toEqual({
    storyId: sampleCoverage().articleId,
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
    figures: [],
    independentOutlets: 1,
    texts: [],
    copies: [],
    isContinued: false,
  });
});

test('a story is told by its lead, with figures and anniversary as printed, and every other outlet that has it', () => {
  const { ordinal, figures, independentOutlets, texts, copies } = sampleDigest().expanded[0] as DigestItem;
  const names = (some: DigestItem['texts']) => some.map(({ outletName, relation }) => `${outletName}, ${relation}`);
  expect({ ordinal, figures, independentOutlets, texts: names(texts), copies: names(copies) }).toEqual({
    ordinal: 38,
    figures: [
      { words: 'at least 5,000', creditedTo: 'Amnesty International' },
      { words: '30,000', creditedTo: 'the opposition' },
    ],
    independentOutlets: 3,
    texts: ['Rheinkurier, independent', 'El Faro del Sur, independent'],
    copies: ['Lakeside Daily, independent', 'Unknown Herald, unknown'],
  });
});

test('a story that began before the window is marked so, and not because a filter leaves its beginning out', () => {
  const first = sampleCoverage({
    title: 'The first report on the hearing in Geneva',
    language: 'fr',
    outletId: 'a.example',
  });
  const own = { title: 'Another text on the hearing in Geneva', outletId: 'b.example', storyId: first.articleId };
  const filter = { ...openFilter, languages: ['en'] };
  const isContinued = (recorded: Coverage[]) =>
    composeDigest(sampleMaterial(recorded), { edition: sampleEdition, reader: { zone: 'UTC', language: 'en', filter } })
      .expanded[0]?.isContinued;
  expect([isContinued([sampleCoverage(own)]), isContinued([first, sampleCoverage(own)])]).toEqual([true, false]);
});

test('the sentences that were kept stand for the article, with a mark where others may stand between them', () => {
  const excerptOf = (keySentences: string[], excerpt = 'Something else altogether.') =>
    sampleDigest('en', [sampleCoverage({ keySentences, excerpt })]).expanded[0]?.excerpt;
  const [one, two, long] = ['One sentence on the subject.', 'Another one on it.', `${'A long one '.repeat(28)}.`];
  expect([
    excerptOf([one, two]),
    excerptOf([one, two], `${one} ${two} And more.`),
    excerptOf([one, long]),
    excerptOf([]),
  ]).toEqual([`${one} … ${two}`, `${one} ${two}`, one, 'Something else altogether.']);
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
  const sign = (words: string, points: number) => ({ ...match(words, points), ruleId: 'built-in/voice' });
  expect(reasonsOf([sign('told', 12), match('death commission', 4), match('Khavaran', 3)])).toEqual([
    ...['death commission', 'Khavaran', 'told'],
  ]);
});

test('the same title in other outlets is one story: the earliest, with those who carried it', () => {
  const title = 'Jurists ask for an inquiry into the 1988 killings';
  const { expanded, copyCount } = sampleDigest('en', [
    sampleCoverage({ title: `${title} | Lakeside`, outletName: 'Lakeside', outletId: 'b.example' }),
    sampleCoverage({ title, outletName: 'The Wire', outletId: 'a.example', publishedAt: '2026-08-28T01:00:00.000Z' }),
  ]);
  expect({
    copyCount,
    lead: expanded[0]?.outletName,
    copies: expanded[0]?.copies.map((copy) => copy.outletName),
  }).toEqual({
    copyCount: 1,
    lead: 'The Wire',
    copies: ['Lakeside'],
  });
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

test('late and possibly old are told apart, each with what makes it so', () => {
  const shown = ({ title, why }: DigestLate) => `${title.slice(0, 12)}: ${why}`;
  const { late, possiblyOld } = sampleDigest();
  expect([late.map(shown), possiblyOld.map(shown)]).toEqual([
    ['Der Nachlass: Thursday 23 July 2026'],
    ['Thirty years: speaks of “\u206830th anniversary\u2069”, that is 2018'],
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

test('up to twelve stories stand in full, of more the first nine', () => {
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
    subject: '۱۸ مطلب: \u2068UN expert asks for an international inquiry into the 1988 killings (Meridian Wire)\u2069',
    summary: '۱۸ مطلب دربارهٔ ۱۴ موضوع از ۱۸ رسانه به ۷ زبان',
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

test('what comes is named from so many days before as its entry says, with its ordinal', () => {
  const dates = (frame: FrameLanguage) =>
    sampleDigest(frame).coming.map(({ id, days, ordinal }) => `${id} ${days} ${ordinal}`);
  expect(dates('en')).toEqual([
    ...['enforced-disappearances 1 undefined', 'khavaran-september 3 38', 'sample-hearing 5 undefined'],
  ]);
  expect(dates('fa')).toEqual(dates('en'));
});

test('outlets that were not recorded before are marked', () => {
  const first = sampleDigest().outlets.filter(({ isFirst }) => isFirst);
  expect(first.map(({ name }) => name)).toEqual(['Unknown Herald', 'Västkusten']);
});

test('the seal is of the whole window, whatever the filter', () => {
  const reader = { zone: 'UTC', language: 'en' as const, filter: { ...openFilter, languages: ['sv'] } };
  const { manifest, articleCount } = composeDigest(sampleMaterial(), { edition: sampleEdition, reader });
  expect({ articleCount, manifest }).toEqual({
    articleCount: 1,
    manifest: { ...manifestOf(sampleDay), from: sampleEdition.from, to: sampleEdition.to },
  });
});
