import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleIdOf, canonicalUrl } from '../../lib/feeds/canonical-url.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { listed } from '../fakes/feed-world.ts';
import { feed, other, takeInWorld } from '../fakes/take-in-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

test('a new item is stored, claimed by its address and its guid, and queued with all that the feed says', async () => {
  const { take, messages, itemStore, counts } = takeInWorld();
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
  const { take, messages, counts, endAll } = takeInWorld();
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
  const { take, counts, messages, endAll } = takeInWorld();
  await take([listed('a')]);
  await endAll();
  expect((await take([listed('a', changes)])).queued).toBe(0);
  expect({ counts, messages: messages.length }).toEqual({ counts: { known: 1 }, messages: 1 });
});

test('an item that links through a counter is asked at, and known by, the address that its publisher gave', async () => {
  const { take, messages, counts } = takeInWorld();
  const link = 'https://feeds.counter.example/~r/news/~3/x1/a';
  await take([listed('a', { link, originalLink: 'https://news.example.org/a' })]);
  await take([listed('b', { link: 'https://news.example.org/a' })], other);
  expect({ urls: messages.map(({ url }) => url), counts }).toEqual({
    urls: ['https://news.example.org/a'],
    counts: { duplicate: 1 },
  });
});

test('an article that moves is known by its new address too, to other feeds as well', async () => {
  const { take, counts, endAll } = takeInWorld();
  await take([listed('a')]);
  await endAll();
  await take([listed('a', { link: 'https://news.example.org/moved' })]);
  await take([listed('a', { link: 'https://news.example.org/moved', id: 'new' })]);
  await take([listed('x', { link: 'https://news.example.org/moved' })], other);
  expect(counts).toEqual({ known: 2, duplicate: 1 });
});

test('a feed that numbers its places loses no article', async () => {
  const { take, messages, endAll } = takeInWorld();
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
  const { take, messages, itemStore } = takeInWorld();
  expect(await take(['a', 'b', 'c'].map((name) => listed(name, { id: 'same' })))).toEqual({ queued: 3, fresh: 3 });
  expect(new Set(messages.map(({ articleId }) => articleId)).size).toBe(3);
  expect(itemStore.names().filter((name) => name.startsWith('guid'))).toEqual([]);
});

test('an address that is listed twice in one document is one item', async () => {
  const { take, ends, counts } = takeInWorld();
  expect(await take([listed('a'), listed('a', { id: 'b', title: 'Again' })])).toEqual({ queued: 1, fresh: 1 });
  expect({ ends: ends(), counts }).toEqual({ ends: ['Title of a: queued'], counts: { known: 1 } });
});

test('an item without a web address is counted and nothing else', async () => {
  const { take, ends, counts } = takeInWorld();
  const links = [undefined, '', 'javascript:alert(1)', 'mailto:a@b.example', '/relative'];
  expect(await take(links.map((link) => listed('a', { link })))).toEqual({ queued: 0, fresh: 0 });
  expect({ ends: ends(), counts }).toEqual({ ends: [], counts: { 'no-link': 5 } });
});

test('the second feed that lists an article keeps it as a duplicate, counted once', async () => {
  const { take, ends, counts, messages } = takeInWorld();
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
  const { take, ends, messages, counts } = takeInWorld();
  const items = Array.from({ length: 30 }, (_, index) => listed(String(index)));
  await Promise.all([take(items), take(items, other)]);
  expect(new Set(messages.map(({ articleId }) => articleId)).size).toBe(30);
  expect({ messages: messages.length, items: ends().length, counts }).toEqual({
    messages: 30,
    items: 60,
    counts: { duplicate: 30 },
  });
});
