import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RetryLaterError } from '../../lib/errors.ts';
import type { FailureReason, FetchFailed } from '../../lib/http/web-fetcher.ts';
import { setLogSink } from '../../lib/log.ts';
import { article, articleWorld, at, classification, messageOf, noFacts } from '../fakes/article-world.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { fetchedDocument } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const message = messageOf('a');
async function open() {
  const world = articleWorld();
  await world.queue(message);
  return { ...world, counts: countOutcomes('item') };
}
const failed = (reason: FailureReason, changes: Partial<FetchFailed> = {}): FetchFailed => ({
  status: 'failed',
  reason,
  detail: `failed: ${reason}`,
  ...changes,
});
const feedText = 'The feed tells the whole story of the executions of 1988. '.repeat(5).trim();

test('a relevant page is archived, recorded and ended, and counted once', async () => {
  const { read, item, coverageStore, archive, counts, classified } = await open();
  expect(await read(message)).toBe('recorded');
  const [record] = coverageStore.records();
  expect(record).toEqual({
    schemaVersion: 2,
    articleId: message.articleId,
    storyId: message.articleId,
    feedId: message.feedId,
    url: message.url,
    canonicalUrl: message.canonicalUrl,
    outletId: 'news.example.org',
    outletName: 'Example News',
    relation: 'independent',
    title: 'Families gather at Khavaran',
    author: 'Staff',
    language: 'en',
    publishedAt: '2026-11-23T06:30:00.000Z',
    recordedAt: at,
    isLate: false,
    day: '2026-11-23',
    recordedDay: '2026-11-23',
    relevance: 'relevant',
    score: 9,
    threshold: 6,
    themes: ['testimony'],
    matches: classification().matches,
    ruleSetVersion: 'sample',
    facts: noFacts,
    excerpt: 'Families gathered at Khavaran. They remember the prisoners executed in 1988.',
    keySentences: [],
    bodyChars: article().text.length,
    bodySource: 'page',
    pageKey: archive.keys()[1],
    articleKey: archive.keys()[0],
  });
  expect(item(message)).toMatchObject({
    state: 'done',
    outcome: 'recorded',
    reason: 'score 9.0, relevant from 6.0',
    score: 9,
    articleKey: archive.keys()[0],
    endedAt: at,
    trace: [
      { stage: 'fetch-feed' },
      {
        at,
        stage: 'read-article',
        what: 'page read: 77 characters, quality 0.90; relevant: score 9.0, relevant from 6.0',
      },
    ],
  });
  expect(await read(message)).toBe('already-ended');
  expect({ counts, objects: archive.keys().length }).toEqual({ counts: { recorded: 1 }, objects: 2 });
  expect(classified).toEqual([{ title: 'Families gather at Khavaran', text: article().text, language: 'en' }]);
});

