import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Feed } from '../../lib/feeds/feed.ts';
import { type FetchFeedNeeds, fetchFeed } from '../../lib/feeds/fetch-feed.ts';
import { setLogSink } from '../../lib/log.ts';
import { type Break, breaking, MOMENTS, NEVER } from '../fakes/breaking.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { feedWorld, listed } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const PORTS = ['feedStore', 'itemStore', 'webFetcher', 'feedReader', 'articleQueue'] as const;

/** A feed with items of every end; the first delivery breaks as planned, then the message comes again. */
async function live(
  plan: Break,
  state: Feed['state'] = 'active',
  weaken: (needs: FetchFeedNeeds) => FetchFeedNeeds = (needs) => needs,
) {
  const counts = countOutcomes('item');
  const world = feedWorld({ feed: { state, newItemsDay: '2026-11-23', newItemsToday: 197 } });
  await world.itemStore.claimIdentity({
    identity: 'url|3b1e9ee05a7cb3b4b9d6d8dd0a3c7e51',
    articleId: '3b1e9ee05a7cb3b4b9d6d8dd0a3c7e51',
    feedId: 'another feed',
    expiresAt: 2_000_000_000,
  });
  world.serve([
    listed('a'),
    listed('b', { published: undefined }),
    listed('c', { published: '2026-11-23T06:00:00.000Z' }),
    listed('d', { published: '2020-01-01T00:00:00.000Z' }),
    listed('e', { published: undefined }),
    listed('a', { id: 'twice' }),
    listed('f', { link: undefined }),
  ]);
  const { needs, calls, revive } = breaking(weaken(world.needs), PORTS, plan);
  const { feedId, url } = world.feed();
  await fetchFeed({ feedId, url }, needs).catch(() => 'broken');
  revive();
  const firstCalls = [...calls];
  await fetchFeed({ feedId, url }, needs);
  const { lastNewItemAt, newItemsToday, lastOutcome } = world.feed();
  return {
    calls: firstCalls,
    counts: { ...counts },
    items: world.itemStore.items(),
    names: world.itemStore.names(),
    queued: [...new Set(world.messages.map((message) => JSON.stringify(message)))].sort(),
    feed: { lastNewItemAt, newItemsToday, lastOutcome, state: world.feed().state },
  };
}

test.each(['active', 'gone'] as const)(
  'whatever port call a check of a feed that is %s breaks at, the message that comes again loses no item and counts each once',
  async (state) => {
    const undisturbed = await live(NEVER, state);
    const own = ({ counts, items, names, queued, feed }: typeof undisturbed) =>
      JSON.stringify({ counts: [counts['too-old'], counts['over-limit']], items, names, queued, feed });
    expect(undisturbed.items.map(({ outcome, state: end }) => outcome ?? end).sort()).toEqual([
      'over-limit',
      'queued',
      'queued',
      'queued',
      'too-old',
    ]);
    const differing: string[] = [];
    let plans = 0;
    for (const [index, called] of undisturbed.calls.entries()) {
      for (const moment of MOMENTS) {
        plans += 1;
        const life = await live({ call: index + 1, moment }, state);
        // An end is counted just after it is written: a process that is gone between the two does not count it.
        if (called === 'itemStore.addItem' && moment === 'after the effect') life.counts = undisturbed.counts;
        if (own(life) !== own(undisturbed)) differing.push(`${moment} of call ${index + 1}, ${called}`);
      }
    }
    expect(plans).toBeGreaterThan(20);
    expect(differing).toEqual([]);
  },
);

test('the exploration sees an item lost where it is noted as seen before it is queued', async () => {
  const notedAsSeen = (needs: FetchFeedNeeds): FetchFeedNeeds => ({
    ...needs,
    itemStore: {
      ...needs.itemStore,
      addItem: (item) => needs.itemStore.addItem({ ...item, state: 'done', outcome: item.outcome ?? 'recorded' }),
    },
  });
  const { calls, queued } = await live(NEVER, 'active', notedAsSeen);
  const call = calls.indexOf('articleQueue.send') + 1;
  const broken = await live({ call, moment: 'before the effect' }, 'active', notedAsSeen);
  expect([queued.length, broken.queued.length]).toEqual([3, 0]);
});
