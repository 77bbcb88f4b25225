import { expect, test } from 'vitest';
import { explainCommand } from '../../lib/cli/explain.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { articleIdOf } from '../../lib/feeds/canonical-url.ts';
import { sampleCoverage, sampleOpinion } from '../digest/sample-coverage.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryItemStore } from '../fakes/memory-item-store.ts';
import { recordedIo } from './recorded-io.ts';

const url = 'https://harbour-post.example/news/a';
const articleId = articleIdOf(url);

async function explain(
  address: string,
  options: { json?: boolean } = {},
  isRecorded = true,
  what = 'read',
  changes: Partial<Coverage> = {},
) {
  const io = recordedIo();
  const itemStore = createMemoryItemStore(() => new Date('2026-08-29T00:00:00.000Z'));
  const at = '2026-08-28T18:05:00.000Z';
  await itemStore.addItem({
    schemaVersion: 1,
    articleId,
    feedId: '0123456789abcdef',
    url,
    canonicalUrl: url,
    title: 'A',
    firstSeenAt: at,
    state: isRecorded ? 'done' : 'queued',
    ...(isRecorded && { outcome: 'recorded' as const, reason: 'score 12.0' }),
    trace: [{ at, stage: 'read-article', what }],
    expiresAt: 2_000_000_000,
  });
  const [first] = sampleCoverage().matches;
  const matches = Array.from({ length: 14 }, () => ({ ...(first as NonNullable<typeof first>), words: 'قتل‌عام' }));
  const coverageStore = createMemoryCoverageStore(
    isRecorded ? [sampleCoverage({ articleId, storyId: articleId, matches, ...changes })] : [],
  );
  const error = await explainCommand(address, options, { itemStore, coverageStore }, io).catch((thrown) => thrown);
  return { ...io, error };
}

test('an address tells its way, its end and the heaviest words that decided', async () => {
  const { out, error } = await explain(`${url}?utm_source=x`);
  expect(error).toBeUndefined();
  expect(out[0]?.split('\n')).toEqual([
    `${url}?utm_source=x`,
    `  known as ${url}`,
    `  article ${articleId}`,
    '',
    'feed 0123456789abcdef: recorded: score 12.0',
    '  2026-08-28 18:05:00  read-article  read',
    '',
    'relevant: score 12.0 of 6.0 needed, rule set sample',
    '  The Harbour Post (independent), en, 3200 characters from the page',
    '  themes: anniversary, testimony',
    '  begins a story',
    ...Array.from({ length: 12 }, () => expect.stringMatching(/^ {5}5\.0 {2}text 0–\d+ {2}“قتل‌عام” {2}sample\//)),
    '  and 2 more; --json shows them all',
  ]);
});

test('an item that waits says so', async () => {
  expect((await explain(url, {}, false)).out[0]).toContain('feed 0123456789abcdef: waiting to be read');
});

test('as JSON it is whole', async () => {
  const { out } = await explain(url, { json: true });
  const told = JSON.parse(out[0] ?? '');
  expect([told.url, told.articleId, told.items.length, told.coverage.matches.length]).toEqual([url, articleId, 1, 14]);
});

test('an address that no feed listed ends with 1 and says what to do', async () => {
  const { out, error } = await explain('https://harbour-post.example/other');
  expect(out[0]).toContain('article ');
  expect(error).toMatchObject({ name: 'UserError', exitCode: 1, message: expect.stringContaining('vigil feeds add') });
});

test.each(['news/a', 'javascript:alert(1)', ''])('%j is wrong usage', async (address) => {
  const { out, error } = await explain(address);
  expect([out, error.exitCode]).toEqual([[], 2]);
});

test('no text steers the terminal', async () => {
  const { out } = await explain(url, {}, true, 'listed by \u001B]0;title\u0007\u202Eevil');
  expect(out[0]).toContain('listed by ]0;titleevil');
});

test('a second opinion is marked as a machine’s, against the rules where it is, and can turn no line around', async () => {
  const secondOpinion = { ...sampleOpinion, reason: 'A \u202Ereason\u001b[31m of its own.' };
  const { out } = await explain(url, {}, true, 'read', { secondOpinion });
  expect(out[0]?.split('\n')).toContain(
    '  second opinion, by a machine and without effect: off-topic, against the rules (a-model: A reason[31m of its own.)',
  );
  const { out: json } = await explain(url, { json: true }, true, 'read', { secondOpinion: sampleOpinion });
  expect(JSON.parse(json[0] ?? '').coverage.secondOpinion).toEqual(sampleOpinion);
});

test('an article that joined a story says why, and which other one may be the same event', async () => {
  const { out } = await explain(url, {}, true, 'read', {
    storyId: 'first',
    copyOf: 'first',
    storyReasons: ['carries the text of first', '96 % of the shorter text stands in the other, word for word'],
    possiblySameEvent: [
      { storyId: 'another', reasons: ['both have the person hamid-noury', 'both have the figure 412'] },
    ],
  });
  expect(out[0]?.split('\n')).toEqual(
    expect.arrayContaining([
      '  in the story of first; carries the text of first; 96 % of the shorter text stands in the other, word for word',
      '  possibly the same event as another: both have the person hamid-noury; both have the figure 412',
    ]),
  );
});
