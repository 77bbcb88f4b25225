import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedsListCommand } from '../../lib/cli/feeds-list.ts';
import type { Feed } from '../../lib/feeds/feed.ts';
import { setLogSink } from '../../lib/log.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { feedWorld, listed } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

/** Items a minute apart, the newest last. */
const items = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    listed(String(at), { published: new Date(Date.UTC(2026, 10, 23, 5, at)).toISOString() }),
  );

async function check(feed: Partial<Feed>, count: number) {
  const world = feedWorld({ feed: { lastReadAt: '2026-11-23T07:30:00.000Z', ...feed } });
  const counts = countOutcomes('item');
  world.serve(items(count));
  await world.check();
  return { ...world, counts, taken: world.messages.length };
}

test('of many more items than usual the newest are taken, and the operator is told', async () => {
  const { feed, counts, messages, feedStore, itemStore } = await check({ pastNews: [2, 40, 3, 1, 2] }, 80);
  expect({ taken: messages.length, oldest: messages.at(-1)?.title, counts }).toEqual({
    taken: 30,
    oldest: 'Title of 50',
    counts: { 'over-limit': 50 },
  });
  const reason = 'more than 30 new items at once, of a feed that usually brings 2; the newest were taken';
  expect(itemStore.items().filter((item) => item.reason === reason).length).toBe(50);
  const { lastDetail, heldBackItems, pastNews } = feed();
  expect({ lastDetail, heldBackItems, pastNews }).toEqual({
    lastDetail: `80 items, 30 to read; 50 held back: ${reason}`,
    heldBackItems: 50,
    pastNews: [2, 40, 3, 1, 2, 30],
  });
  const printed: string[] = [];
  const io = { stdout: (text: string) => printed.push(text), stderr: (text: string) => printed.push(text) };
  await feedsListCommand({}, { feedStore }, io as unknown as Parameters<typeof feedsListCommand>[2]);
  expect(printed.join('\n')).toContain('read, 50 held back');
  expect(printed.join('\n')).toContain('1 held back: many more items than usual');
});

test('the next reading within the usual says nothing of it any more', async () => {
  const world = await check({ pastNews: [2, 2, 2] }, 80);
  world.serve(items(81));
  await world.check();
  expect({ taken: world.messages.length, heldBackItems: world.feed().heldBackItems }).toEqual({
    taken: 61,
    heldBackItems: undefined,
  });
});

test.each([
  ['a feed of which too little is known', { pastNews: [1, 1] }, 80, 80],
  ['a new feed', {}, 80, 80],
  ['thirty items of a quiet feed', { pastNews: [1, 1, 1] }, 30, 30],
  ['ten times the usual', { pastNews: [8, 8, 8] }, 80, 80],
  ['more than that', { pastNews: [8, 8, 8] }, 81, 80],
  ['what gathered while nobody asked', { pastNews: [2, 2, 2], lastReadAt: '2026-11-23T05:00:00.000Z' }, 120, 120],
  ['the daily limit, which holds besides', { pastNews: [90, 90, 90] }, 250, 200],
])('%s', async (_, feed, count, taken) => {
  expect((await check(feed, count)).taken).toBe(taken);
});

test('fourteen readings are remembered, those that brought nothing are not', async () => {
  const world = await check({ pastNews: Array.from({ length: 14 }, (_, at) => at + 1) }, 5);
  expect(world.feed().pastNews).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 5]);
  world.serve(items(4));
  await world.check();
  expect(world.feed().pastNews?.at(-1)).toBe(5);
});
