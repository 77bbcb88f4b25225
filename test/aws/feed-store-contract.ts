import { expect, test } from 'vitest';
import type { FeedStore } from '../../lib/feeds/feed-store.ts';
import { sampleFeed } from '../cli/sample-feed.ts';

const earlier = '2026-11-23T07:00:00.000Z';
const later = '2026-11-23T09:00:00.000Z';
const feedAt = (name: string, changes: Parameters<typeof sampleFeed>[0] = {}) =>
  sampleFeed({ url: `https://${name}.example/feed.xml`, title: name, ...changes });

/** What every FeedStore keeps. Each test has a list of its own, empty at first. */
export function keepsFeeds(emptyStore: () => Promise<FeedStore>): void {
  test('a feed is added once and read back whole', async () => {
    const store = await emptyStore();
    const feed = feedAt('once', { note: '' });
    expect(await store.get(feed.feedId)).toBeUndefined();
    expect(await store.add(feed)).toBe(true);
    expect(await store.add({ ...feed, title: 'another' })).toBe(false);
    expect(await store.get(feed.feedId)).toEqual(feed);
  });

  test('an update replaces what is given, removes what is undefined and leaves the rest', async () => {
    const store = await emptyStore();
    const feed = feedAt('update', { etag: '"a"', lastDetail: 'before' });
    await store.add(feed);
    const changes = { etag: undefined, movedTo: { url: 'https://new.example/', sightings: 1 }, lastDetail: 'after' };
    expect(await store.update(feed.feedId, changes)).toBe(true);
    const { etag, ...rest } = feed;
    expect(etag).toBe('"a"');
    expect(await store.get(feed.feedId)).toEqual({ ...rest, movedTo: changes.movedTo, lastDetail: 'after' });
  });

  test('an update of a removed feed changes nothing and does not bring it back', async () => {
    const store = await emptyStore();
    const feed = feedAt('removed');
    await store.add(feed);
    expect([await store.remove(feed.feedId), await store.remove(feed.feedId)]).toEqual([true, false]);
    expect(await store.update(feed.feedId, { lastDetail: 'late' })).toBe(false);
    expect(await store.get(feed.feedId)).toBeUndefined();
  });

  test('an update that is bound to a state leaves a feed in another state alone', async () => {
    const store = await emptyStore();
    const feed = feedAt('bound', { state: 'paused' });
    await store.add(feed);
    expect(await store.update(feed.feedId, { state: 'gone' }, 'active')).toBe(false);
    expect(await store.get(feed.feedId)).toEqual(feed);
    expect(await store.update(feed.feedId, { state: 'active' }, 'paused')).toBe(true);
    expect(await store.get(feed.feedId)).toEqual({ ...feed, state: 'active' });
    expect(await store.update('0000000000000000', { state: 'gone' }, 'active')).toBe(false);
  });

  test('the list holds feeds of every state, by title', async () => {
    const store = await emptyStore();
    const feeds = [feedAt('c', { state: 'gone' }), feedAt('a', { state: 'paused' }), feedAt('b')];
    for (const feed of feeds) await store.add(feed);
    expect((await store.list()).map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  });

  test('due are active and gone feeds whose time has come, to the millisecond, the longest waiting first', async () => {
    const store = await emptyStore();
    const now = '2026-11-23T08:00:00.000Z';
    const feeds = [
      feedAt('now', { nextCheckAt: now }),
      feedAt('just-not', { nextCheckAt: '2026-11-23T08:00:00.001Z' }),
      feedAt('gone', { nextCheckAt: earlier, state: 'gone' }),
      feedAt('paused', { nextCheckAt: earlier, state: 'paused' }),
      feedAt('later', { nextCheckAt: later }),
    ];
    for (const feed of feeds) await store.add(feed);
    expect((await store.listDue(now)).map(({ title }) => title)).toEqual(['gone', 'now']);
  });

  test('a list of several pages comes whole', async () => {
    const store = await emptyStore();
    // 16 × 80 KB is more than the megabyte that one page holds.
    const feeds = Array.from({ length: 16 }, (_, index) => feedAt(`big-${index}`, { note: 'n'.repeat(80_000) }));
    for (const feed of feeds) await store.add(feed);
    expect((await store.list()).length).toBe(16);
    expect((await store.listDue(later)).length).toBe(16);
  });
}
