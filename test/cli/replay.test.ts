import { beforeEach, describe, expect, test } from 'vitest';
import { type ReplayCommandNeeds, replayCommand } from '../../lib/cli/replay.ts';
import type { Item, ItemOutcome } from '../../lib/feeds/item.ts';
import type { ArticleMessage } from '../../lib/feeds/work-queues.ts';
import { messageOf } from '../fakes/article-world.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { createMemoryItemStore } from '../fakes/memory-item-store.ts';
import { createMemoryQueue } from '../fakes/memory-queue.ts';
import { recordedIo } from './recorded-io.ts';
import { at, sampleFeed } from './sample-feed.ts';

const running = new AbortController().signal;
const now = () => at;

function itemOf(name: string, outcome?: ItemOutcome, changes: Partial<Item> = {}): Item {
  const { articleId, feedId, url, canonicalUrl, title } = messageOf(name);
  const end = outcome && { outcome, reason: 'before', endedAt: '2026-11-22T09:00:00.000Z' };
  return {
    ...{ schemaVersion: 1, articleId, feedId, url, canonicalUrl, title, firstSeenAt: '2026-11-22T08:00:00.000Z' },
    ...{ state: end ? 'done' : 'queued', trace: [], expiresAt: at.getTime() / 1000 + 86_400 },
    ...end,
    ...changes,
  };
}

let world: Awaited<ReturnType<typeof worldOf>>;
async function worldOf(items: readonly Item[]) {
  const itemStore = createMemoryItemStore(now);
  for (const item of items) {
    await itemStore.addItem(item);
    const { articleId, feedId, expiresAt } = item;
    await itemStore.claimIdentity({ identity: `url|${articleId}`, articleId, feedId, expiresAt });
  }
  const articleQueue = createMemoryQueue<ArticleMessage>();
  const asked: string[] = [];
  const needs: ReplayCommandNeeds = {
    itemStore,
    articleQueue,
    itemScan: {
      // Two to a page, as they are stored.
      async *pages(since) {
        const all = itemStore.items().filter(({ firstSeenAt }) => firstSeenAt >= since);
        for (let from = 0; from < all.length; from += 2) yield { items: all.slice(from, from + 2), looked: from + 2 };
      },
    },
    feedStore: createMemoryFeedStore([sampleFeed()]),
    webFetcher: {
      async fetch({ url }) {
        asked.push(url);
        return { status: 'failed', reason: 'unreachable', detail: 'no answer' } as never;
      },
    },
    feedReader: { read: () => Promise.reject(new Error('nothing was fetched')) },
    now,
    signal: running,
  };
  return { needs, itemStore, sent: articleQueue.messages, asked };
}

async function replay(options: Partial<Parameters<typeof replayCommand>[0]> = {}, needs = world.needs) {
  const io = recordedIo();
  await replayCommand({ since: '3d', json: true, ...options }, needs, io);
  return JSON.parse(io.out.join(''));
}
const all = ['unavailable', 'unreadable', 'blocked', 'off-topic', 'passing-mention', 'over-limit', 'too-old'] as const;

beforeEach(async () => {
  const ended = [...all, 'recorded' as const, 'duplicate' as const].map((outcome) => itemOf(outcome, outcome));
  world = await worldOf([itemOf('lost'), ...ended]);
});

test('what was lost, could not be had or could not be read is sent again by default, and its trace says so', async () => {
  expect(await replay()).toMatchObject({ total: 3, sent: { none: 1, unavailable: 1, unreadable: 1 }, changed: 0 });
  const stateOf = (name: string) => world.itemStore.items().find(({ title }) => title === `Title of ${name}`);
  expect(stateOf('unavailable')).toEqual({
    ...itemOf('unavailable'),
    replay: { at: at.toISOString(), from: 'unavailable' },
    trace: [
      {
        at: at.toISOString(),
        stage: 'replay',
        what: 'sent again by the operator; it had ended as unavailable: before',
      },
    ],
  });
  expect(stateOf('lost')?.trace.map(({ what }) => what)).toEqual(['sent again by the operator; it had no end']);
  expect(stateOf('off-topic')).toEqual(itemOf('off-topic', 'off-topic'));
  const { publishedAt: _published, ...message } = messageOf('unavailable');
  expect(world.sent).toContainEqual({
    ...message,
    firstSeenAt: '2026-11-22T08:00:00.000Z',
    replay: { at: at.toISOString(), from: 'unavailable' },
  });
});

test.each(all)('an item that ended %s is sent when that is asked, and nothing else is', async (outcome) => {
  expect(await replay({ outcome })).toMatchObject({ total: 1, sent: { [outcome]: 1 } });
  expect(world.sent.map(({ title }) => title)).toEqual([`Title of ${outcome}`]);
});

