import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainAddress } from '../../lib/coverage/explain-address.ts';
import { articleIdOf, canonicalUrl } from '../../lib/feeds/canonical-url.ts';
import { setLogSink } from '../../lib/log.ts';
import { article, articleWorld, messageOf } from '../fakes/article-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

test('an address tells its listings and its record, however it is written', async () => {
  const world = articleWorld();
  const message = messageOf('a');
  await world.queue(message);
  await world.read(message);
  const url = `${message.url.replace('https://', 'http://www.')}/?utm_source=mail`;
  expect(await explainAddress(url, world)).toEqual({
    url,
    canonicalUrl: canonicalUrl(url),
    articleId: message.articleId,
    items: [world.item(message)],
    coverage: world.coverageStore.records()[0],
  });
});

test('an address that a page gave for itself leads to the same article', async () => {
  const world = articleWorld();
  const message = messageOf('a');
  const other = 'https://news.example.org/the-story';
  await world.queue(message);
  world.page.reading = { status: 'read', article: article({ canonicalUrl: other }) };
  await world.read(message);
  expect((await explainAddress(other, world)).articleId).toBe(message.articleId);
});

test('an address that nobody listed has no items and no record', async () => {
  const url = 'https://nobody.example/x';
  expect(await explainAddress(url, articleWorld())).toEqual({
    url,
    canonicalUrl: url,
    articleId: articleIdOf(url),
    items: [],
    coverage: undefined,
  });
});
