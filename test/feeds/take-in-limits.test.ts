import { afterAll, beforeAll, expect, test } from 'vitest';
import { Item } from '../../lib/feeds/item.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { listed } from '../fakes/feed-world.ts';
import { other, takeInWorld } from '../fakes/take-in-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

test('seven days to the millisecond are news, older is not; the future is now, no date is news', async () => {
  const { take, ends, messages, itemStore } = takeInWorld();
  await take([
    listed('week', { published: '2026-11-16T08:00:00.000Z' }),
    listed('older', { published: '2026-11-16T07:59:59.999Z' }),
    listed('first', { published: '0001-01-01T00:00:00.000Z' }),
    listed('future', { published: '2026-11-24T08:00:00.000Z' }),
    listed('far', { published: '+012026-11-24T08:00:00.000Z' }),
    listed('none', { published: undefined }),
    listed('nonsense', { published: 'yesterday' }),
  ]);
  expect(ends().sort()).toEqual([
    'Title of far: queued',
    'Title of first: too-old',
    'Title of future: queued',
    'Title of none: queued',
    'Title of nonsense: queued',
    'Title of older: too-old',
    'Title of week: queued',
  ]);
  const published = Object.fromEntries(messages.map(({ title, publishedAt }) => [title.slice(9), publishedAt]));
  expect(published).toEqual({
    week: '2026-11-16T08:00:00.000Z',
    future: '2026-11-23T08:00:00.000Z',
    far: '2026-11-23T08:00:00.000Z',
    none: undefined,
    nonsense: undefined,
  });
  expect(itemStore.items().map((item) => Item.parse(item))).toEqual(itemStore.items());
});

test('what was too old for one feed is no duplicate for another that gives it no date', async () => {
  const { take, messages } = takeInWorld();
  await take([listed('a', { published: '2020-01-01T00:00:00.000Z' })]);
  await take([listed('a', { published: undefined })], other);
  expect(messages.map(({ feedId }) => feedId)).toEqual([other.feedId]);
});

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => listed(String(index + from), { published: undefined }));

test('of more than 200 new items a day the newest are read, the rest is over the limit', async () => {
  const { take, counts, messages } = takeInWorld();
  const items = Array.from({ length: 210 }, (_, index) =>
    listed(String(index), { published: new Date(Date.UTC(2026, 10, 23, 0, index)).toISOString() }),
  );
  expect(await take(items)).toEqual({ queued: 200, fresh: 200 });
  expect(counts).toEqual({ 'over-limit': 10 });
  expect(messages.map(({ title }) => Number(title.slice(9))).sort((a, b) => a - b)[0]).toBe(10);
});

test('the limit counts what earlier checks of the day brought, and begins anew the next day', async () => {
  const { take, counts, clock } = takeInWorld();
  const used = sampleFeed({ newItemsDay: '2026-11-23', newItemsToday: 195, lastCheckedAt: '2026-11-23T07:30:00.000Z' });
  expect((await take(many(10), used)).queued).toBe(5);
  clock.now = '2026-11-24T00:00:00.000Z';
  expect((await take(many(10, 10), { ...used, lastCheckedAt: '2026-11-23T23:30:00.000Z' })).queued).toBe(10);
  expect(counts).toEqual({ 'over-limit': 5 });
});

test('what is over the limit of one feed can still come by another', async () => {
  const { take, messages } = takeInWorld();
  const full = sampleFeed({ newItemsDay: '2026-11-23', newItemsToday: 200, lastCheckedAt: '2026-11-23T07:30:00.000Z' });
  await take([listed('a')], full);
  await take([listed('a')], other);
  expect(messages.map(({ feedId }) => feedId)).toEqual([other.feedId]);
});

test('a check that is made again counts what the broken one had stored', async () => {
  const { take, itemStore, endAll } = takeInWorld();
  await take(many(150));
  await endAll();
  expect(await take(many(250))).toEqual({ queued: 50, fresh: 200 });
  expect(itemStore.items().filter(({ outcome }) => outcome === 'over-limit').length).toBe(50);
});

test('hostile and huge texts fit into the record and the message', async () => {
  const { take, itemStore, messages } = takeInWorld();
  await take([
    listed('a', { title: `${'🕯'.repeat(400)}`, id: `a${'🕯'.repeat(900)}`, content: 'ن'.repeat(1_000_000) }),
    listed('b', { title: `\u202E<script>\uFFFF\u0000`, id: '\uD800', summary: '\uDC00'.repeat(40_000) }),
  ]);
  const stored = itemStore.items();
  expect(stored.map((item) => Item.parse(item))).toEqual(stored);
  expect(stored.every((item) => JSON.stringify(item).isWellFormed() && !/\\ud[89a-f]/.test(JSON.stringify(item)))).toBe(
    true,
  );
  expect(messages.every((message) => Buffer.byteLength(JSON.stringify(message)) < 200_000)).toBe(true);
});
