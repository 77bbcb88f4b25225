import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleIdOf, canonicalUrl } from '../../lib/feeds/canonical-url.ts';
import type { Feed } from '../../lib/feeds/feed.ts';
import { Item } from '../../lib/feeds/item.ts';
import type { ParsedItem } from '../../lib/feeds/parsed-feed.ts';
import { takeInItems } from '../../lib/feeds/take-in-items.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { document, feedWorld, listed } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const feed = sampleFeed();
const other = sampleFeed({ url: 'https://other.example.org/feed.xml', title: 'Other' });

/** A world in which any feed takes in a document; `ends` are the items as they stand, by title. */
function open() {
  const world = feedWorld({ feeds: [feed, other] });
  const counts = countOutcomes('item');
  return {
    ...world,
    counts,
    take: (items: ParsedItem[], of: Feed = feed) => takeInItems(of, document(items), world.needs),
    ends: () => world.itemStore.items().map(({ title, outcome, state }) => `${title}: ${outcome ?? state}`),
    async endAll() {
      for (const { articleId, feedId, state } of world.itemStore.items()) {
        const end = { outcome: 'off-topic' as const, reason: '', at: world.clock.now, trace: [] };
        if (state === 'queued') await world.itemStore.endItem(articleId, feedId, end);
      }
    },
  };
}

test('a new item is stored, claimed by its address and its guid, and queued with all that the feed says', async () => {
  const { take, messages, itemStore, counts } = open();
  const item = listed('a', { link: 'http://www.news.example.org/a/?utm_source=rss', summary: '<p>A <b>text</b></p>' });
  expect(await take([item])).toEqual({ queued: 1, fresh: 1 });
  const canonical = canonicalUrl(item.link ?? '');
  const shared = {
    articleId: articleIdOf(canonical),
    feedId: feed.feedId,
    url: item.link,
    canonicalUrl: canonical,
    title: 'Title of a',
    publishedAt: '2026-11-23T07:00:00.000Z',
    firstSeenAt: '2026-11-23T08:00:00.000Z',
  };
  expect(messages).toEqual([{ ...shared, outletId: feed.outletId, feedText: 'A text' }]);
  expect(itemStore.items()).toEqual([
    {
      ...shared,
      schemaVersion: 1,
      guid: 'guid of a',
      state: 'queued',
      trace: [
        {
          at: '2026-11-23T08:00:00.000Z',
          stage: 'fetch-feed',
          what: 'listed by Example News; new, queued for reading',
        },
      ],
      expiresAt: Date.parse('2026-11-23T08:00:00Z') / 1000 + 400 * 86_400,
    },
  ]);
  expect(itemStore.names()).toEqual([
    expect.stringMatching(new RegExp(`^guid\\|${feed.feedId}\\|[0-9a-f]{32}$`)),
    `url|${shared.articleId}`,
  ]);
  expect(counts).toEqual({});
});

test('an item without an end is queued at every reading, one with an end never again', async () => {
  const { take, messages, counts, endAll } = open();
  await take([listed('a')]);
  expect(await take([listed('a')])).toEqual({ queued: 1, fresh: 1 });
  expect(messages[1]).toEqual(messages[0]);
  await endAll();
  const read = sampleFeed({ lastCheckedAt: '2026-11-23T08:00:00.000Z' });
  expect(await take([listed('a')], read)).toEqual({ queued: 0, fresh: 0 });
  expect(counts).toEqual({ known: 1 });
});

test.each([
  ['another guid', { id: 'churned' }],
  ['no guid', { id: undefined }],
  ['a later date', { published: '2026-11-23T07:59:00.000Z' }],
  ['another title', { title: 'Reworded' }],
  ['tracking parameters', { link: 'https://www.news.example.org/a?utm_medium=feed#top' }],
  ['another address and title, the guid and the date as before', { link: 'https://news.example.org/b', title: 'B' }],
  [
    'another address and date, the guid and the title as before',
    { link: 'https://news.example.org/b', published: '2026-11-23T07:30:00.000Z' },
  ],
])('an item that comes again with %s is known', async (_, changes) => {
  const { take, counts, messages, endAll } = open();
  await take([listed('a')]);
  await endAll();
  expect((await take([listed('a', changes)])).queued).toBe(0);
  expect({ counts, messages: messages.length }).toEqual({ counts: { known: 1 }, messages: 1 });
});

test('an item that links through a counter is asked at, and known by, the address that its publisher gave', async () => {
  const { take, messages, counts } = open();
  const link = 'https://feeds.counter.example/~r/news/~3/x1/a';
  await take([listed('a', { link, originalLink: 'https://news.example.org/a' })]);
  await take([listed('b', { link: 'https://news.example.org/a' })], other);
  expect({ urls: messages.map(({ url }) => url), counts }).toEqual({
    urls: ['https://news.example.org/a'],
    counts: { duplicate: 1 },
  });
});

test('an article that moves is known by its new address too, to other feeds as well', async () => {
  const { take, counts, endAll } = open();
  await take([listed('a')]);
  await endAll();
  await take([listed('a', { link: 'https://news.example.org/moved' })]);
  await take([listed('a', { link: 'https://news.example.org/moved', id: 'new' })]);
  await take([listed('x', { link: 'https://news.example.org/moved' })], other);
  expect(counts).toEqual({ known: 2, duplicate: 1 });
});

