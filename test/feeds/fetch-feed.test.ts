import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feed } from '../../lib/feeds/feed.ts';
import type { FeedReading } from '../../lib/feeds/feed-reader.ts';
import { type FetchFeedNeeds, fetchFeed } from '../../lib/feeds/fetch-feed.ts';
import { setLogSink } from '../../lib/log.ts';
import { type Break, breaking, MOMENTS, NEVER } from '../fakes/breaking.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { feedWorld, fetchedDocument, listed } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

test('a document is read, its items queued, and the feed says so', async () => {
  const world = feedWorld({ feed: { consecutiveFailures: 2, notBefore: '2026-11-23T07:00:00.000Z' } });
  const counts = countOutcomes('fetch-feed');
  world.serve([listed('a'), listed('b')], { lastModified: 'Mon, 23 Nov 2026 07:00:00 GMT' });
  const before = world.feed();
  expect(await world.check()).toBe('read');
  const { notBefore: _, ...rest } = before;
  expect(world.feed()).toEqual({
    ...rest,
    etag: '"1"',
    lastModified: 'Mon, 23 Nov 2026 07:00:00 GMT',
    bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    lastCheckedAt: '2026-11-23T08:00:00.000Z',
    lastReadAt: '2026-11-23T08:00:00.000Z',
    lastNewItemAt: '2026-11-23T08:00:00.000Z',
    lastOutcome: 'read',
    lastDetail: '2 items, 2 to read',
    nextCheckAt: '2026-11-23T08:30:00.000Z',
    consecutiveFailures: 0,
    newItemsDay: '2026-11-23',
    newItemsToday: 2,
  });
  expect({ counts, titles: world.messages.map(({ title }) => title) }).toEqual({
    counts: { read: 1 },
    titles: ['Title of a', 'Title of b'],
  });
});

test('the second request is conditional, and the same bytes are not read again', async () => {
  const world = feedWorld();
  world.serve([listed('a')]);
  await world.check();
  world.server.reading = { status: 'broken', detail: 'must not be read' };
  expect(await world.check()).toBe('unchanged');
  expect(world.requests[1]).toEqual({
    url: world.feed().url,
    kind: 'feed',
    etag: '"1"',
    lastModified: undefined,
  });
  world.server.answer = { status: 'not-modified', movedPermanentlyTo: undefined };
  expect(await world.check()).toBe('unchanged');
  expect(world.feed().bodyHash).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['not a feed', { status: 'not-a-feed', detail: 'a web page', linkedFeeds: [] }, 'not-a-feed'],
  ['broken', { status: 'broken', detail: 'cut off' }, 'broken'],
  ['too costly', { status: 'killed', reason: 'too-slow', detail: 'took too much time' }, 'broken'],
] satisfies [string, FeedReading, string][])(
  'a document that is %s leaves no validators, so that it is tried again',
  async (_, reading, outcome) => {
    const world = feedWorld({ feed: { etag: '"0"' } });
    world.server.answer = fetchedDocument({ movedPermanentlyTo: 'https://new.example/' });
    world.server.reading = reading;
    expect(await world.check()).toBe(outcome);
    const { etag, bodyHash, movedTo, consecutiveFailures, lastDetail } = world.feed();
    expect({ etag, bodyHash, movedTo, consecutiveFailures, lastDetail }).toEqual({
      etag: '"0"',
      bodyHash: undefined,
      movedTo: undefined,
      consecutiveFailures: 1,
      lastDetail: reading.detail,
    });
  },
);

test('the third sighting of a permanent redirect moves the feed, be it in a document, its equal or a 304', async () => {
  const world = feedWorld();
  const movedPermanentlyTo = 'https://new.example/feed';
  world.serve([listed('a')], { movedPermanentlyTo });
  expect([await world.check(), world.feed().movedTo?.sightings]).toEqual(['read', 1]);
  expect([await world.check(), world.feed().movedTo?.sightings]).toEqual(['unchanged', 2]);
  world.server.answer = { status: 'not-modified', movedPermanentlyTo };
  expect([await world.check(), world.feed().movedTo, world.feed().url]).toEqual([
    'unchanged',
    undefined,
    movedPermanentlyTo,
  ]);
});

describe('a message without a check to make asks nobody', () => {
  const end = async (feed: Partial<Feed>, message: object) => {
    const world = feedWorld({ feed });
    const { feedId, url } = world.feed();
    const outcome = await fetchFeed({ feedId, url, ...message }, world.needs);
    return { outcome, requests: world.requests.length };
  };
  test('to a feed that was removed', async () => {
    expect(await end({}, { feedId: '0000000000000000' })).toEqual({ outcome: 'removed', requests: 0 });
  });
  test('to a feed that was paused', async () => {
    expect(await end({ state: 'paused' }, {})).toEqual({ outcome: 'paused', requests: 0 });
  });
  test('to a feed that was checked since', async () => {
    const lastCheckedAt = '2026-11-23T07:00:00.000Z';
    expect(await end({ lastCheckedAt }, {})).toEqual({ outcome: 'already-checked', requests: 0 });
    expect(await end({}, { lastCheckedAt })).toEqual({ outcome: 'already-checked', requests: 0 });
  });
});

describe('what the operator does during a check stands', () => {
  const during = async (
    feed: Partial<Feed>,
    act: (world: ReturnType<typeof feedWorld>) => Promise<unknown>,
    gone = false,
  ) => {
    const world = feedWorld({ feed });
    world.serve([]);
    const answer = gone ? ({ status: 'failed', reason: 'gone', detail: '410' } as const) : world.server.answer;
    world.needs.webFetcher = {
      async fetch() {
        await act(world);
        return answer;
      },
    };
    await world.check();
    return world;
  };
  const pause = (world: ReturnType<typeof feedWorld>) =>
    world.feedStore.update(world.feed().feedId, { state: 'paused' });

  test('a pause, whatever the server answers', async () => {
    expect((await during({}, pause)).feed().state).toBe('paused');
    expect((await during({}, pause, true)).feed().state).toBe('paused');
    expect((await during({ state: 'gone' }, pause)).feed().state).toBe('paused');
    expect((await during({ state: 'gone' }, pause, true)).feed().state).toBe('paused');
  });
  test('a removal', async () => {
    const world = await during({}, (open) => open.feedStore.remove(open.feed().feedId));
    expect(world.feedStore.feeds()).toEqual([]);
  });
  test('a change of the settings', async () => {
    const world = await during({}, (open) =>
      open.feedStore.update(open.feed().feedId, { title: 'New', intervalMinutes: 5 }),
    );
    expect(world.feed()).toMatchObject({ title: 'New', intervalMinutes: 5, lastOutcome: 'read' });
  });
});

test('410 calls a feed gone, and a document brings it back', async () => {
  const world = feedWorld();
  world.server.answer = { status: 'failed', reason: 'gone', detail: 'the server answered 410' };
  expect([await world.check(), world.feed().state, world.feed().nextCheckAt]).toEqual([
    'gone',
    'gone',
    '2026-11-24T08:00:00.000Z',
  ]);
  world.serve([listed('a')]);
  expect([await world.check(), world.feed().state]).toEqual(['read', 'active']);
});

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
