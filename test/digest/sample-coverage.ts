import { createHash } from 'node:crypto';
import type { Match } from '../../lib/classification/classification.ts';
import type { Facts, FigureFact, OrdinalFact, WordingFact } from '../../lib/classification/facts.ts';
import type { SecondOpinion } from '../../lib/classification/second-opinion.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { Feed } from '../../lib/feeds/feed.ts';

const id = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** One match in the text. */
export const sampleMatch = (words: string, points: number): Match => ({
  ruleId: `sample/${words}`,
  field: 'text',
  start: 0,
  end: words.length,
  words,
  points,
  themes: [],
});

const found = (words: string) => ({ ruleId: 'sample', field: 'text' as const, start: 0, end: words.length, words });

/** "at least 5,000", credited or not. */
export const sampleFigure = (
  words: string,
  value: number,
  unit: FigureFact['unit'] = 'executed',
  credited?: { id?: string; name: string },
): FigureFact => ({
  ...found(words),
  value,
  unit,
  ...(credited && { creditedTo: credited.name, ...(credited.id && { creditedId: credited.id }) }),
  sentence: words,
});

export const sampleWording = (
  wording: string,
  voice: WordingFact['voice'] = 'outlet',
  isHedged = false,
): WordingFact => ({ ...found(wording), wording, voice, isHedged, count: 1 });

/** The n-th anniversary of the killings. */
export const sampleOrdinal = (ordinal: number, words = `${ordinal}th anniversary`): OrdinalFact => ({
  ...found(words),
  ordinal,
  kind: 'anniversary',
  of: 'event',
  isAtLeast: false,
  impliedYear: 1988 + ordinal,
  impliedFrom: 1988 + ordinal,
  impliedTo: 1988 + ordinal,
});

export const sampleFacts = (changes: Partial<Facts> = {}): Facts => ({
  schemaVersion: 1,
  namesVersion: 'sample',
  ordinals: [],
  figures: [],
  wordings: [],
  quotations: [],
  names: [],
  events: [],
  ...changes,
});

/** One record with every field set; the article's id follows from its title and outlet. */
/** Against the rules' decision in sampleCoverage. */
export const sampleOpinion: SecondOpinion = {
  verdict: 'off-topic',
  themes: [],
  reason: 'It tells of another event.',
  model: 'a-model',
  promptVersion: '1.1',
  at: '2026-08-28T18:05:00.000Z',
  inputTokens: 1000,
  outputTokens: 50,
  microdollars: 72,
};

export function sampleCoverage(changes: Partial<Coverage> = {}): Coverage {
  const title = changes.title ?? 'Families mark the anniversary of the 1988 prison executions';
  const outletId = changes.outletId ?? 'harbour-post.example';
  const articleId = id(`${outletId} ${title}`);
  const url = `https://${outletId}/news/${articleId.slice(0, 8)}`;
  return {
    schemaVersion: 2,
    articleId,
    storyId: articleId,
    feedId: '0123456789abcdef',
    url,
    canonicalUrl: url,
    outletId,
    outletName: 'The Harbour Post',
    relation: 'independent',
    title,
    language: 'en',
    publishedAt: '2026-08-28T17:40:00.000Z',
    recordedAt: '2026-08-28T18:05:00.000Z',
    day: '2026-08-28',
    recordedDay: '2026-08-28',
    relevance: 'relevant',
    score: 12,
    threshold: 6,
    themes: ['anniversary', 'testimony'],
    matches: [
      sampleMatch('1988 prison executions', 5),
      sampleMatch('Khavaran', 3),
      sampleMatch('anniversary', 2),
      sampleMatch('families', 0),
    ],
    ruleSetVersion: 'sample',
    excerpt:
      'Relatives gathered near the Khavaran cemetery on Friday to remember those who were executed in the summer of 1988. Police kept the road closed for most of the morning, and no gathering was allowed at the graves.',
    bodyChars: 3200,
    bodySource: 'page',
    articleKey: 'articles/sample.json',
    ...changes,
  };
}

/** Many relevant articles with distinct titles from many outlets. */
export function manyArticles(count: number): Coverage[] {
  const relations = ['independent', 'agency', 'exile', 'state', 'campaign', 'unknown'] as const;
  return Array.from({ length: count }, (_, index) =>
    sampleCoverage({
      title: `Report number ${index} on the commemoration of the executions of 1988, with a headline of an ordinary length`,
      outletId: `outlet-${index % 60}.example`,
      outletName: `Outlet with a rather long name, number ${index % 60}`,
      relation: relations[index % relations.length] ?? 'unknown',
      language: ['en', 'fa', 'ar', 'de', 'fr'][index % 5] ?? 'en',
      score: 6 + (index % 13),
    }),
  );
}

export function sampleFeed(changes: Partial<Feed> = {}): Feed {
  return {
    schemaVersion: 1,
    feedId: '0123456789abcdef',
    url: 'https://harbour-post.example/feed.xml',
    title: 'The Harbour Post',
    outletId: 'harbour-post.example',
    outletName: 'The Harbour Post',
    relation: 'independent',
    language: 'en',
    note: '',
    intervalMinutes: 60,
    state: 'active',
    addedAt: '2026-01-01T00:00:00.000Z',
    nextCheckAt: '2026-08-29T06:00:00.000Z',
    lastCheckedAt: '2026-08-29T04:00:00.000Z',
    lastNewItemAt: '2026-08-28T20:00:00.000Z',
    consecutiveFailures: 0,
    newItemsToday: 0,
    ...changes,
  };
}

export const sampleFeeds: readonly Feed[] = [
  ...Array.from({ length: 38 }, () => sampleFeed()),
  sampleFeed({ consecutiveFailures: 4 }),
  sampleFeed({ state: 'gone' }),
  sampleFeed({ lastNewItemAt: '2026-05-01T00:00:00.000Z' }),
  sampleFeed({ state: 'paused' }),
];
