import { beforeAll, expect, test } from 'vitest';
import { type Placed, placeStorySet } from './place-story-set.ts';
import { scoreStories } from './score-stories.ts';
import { readStorySet } from './story-set.ts';

const set = readStorySet();
let placed: Placed[];
beforeAll(async () => {
  placed = await placeStorySet(set);
});

test('the set has a hundred clusters and more, of six kinds, in eight languages and more, a third judged before anything was changed for it', () => {
  const clusters = Map.groupBy(set, ({ cluster }) => cluster);
  const real = [...clusters.values()].filter((members) => members.length > 1);
  expect(real.length).toBeGreaterThanOrEqual(100);
  expect(new Set(set.map(({ kind }) => kind)).size).toBe(7);
  const languages = new Set(real.map(([first]) => first?.language));
  for (const language of ['en', 'fa', 'ar', 'fr', 'de', 'sv', 'es', 'it']) expect(languages).toContain(language);
  const judgedFirst = real.filter(([first]) =>
    ['held-out', 'second', 'unseen', 'near-misses'].includes(first?.batch ?? ''),
  );
  expect(judgedFirst.length).toBeGreaterThanOrEqual(real.length / 3);
});

test('all of it in one table: pairs are right with precision of .98 and more, and found with recall of .85 and more', () => {
  const { precision, recall, wrong, recallByKind } = scoreStories(placed);
  expect({ wrong: precision >= 0.98 ? [] : wrong, isFound: recall >= 0.85 }).toEqual({ wrong: [], isFound: true });
  const { found = 0, pairs = 0 } = recallByKind['told-anew'] ?? {};
  expect(found / pairs).toBeGreaterThanOrEqual(0.75);
});

test.each([
  ['features', 0.85],
  ['unseen', 0.7],
  ['near-misses', 0.85],
  ['follow-ups', 0.85],
] as const)(
  'of events told anew in the manner of a feature (%s) %s and more of the pairs are found, and nothing like them is merged',
  (batch, least) => {
    const { recallByKind, wrong } = scoreStories(placed.filter(({ article }) => article.batch === batch));
    const { found = 0, pairs = 0 } = recallByKind['told-anew'] ?? {};
    expect({ wrong, isFound: found / pairs >= least }).toEqual({ wrong: [], isFound: true });
  },
);

/** Clusters that tell one event in several languages. */
const OCCASIONS: readonly (readonly string[])[] = [
  ['en-hearing-corridor', 'fa-hearing-1', 'ar-hearing-1', 'de-hearing-1', 'sv-hearing-1'],
  ['en-hearing-norway', 'fa-hearing-2', 'ar-hearing-2', 'de-hearing-2'],
  ['en-bulldozers', 'fa-khavaran-bulldozer'],
  ['en-visit-cancelled', 'fa-visit'],
  ['fa-statement-lawyers', 'ar-statement-lawyers'],
  ['en2-ottawa-motion', 'fa2-ottawa'],
  ['en2-ottawa-protest', 'fa2-registry-tehran'],
];

test('whoever tells it: events that are like each other stay apart though every text is by an outlet of its own', async () => {
  const apart = set.map((article, index) =>
    article.kind === 'told-anew' ? { ...article, outletId: `own-${index}.example` } : article,
  );
  expect(scoreStories(await placeStorySet(apart)).wrong).toEqual([]);
});

test('across languages two thirds of the pairs of clusters are noted as possibly the same event, and four of five notes are right', () => {
  const clusterOf = new Map(placed.map(({ article }) => [article.articleId, article.cluster]));
  const occasionOf = (cluster: string) => OCCASIONS.findIndex((one) => one.includes(cluster));
  const noted = placed.flatMap(({ article, place }) =>
    (place.possiblySameEvent ?? [])
      .filter(({ reasons }) => !reasons[0]?.startsWith('carries'))
      .map(({ storyId }) => [article.cluster, clusterOf.get(storyId) ?? ''].sort().join(' ')),
  );
  const isRight = (pair: string) => {
    const [one = '', other = ''] = pair.split(' ');
    return occasionOf(one) >= 0 && occasionOf(one) === occasionOf(other);
  };
  const pairs = [...new Set(noted)];
  const right = pairs.filter(isRight).length;
  const wanted = OCCASIONS.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  expect([right / wanted >= 2 / 3, right / pairs.length >= 0.8]).toEqual([true, true]);
});

test('copies are told from texts of their own', () => {
  expect(scoreStories(placed).wrongCopies).toEqual([]);
});

test('the scorer sees a story that is torn apart, and one that holds everything', () => {
  const apart = scoreStories(placed.map(({ article }) => ({ article, place: { storyId: article.articleId } })));
  expect([apart.precision, apart.recall]).toEqual([1, 0]);
  const together = scoreStories(placed.map(({ article }) => ({ article, place: { storyId: 'one' } })));
  expect([together.precision < 0.05, together.recall]).toEqual([true, 1]);
});
