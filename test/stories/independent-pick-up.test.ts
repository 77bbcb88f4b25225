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
