import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { article, articleWorld, at, messageOf } from '../fakes/article-world.ts';
import { fetchedDocument } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

describe('the address that a page gives for itself', () => {
  const canonical = (canonicalUrl: string | undefined) => ({
    status: 'read' as const,
    article: article(canonicalUrl === undefined ? {} : { canonicalUrl }),
  });
  /** Reads one after another, each page naming the given address. */
  async function readAll(...pages: [ReturnType<typeof messageOf>, string | undefined][]) {
    const world = articleWorld();
    for (const [one] of pages) await world.queue(one);
    const ends = [];
    for (const [one, address] of pages) {
      world.page.reading = canonical(address);
      ends.push(await world.read(one));
    }
    return { ends, world };
  }
  const [a, b, c] = [messageOf('a'), messageOf('b'), messageOf('c')];

  test('makes it a duplicate of the article that is listed there', async () => {
    const { ends, world } = await readAll([a, a.url], [b, `${a.url}?utm_source=x`]);
    expect(ends).toEqual(['recorded', 'duplicate']);
    expect(world.item(b)?.reason).toBe(`the same article as ${a.articleId}, by the address the page gives`);
  });

  test('is taken by the first that names it, and the second under the same headline is a duplicate', async () => {
    const elsewhere = 'https://news.example.org/the-story';
    const same = { ...b, title: 'TITLE of a | Example News' };
    expect((await readAll([a, elsewhere], [same, elsewhere])).ends).toEqual(['recorded', 'duplicate']);
  });

  test('says nothing where every page of a site names the same one', async () => {
    const section = 'https://news.example.org/news';
    expect((await readAll([a, section], [b, section], [c, section])).ends).toEqual([
      'recorded',
      'recorded',
      'recorded',
    ]);
    const home = 'https://news.example.org/';
    expect((await readAll([a, home], [b, home])).ends).toEqual(['recorded', 'recorded']);
  });

  test('loses neither of two pages that name each other', async () => {
    expect((await readAll([a, b.url], [b, a.url])).ends).toEqual(['duplicate', 'recorded']);
  });

  test.each(['unreadable', 'blocked', 'unavailable', 'over-limit', 'too-old'] as const)(
    'is no duplicate of one that was %s',
    async (outcome) => {
      const world = articleWorld();
      await world.queue(a);
      await world.queue(b);
      await world.itemStore.endItem(a.articleId, a.feedId, { outcome, reason: '', at, trace: [] });
      world.page.reading = canonical(a.url);
      expect(await world.read(b)).toBe('recorded');
    },
  );

  test('may be the one to which the request was led', async () => {
    const world = articleWorld();
    await world.queue(a);
    await world.queue(b);
    world.page.answer = fetchedDocument({ url: b.url });
    world.page.reading = canonical(undefined);
    expect(await world.read(a)).toBe('duplicate');
  });
});
