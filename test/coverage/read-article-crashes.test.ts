import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadArticleNeeds } from '../../lib/coverage/read-article.ts';
import { setLogSink } from '../../lib/log.ts';
import { article, articleWorld, classification, messageOf } from '../fakes/article-world.ts';
import { type Break, breaking, MOMENTS, NEVER } from '../fakes/breaking.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const PORTS = ['itemStore', 'feedStore', 'coverageStore', 'webFetcher', 'articleReader', 'pageArchive'] as const;
const message = messageOf('a');

type Way = 'relevant' | 'off-topic' | 'duplicate';

/** One message, broken as planned at its first delivery and delivered twice more. */
async function live(plan: Break, way: Way, weaken = (needs: ReadArticleNeeds) => needs) {
  const counts = countOutcomes('item');
  const world = articleWorld();
  await world.queue(message);
  if (way === 'off-topic') world.page.verdict = classification({ relevance: 'off-topic' });
  if (way === 'duplicate') {
    const first = messageOf('first');
    await world.queue(first);
    world.page.reading = { status: 'read', article: article({ canonicalUrl: first.url }) };
  }
  const { needs, calls, revive } = breaking(weaken(world.needs), PORTS, plan);
  await world.read(message, 1, needs).catch(() => 'broken');
  const firstCalls = [...calls];
  revive();
  await world.read(message, 2, needs);
  await world.read(message, 3, needs);
  return {
    calls: firstCalls,
    counts: { ...counts },
    items: world.itemStore.items(),
    names: world.itemStore.names(),
    records: world.coverageStore.records(),
    objects: world.archive.keys(),
  };
}

test.each(['relevant', 'off-topic', 'duplicate'] as const)(
  'whatever port call the reading of a page that is %s breaks at, the message that comes again ends it the same, once',
  async (way) => {
    const { calls, ...undisturbed } = await live(NEVER, way);
    expect(Object.values(undisturbed.counts)).toEqual([1]);
    const differing: string[] = [];
    for (const [index, called] of calls.entries()) {
      for (const moment of MOMENTS) {
        const { calls: _, ...broken } = await live({ call: index + 1, moment }, way);
        // The end is counted just after it is written: a process that is gone between the two does not count it.
        if (called === 'itemStore.endItem' && moment === 'after the effect') {
          expect(broken.counts).toEqual({});
          broken.counts = undisturbed.counts;
        }
        if (JSON.stringify(broken) !== JSON.stringify(undisturbed)) differing.push(`${moment} of ${called}`);
      }
    }
    expect(calls.length).toBeGreaterThanOrEqual(5);
    expect(differing).toEqual([]);
  },
);

test('a message that is delivered twice at once is recorded once and counted once', async () => {
  const counts = countOutcomes('item');
  const world = articleWorld();
  await world.queue(message);
  const ends = await Promise.all([world.read(message), world.read(message)]);
  expect(ends.sort()).toEqual(['already-ended', 'recorded']);
  expect({ counts, records: world.coverageStore.records().length }).toEqual({ counts: { recorded: 1 }, records: 1 });
});

test('the exploration sees an item counted at every delivery where ends are not conditional', async () => {
  const unconditional = (needs: ReadArticleNeeds): ReadArticleNeeds => ({
    ...needs,
    itemStore: { ...needs.itemStore, findItems: async () => [], endItem: async () => true },
  });
  const { counts } = await live(NEVER, 'relevant', unconditional);
  expect(counts).toEqual({ recorded: 3 });
});