test('twice, it changes no more than once: what is sent has no end and is only sent again', async () => {
  await replay();
  const before = world.itemStore.items().map(({ trace: _trace, ...item }) => item);
  expect(await replay()).toMatchObject({ sent: { none: 3 } });
  expect(world.itemStore.items().map(({ trace: _trace, ...item }) => item)).toEqual(before);
  expect(new Set(world.sent.map(({ replay: wish }) => JSON.stringify(wish)))).toHaveLength(3);
});

test('an item that ends, or is sent by another, while it is looked at is left as it is', async () => {
  const raced = {
    ...world.needs,
    itemScan: {
      async *pages() {
        const read = world.itemStore
          .items()
          .filter(({ outcome }) => outcome === 'unavailable' || outcome === undefined);
        for (const item of read) {
          if (item.outcome) await world.itemStore.reopenItem(item, { at: 'x' }, { at: 'x', stage: 'x', what: 'other' });
          else
            await world.itemStore.endItem(item.articleId, item.feedId, {
              outcome: 'recorded',
              reason: '',
              at: 'x',
              trace: [],
            });
        }
        yield { items: read, looked: read.length };
      },
    },
  };
  expect(await replay({}, raced)).toMatchObject({ total: 0, changed: 2 });
  expect(world.sent).toEqual([]);
});

test('a dry run counts and changes nothing', async () => {
  const before = world.itemStore.items();
  expect(await replay({ dryRun: true })).toMatchObject({ total: 3, dryRun: true });
  expect([world.itemStore.items(), world.sent, world.asked]).toEqual([before, [], []]);
});

test('of one feed, and first seen since a time', async () => {
  world = await worldOf([
    itemOf('here', 'unavailable'),
    itemOf('other', 'unavailable', { feedId: 'fedcba9876543210' }),
    itemOf('older', 'unavailable', { firstSeenAt: '2026-11-19T08:00:00.000Z' }),
  ]);
  await replay({ feed: sampleFeed().url });
  expect(world.sent.map(({ title }) => title)).toEqual(['Title of here']);
  await replay({ since: '2026-11-19', outcome: 'unavailable' });
  expect(world.sent.map(({ title }) => title).sort()).toEqual(['Title of here', 'Title of older', 'Title of other']);
  // Its feed is not in the list any more: the outlet is known by its host.
  expect(world.sent.find(({ title }) => title === 'Title of other')?.outletId).toBe('news.example.org');
});

test('an item that was held back is left out when another feed has brought the article', async () => {
  const held = itemOf('held back', 'over-limit');
  world = await worldOf([{ ...held, feedId: 'fedcba9876543210', outcome: 'duplicate' }, held]);
  expect(await replay({ outcome: 'over-limit' })).toMatchObject({ total: 0, listedElsewhere: 1 });
  expect(world.sent).toEqual([]);
});

test('the feed is asked for the text of what was lost, once, and a feed that does not answer loses nothing', async () => {
  world = await worldOf([itemOf('lost'), itemOf('lost too'), itemOf('gone', 'unavailable')]);
  await replay();
  expect(world.asked).toEqual([sampleFeed().url]);
  expect(world.sent).toHaveLength(3);
});

test('stopped, it has sent whatever it took an end from', async () => {
  const stop = new AbortController();
  const { itemStore } = world.needs;
  const stopping = {
    ...world.needs,
    signal: stop.signal,
    itemStore: {
      ...itemStore,
      async reopenItem(...args: Parameters<typeof itemStore.reopenItem>) {
        stop.abort();
        return itemStore.reopenItem(...args);
      },
    },
  };
  await expect(replay({ outcome: all.join(',') }, stopping)).rejects.toMatchObject({ exitCode: 130 });
  const open = world.itemStore.items().filter(({ replay: wish }) => wish !== undefined);
  expect(open.map(({ title }) => title).sort()).toEqual(world.sent.map(({ title }) => title).sort());
  expect(open.length).toBeLessThan(all.length);
});

describe('wrong usage is said in one line', () => {
  test.each([
    [{ outcome: 'recorded' }, '--outcome recorded: what is in the table stays there; choose of none, '],
    [{ outcome: 'duplicate' }, '--outcome duplicate: its article is read under its first address; choose of none, '],
    [{ outcome: 'off-topic,odd' }, '--outcome odd: choose of none, '],
    [{ since: 'yesterday' }, '--since yesterday: write 36h, 2d, 2026-11-20 or 2026-11-20T08:00:00Z'],
    [{ since: '2026-13-40' }, '--since 2026-13-40: write '],
    [{ since: '2026-12-24' }, '--since 2026-12-24: is in the future'],
  ])('%o', async (options, message) => {
    await expect(replay(options)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
  });
});
