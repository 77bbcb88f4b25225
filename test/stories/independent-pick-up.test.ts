import { expect, test } from 'vitest';
import { gatherStories } from '../../lib/stories/gather-stories.ts';
import { countPickUp, independentPickUp } from '../../lib/stories/independent-pick-up.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';

const article = (articleId: string, changes: Parameters<typeof sampleCoverage>[0]) =>
  sampleCoverage({ articleId, storyId: 'one', outletId: `${articleId}.example`, ...changes });

const shown = (members: ReturnType<typeof sampleCoverage>[]) =>
  gatherStories(members).map(({ storyId, lead, texts, copies }) => ({
    storyId,
    lead: lead.articleId,
    texts: texts.map(({ articleId }) => articleId),
    copies: copies.map(({ articleId }) => articleId),
  }));

test('a story is its members in the order they were seen, texts apart from copies', () => {
  const members = [
    article('late', { recordedAt: '2026-08-29T10:00:00.000Z', copyOf: 'first' }),
    article('other', { storyId: 'other', recordedAt: '2026-08-28T09:00:00.000Z' }),
    article('first', { recordedAt: '2026-08-28T08:00:00.000Z' }),
    article('own', { recordedAt: '2026-08-28T20:00:00.000Z' }),
  ];
  expect(shown(members)).toEqual([
    { storyId: 'one', lead: 'first', texts: ['first', 'own'], copies: ['late'] },
    { storyId: 'other', lead: 'other', texts: ['other'], copies: [] },
  ]);
});

test('of a text that several have the source is who published first, whoever was seen first', () => {
  const copyOf = 'campaign';
  const members = [
    article('campaign', { publishedAt: '2026-08-28T12:00:00.000Z', recordedAt: '2026-08-28T12:30:00.000Z' }),
    article('wire', { copyOf, publishedAt: '2026-08-28T08:00:00.000Z', recordedAt: '2026-08-28T13:00:00.000Z' }),
    article('paper', { copyOf, publishedAt: '2026-08-28T09:00:00.000Z', recordedAt: '2026-08-28T14:00:00.000Z' }),
  ];
  const [story] = gatherStories(members);
  expect(shown(members)).toEqual([
    { storyId: 'one', lead: 'campaign', texts: ['wire'], copies: ['campaign', 'paper'] },
  ]);
  expect(story?.copies.map((copy) => copy.copyOf)).toEqual(['wire', 'wire']);
});

test.each([
  ['published before it', '2026-08-28T08:00:00.000Z', 'agency', 'wire'],
  ['of the same day, without a time', '2026-08-28T00:00:00.000Z', 'agency', 'wire'],
  ['published after it', '2026-08-28T14:00:00.000Z', 'agency', 'campaign'],
  ['of the same day, of an independent outlet', '2026-08-28T00:00:00.000Z', 'independent', 'campaign'],
] as const)(
  'a campaign’s copy that is seen first leads its story unless the text is a news outlet’s: %s',
  (_, publishedAt, relation, lead) => {
    const [story] = gatherStories([
      article('campaign', {
        relation: 'campaign',
        publishedAt: '2026-08-28T12:00:00.000Z',
        recordedAt: '2026-08-28T12:30:00.000Z',
      }),
      article('wire', { copyOf: 'campaign', relation, publishedAt, recordedAt: '2026-08-28T13:00:00.000Z' }),
      article('paper', {
        copyOf: 'campaign',
        publishedAt: '2026-08-28T15:00:00.000Z',
        recordedAt: '2026-08-28T16:00:00.000Z',
      }),
    ]);
    const pickUp = story && independentPickUp(story);
    expect([story?.lead.articleId, story?.members[0]?.articleId]).toEqual([lead, 'campaign']);
    expect([pickUp?.independent.articles, pickUp?.carriage.articles]).toEqual(lead === 'wire' ? [1, 1] : [0, 2]);
  },
);

test.each([
  ['a date without a time on the same day', '2026-08-28T00:00:00.000Z', 'first'],
  ['a date without a time on the day before', '2026-08-27T00:00:00.000Z', 'copy'],
  ['no date', undefined, 'first'],
])('%s tells who was the source, or leaves it with who was seen first', (_, publishedAt, source) => {
  const { publishedAt: __, ...undated } = article('copy', { copyOf: 'first', recordedAt: '2026-08-29T10:00:00.000Z' });
  const copy = publishedAt === undefined ? undated : { ...undated, publishedAt };
  expect(shown([article('first', {}), copy])[0]?.texts).toEqual([source]);
});

test('a window that begins after the first text holds its copies as copies', () => {
  expect(shown([article('late', { copyOf: 'first' })])).toEqual([
    { storyId: 'one', lead: 'late', texts: [], copies: ['late'] },
  ]);
});

test('articles seen at the same moment have the same order wherever they are gathered', () => {
  const [one, two] = [article('aa', {}), article('bb', {})];
  expect(shown([two, one])).toEqual(shown([one, two]));
});

test('the reasons of every member for another story are kept once each, and a link to itself is none', () => {
  const link = (storyId: string, ...reasons: string[]) => ({ storyId, reasons });
  const [story] = gatherStories([
    article('aa', { possiblySameEvent: [link('x', 'same figure', 'same person'), link('one', 'itself')] }),
    article('bb', { possiblySameEvent: [link('x', 'same person', 'same link'), link('y', 'same date')] }),
  ]);
  expect(story?.possiblySameEvent).toEqual([
    link('x', 'same figure', 'same person', 'same link'),
    link('y', 'same date'),
  ]);
});

const none = { articles: 0, outletIds: [] };

test('independent pick-up is outlets with their own text; carriage and every other relation stand apart', () => {
  const [story] = gatherStories([
    article('a', { relation: 'campaign' }),
    article('b', { relation: 'independent' }),
    article('c', { relation: 'independent', copyOf: 'a' }),
    article('d', { relation: 'agency' }),
    article('e', { relation: 'agency', copyOf: 'd' }),
    article('f', { relation: 'independent', outletId: 'b.example' }),
    article('g', { relation: 'unknown', copyOf: 'a' }),
    article('h', { relation: 'state' }),
    article('i', { relation: 'campaign', copyOf: 'a' }),
  ]);
  expect(story && independentPickUp(story)).toEqual({
    independent: { articles: 3, outletIds: ['b.example', 'd.example'] },
    carriage: { articles: 2, outletIds: ['c.example', 'e.example'] },
    campaign: { articles: 2, outletIds: ['a.example', 'i.example'] },
    state: { articles: 1, outletIds: ['h.example'] },
    rights: none,
    igo: none,
    exile: none,
    blog: none,
    unknown: { articles: 1, outletIds: ['g.example'] },
  });
});

test('twenty copies of one report are twenty articles and one story', () => {
  const copies = Array.from({ length: 20 }, (_, at) => article(`copy-${at}`, { copyOf: 'first' }));
  const stories = gatherStories([
    article('first', { relation: 'agency' }),
    ...copies,
    article('other', { storyId: 'other' }),
  ]);
  const { independent, carriage } = countPickUp(stories);
  expect([independent, carriage]).toEqual([
    { articles: 2, stories: 2 },
    { articles: 20, stories: 1 },
  ]);
});
