import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feed } from '../../lib/feeds/feed.ts';
import type { FeedReading } from '../../lib/feeds/feed-reader.ts';
import { fetchFeed } from '../../lib/feeds/fetch-feed.ts';
import { setLogSink } from '../../lib/log.ts';
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
    pastNews: [2],
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