test('a passing mention is recorded apart, an off-topic page only archived', async () => {
  const world = await open();
  world.page.verdict = classification({ relevance: 'passing-mention', score: 2 });
  expect([await world.read(message), world.coverageStore.records()[0]?.relevance]).toEqual([
    'passing-mention',
    'passing-mention',
  ]);
  const other = messageOf('b');
  await world.queue(other);
  world.page.verdict = classification({ relevance: 'off-topic', score: -1 });
  expect([await world.read(other), world.coverageStore.records().length]).toEqual(['off-topic', 1]);
  expect(world.item(other)).toMatchObject({ score: -1, articleKey: expect.stringMatching(/^articles\//) });
});

test('the outlet is the one that the address belongs to after redirects, else the feed’s own', async () => {
  const world = await open();
  const outlet = { outletId: 'wire', name: 'Wire', relation: 'agency' } as NonNullable<typeof world.page.outlet>;
  world.page.outlet = outlet;
  world.page.answer = fetchedDocument({ url: 'https://wire.example/a' });
  await world.read(message);
  expect(world.hosts).toEqual(['wire.example']);
  expect(world.coverageStore.records()[0]).toMatchObject({ outletId: 'wire', outletName: 'Wire', relation: 'agency' });
  const orphan = messageOf('b', { feedId: 'ffffffffffffffff' });
  world.page.outlet = undefined;
  world.page.answer = fetchedDocument({ url: orphan.url });
  await world.queue(orphan);
  await world.read(orphan);
  expect(await world.coverageStore.get(orphan.articleId)).toMatchObject({
    outletId: 'news.example.org',
    outletName: 'news.example.org',
    relation: 'unknown',
  });
});

describe('a server that fails for the moment', () => {
  test('and asks for patience is asked three times, then the item is unavailable', async () => {
    const world = await open();
    world.page.answer = failed('throttled');
    const delays = [];
    for (const receiveCount of [1, 2]) {
      const error = await world.read(message, receiveCount).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(RetryLaterError);
      delays.push(error.delaySeconds);
    }
    expect(delays).toEqual([120, 240]);
    expect([world.item(message)?.state, await world.read(message, 3)]).toEqual(['queued', 'unavailable']);
    expect(world.counts).toEqual({ unavailable: 1 });
  });

  test.each(['server-error', 'too-slow', 'unreachable', 'cut-short'] as const)(
    '(%s) has the item put back behind its host twice, then the item is unavailable',
    async (reason) => {
      const world = await open();
      world.page.answer = failed(reason);
      expect(await world.read(message)).toBe('put-back');
      const second = { ...message, attempt: 2, notBefore: '2026-11-23T08:02:00.000Z' };
      expect(world.sent).toEqual([second]);

      await expect(world.read(second)).rejects.toMatchObject({ name: 'RetryLaterError', delaySeconds: 120 });
      world.clock.now = second.notBefore;
      expect(await world.read(second, 2)).toBe('put-back');
      const third = { ...message, attempt: 3, notBefore: '2026-11-23T08:06:00.000Z' };
      expect(world.sent).toEqual([second, third]);

      world.clock.now = third.notBefore;
      expect([world.item(message)?.state, await world.read(third, 2)]).toEqual(['queued', 'unavailable']);
      expect([world.counts, world.sent.length]).toEqual([{ unavailable: 1 }, 2]);
    },
  );

  test('is left alone for as long as it asks', async () => {
    const world = await open();
    world.page.answer = failed('throttled', { retryAfterSeconds: 3600 });
    await expect(world.read(message)).rejects.toMatchObject({ delaySeconds: 3600 });
  });
});

test.each([
  ['gone', failed('gone'), 'unavailable'],
  ['not found', failed('not-found'), 'unavailable'],
  ['forbidden', failed('forbidden'), 'unavailable'],
  ['too large', failed('too-large'), 'unavailable'],
  ['no page', failed('wrong-type'), 'unavailable'],
  ['closed to robots', { status: 'refused', reason: 'blocked-by-robots', detail: 'robots.txt' } as const, 'blocked'],
] as const)(
  'a page that is %s ends at once, or falls back on the whole text that the feed gives',
  async (_, answer, outcome) => {
    const world = await open();
    world.page.answer = answer;
    expect([await world.read(message), world.item(message)?.reason]).toEqual([outcome, answer.detail]);
    expect(world.archive.keys()).toEqual([]);

    const whole = messageOf('whole', { feedText });
    await world.queue(whole);
    expect(await world.read(whole)).toBe('recorded');
    expect(await world.coverageStore.get(whole.articleId)).toMatchObject({
      title: 'Title of whole',
      bodySource: 'feed',
      publishedAt: whole.publishedAt,
      bodyChars: feedText.length,
    });
    expect((await world.coverageStore.get(whole.articleId))?.pageKey).toBeUndefined();
    expect(world.item(whole)?.trace[1]?.what).toContain(`${answer.detail}; the feed's own text was read instead`);
  },
);

test('a page without an article is unreadable; a teaser of the feed is no substitute', async () => {
  const world = await open();
  world.page.reading = { status: 'unreadable', reason: 'no-article', detail: 'no article on the page' };
  expect(await world.read({ ...message, feedText: feedText.slice(0, 199) })).toBe('unreadable');
  const whole = messageOf('b', { feedText: feedText.slice(0, 200) });
  await world.queue(whole);
  expect(await world.read(whole)).toBe('recorded');
});

test('a page without a headline or a date has the feed’s', async () => {
  const world = await open();
  const { publishedAt: _, ...undated } = article({ title: '' });
  world.page.reading = { status: 'read', article: undated };
  await world.read(message);
  expect(world.coverageStore.records()[0]).toMatchObject({ title: 'Title of a', publishedAt: message.publishedAt });
});
