import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemOutcome } from '../../lib/feeds/item.ts';
import type { ArticleMessage } from '../../lib/feeds/work-queues.ts';
import { setLogSink } from '../../lib/log.ts';
import { article, articleWorld, at, classification, messageOf } from '../fakes/article-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const later = '2026-11-25T08:00:00.000Z';
type World = ReturnType<typeof articleWorld>;

/** Takes the end from an item, as the operator does. @returns the message that is sent then */
async function reopen(world: World, message: ArticleMessage): Promise<ArticleMessage> {
  const item = world.item(message);
  if (!item?.outcome) throw new Error('it has no end');
  const replay = { at: later, from: item.outcome };
  await world.itemStore.reopenItem(item, replay, { at: later, stage: 'replay', what: 'sent again' });
  world.clock.now = later;
  return { ...message, replay };
}

async function endedAs(world: World, message: ArticleMessage, outcome: ItemOutcome): Promise<void> {
  await world.queue(message);
  await world.itemStore.endItem(message.articleId, message.feedId, { outcome, reason: 'before', at, trace: [] });
}

test('an article that could not be had is recorded when it can be, once', async () => {
  const world = articleWorld();
  const a = messageOf('a');
  await endedAs(world, a, 'unavailable');
  const message = await reopen(world, a);
  expect([await world.read(message), await world.read(message), await world.read(a)]).toEqual([
    'recorded',
    'already-ended',
    'already-ended',
  ]);
  expect(world.coverageStore.records()).toHaveLength(1);
  expect(world.item(a)?.trace.map(({ stage }) => stage)).toEqual(['fetch-feed', 'replay', 'read-article']);
});

describe('a passing mention that is read again', () => {
  async function mentioned() {
    const world = articleWorld();
    const a = messageOf('a');
    world.page.verdict = classification({ relevance: 'passing-mention', score: 3 });
    await world.queue(a);
    await world.read(a);
    const [record] = world.coverageStore.records();
    return { world, a, record, message: await reopen(world, a) };
  }

  test('becomes coverage of today when it is relevant now', async () => {
    const { world, a, message } = await mentioned();
    world.page.verdict = classification();
    expect(await world.read(message)).toBe('recorded');
    expect(world.coverageStore.records()).toMatchObject([
      { articleId: a.articleId, relevance: 'relevant', recordedAt: later, recordedDay: later.slice(0, 10) },
    ]);
  });

  test('stays the record it was when it is one now', async () => {
    const { world, record, message } = await mentioned();
    expect(await world.read(message)).toBe('passing-mention');
    expect(world.coverageStore.records()).toEqual([record]);
  });

  test.each(['off-topic', 'unreadable'] as const)('stays the record it was when it is %s now', async (outcome) => {
    const { world, a, record, message } = await mentioned();
    if (outcome === 'off-topic') world.page.verdict = classification({ relevance: 'off-topic', score: 0 });
    else world.page.reading = { status: 'unreadable', detail: 'no article' } as never;
    expect(await world.read(message)).toBe('passing-mention');
    expect(world.coverageStore.records()).toEqual([record]);
    expect(world.item(a)?.reason).toMatch(`stays as it was recorded; this time ${outcome}: `);
  });
});

describe('an article that another stood in for while it could not be read', () => {
  const [a, b] = [messageOf('a'), messageOf('b')];
  const naming = (url: string) => ({ status: 'read' as const, article: article({ canonicalUrl: url }) });

  test('is a duplicate of that one when it can be read', async () => {
    const world = articleWorld();
    await endedAs(world, a, 'unavailable');
    await world.queue(b);
    world.page.reading = naming(a.url);
    expect(await world.read(b)).toBe('recorded');
    expect(await world.read(await reopen(world, a))).toBe('duplicate');
    expect(world.coverageStore.records().map(({ articleId }) => articleId)).toEqual([b.articleId]);
  });

  test.each([
    ['the one that stands in first', true],
    ['the one that is read again first', false],
  ])('is recorded once when both are read after it was put back, %s', async (_, isOtherFirst) => {
    const world = articleWorld();
    await endedAs(world, a, 'unavailable');
    await world.queue(b);
    const again = await reopen(world, a);
    world.page.reading = naming(a.url);
    const order = isOtherFirst ? [b, again] : [again, b];
    const ends = [];
    for (const message of order) ends.push(await world.read(message));
    expect(ends).toEqual(['recorded', 'duplicate']);
    expect(world.coverageStore.records()).toHaveLength(1);
  });

  test('lets the other stand when it cannot be read again', async () => {
    const world = articleWorld();
    await endedAs(world, a, 'unavailable');
    await world.queue(b);
    const again = await reopen(world, a);
    world.page.reading = naming(a.url);
    const reading = world.page.reading;
    expect(await world.read(b)).toBe('recorded');
    world.page.reading = { status: 'unreadable', detail: 'no article' } as never;
    expect(await world.read(again)).toBe('unreadable');
    world.page.reading = reading;
    expect(await world.read(await reopen(world, a))).toBe('duplicate');
    expect(world.coverageStore.records().map(({ articleId }) => articleId)).toEqual([b.articleId]);
  });
});
