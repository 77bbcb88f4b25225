import { expect, test } from 'vitest';
import { elementsOf } from '../digest/mail-document.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { openWeb } from './open-web.ts';

const first = sampleCoverage({ title: 'First seen', relation: 'agency', outletId: 'wire.example' });
const copy = sampleCoverage({
  title: 'روایت دوم',
  language: 'fa',
  recordedAt: '2026-08-28T19:00:00.000Z',
  storyId: first.articleId,
  copyOf: first.articleId,
  storyReasons: [`carries the text of ${first.articleId}`],
  possiblySameEvent: [{ storyId: '0'.repeat(32), reasons: ['both have the figure 412', 'both have the <b>date</b>'] }],
});
const web = () => openWeb({ coverage: [copy, first] });
const address = `/stories/${first.articleId}`;

test('a story lists its members as they were seen, texts and copies, and counts who picked it up', async () => {
  const elements = elementsOf(await (await web()).text(address));
  const texts = (name: string) => elements.filter((element) => element.name === name).map(({ text }) => text.trim());
  expect(texts('h1')).toEqual(['First seen']);
  expect(texts('h2')).toEqual(['Who picked it up', 'First seen', 'روایت دوم', 'Possibly the same event']);
  expect(texts('dt')).toEqual(['independent', 'carriage']);
  expect(texts('span').filter((text) => text.includes('outlet'))).toEqual(['1 in 1 outlet', '1 in 1 outlet']);
  const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href);
  expect(links).toEqual(
    expect.arrayContaining([
      `/articles/${copy.articleId}`,
      `/articles/${first.articleId}`,
      `/stories/${'0'.repeat(32)}`,
    ]),
  );
  expect(elements.some(({ name }) => name === 'b')).toBe(false);
});

test('the page of a record leads to its story and says why it is in it', async () => {
  const page = await (await web()).text(`/articles/${copy.articleId}`);
  expect(page).toContain(`<a href="${address}">its story</a>: carries the text of ${first.articleId}`);
  expect(page).toContain(`Possibly <a href="/stories/${'0'.repeat(32)}">the same event</a>`);
});

test.each([
  [`/stories/${'1'.repeat(32)}`, 404],
  ['/stories/x', 404],
])('%s leads nowhere', async (path, status) => {
  expect((await (await web()).get(path)).status).toBe(status);
});

test('without a session a story is closed', async () => {
  const { app } = await web();
  expect([401, 403]).toContain((await app.request(address)).status);
});