test('a feed that numbers its places loses no article', async () => {
  const { take, messages, endAll } = open();
  const day = (n: number) =>
    [1, 2].map((place) => listed(`${n}-${place}`, { id: `item-${place}`, published: undefined }));
  await take(day(1));
  await endAll();
  await take(day(2));
  await endAll();
  await take(day(2));
  expect(messages.map(({ title }) => title)).toEqual(['Title of 1-1', 'Title of 1-2', 'Title of 2-1', 'Title of 2-2']);
});

test('a guid that several items share identifies none of them', async () => {
  const { take, messages, itemStore } = open();
  expect(await take(['a', 'b', 'c'].map((name) => listed(name, { id: 'same' })))).toEqual({ queued: 3, fresh: 3 });
  expect(new Set(messages.map(({ articleId }) => articleId)).size).toBe(3);
  expect(itemStore.names().filter((name) => name.startsWith('guid'))).toEqual([]);
});

test('an address that is listed twice in one document is one item', async () => {
  const { take, ends, counts } = open();
  expect(await take([listed('a'), listed('a', { id: 'b', title: 'Again' })])).toEqual({ queued: 1, fresh: 1 });
  expect({ ends: ends(), counts }).toEqual({ ends: ['Title of a: queued'], counts: { known: 1 } });
});

test('an item without a web address is counted and nothing else', async () => {
  const { take, ends, counts } = open();
  const links = [undefined, '', 'javascript:alert(1)', 'mailto:a@b.example', '/relative'];
  expect(await take(links.map((link) => listed('a', { link })))).toEqual({ queued: 0, fresh: 0 });
  expect({ ends: ends(), counts }).toEqual({ ends: [], counts: { 'no-link': 5 } });
});

test('the second feed that lists an article keeps it as a duplicate, counted once', async () => {
  const { take, ends, counts, messages } = open();
  await take([listed('a')]);
  await take([listed('a', { title: 'B' })], other);
  await take([listed('a', { title: 'B' })], other);
  expect({ ends: ends().sort(), counts, messages: messages.length }).toEqual({
    ends: ['B: duplicate', 'Title of a: queued'],
    counts: { duplicate: 1, known: 1 },
    messages: 1,
  });
});

test('of two feeds that take in the same articles at once, one brings each', async () => {
  const { take, ends, messages, counts } = open();
  const items = Array.from({ length: 30 }, (_, index) => listed(String(index)));
  await Promise.all([take(items), take(items, other)]);
  expect(new Set(messages.map(({ articleId }) => articleId)).size).toBe(30);
  expect({ messages: messages.length, items: ends().length, counts }).toEqual({
    messages: 30,
    items: 60,
    counts: { duplicate: 30 },
  });
});

test('seven days to the millisecond are news, older is not; the future is now, no date is news', async () => {
  const { take, ends, messages, itemStore } = open();
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
  const { take, messages } = open();
  await take([listed('a', { published: '2020-01-01T00:00:00.000Z' })]);
  await take([listed('a', { published: undefined })], other);
  expect(messages.map(({ feedId }) => feedId)).toEqual([other.feedId]);
});

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => listed(String(index + from), { published: undefined }));

test('of more than 200 new items a day the newest are read, the rest is over the limit', async () => {
  const { take, counts, messages } = open();
  const items = Array.from({ length: 210 }, (_, index) =>
    listed(String(index), { published: new Date(Date.UTC(2026, 10, 23, 0, index)).toISOString() }),
  );
  expect(await take(items)).toEqual({ queued: 200, fresh: 200 });
  expect(counts).toEqual({ 'over-limit': 10 });
  expect(messages.map(({ title }) => Number(title.slice(9))).sort((a, b) => a - b)[0]).toBe(10);
});

test('the limit counts what earlier checks of the day brought, and begins anew the next day', async () => {
  const { take, counts, clock } = open();
  const used = sampleFeed({ newItemsDay: '2026-11-23', newItemsToday: 195, lastCheckedAt: '2026-11-23T07:30:00.000Z' });
  expect((await take(many(10), used)).queued).toBe(5);
  clock.now = '2026-11-24T00:00:00.000Z';
  expect((await take(many(10, 10), { ...used, lastCheckedAt: '2026-11-23T23:30:00.000Z' })).queued).toBe(10);
  expect(counts).toEqual({ 'over-limit': 5 });
});

test('what is over the limit of one feed can still come by another', async () => {
  const { take, messages } = open();
  const full = sampleFeed({ newItemsDay: '2026-11-23', newItemsToday: 200, lastCheckedAt: '2026-11-23T07:30:00.000Z' });
  await take([listed('a')], full);
  await take([listed('a')], other);
  expect(messages.map(({ feedId }) => feedId)).toEqual([other.feedId]);
});

test('a check that is made again counts what the broken one had stored', async () => {
  const { take, itemStore, endAll } = open();
  await take(many(150));
  await endAll();
  expect(await take(many(250))).toEqual({ queued: 50, fresh: 200 });
  expect(itemStore.items().filter(({ outcome }) => outcome === 'over-limit').length).toBe(50);
});

test('hostile and huge texts fit into the record and the message', async () => {
  const { take, itemStore, messages } = open();
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
