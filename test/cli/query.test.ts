import { expect, test } from 'vitest';
import outletsJson from '../../config/outlets.json' with { type: 'json' };
import { type QueryOptions, queryCommand } from '../../lib/cli/query.ts';
import { createOutletRegister, parseOutlets } from '../../lib/feeds/outlet-register.ts';
import { sampleCoverage, sampleFeed } from '../digest/sample-coverage.ts';
import { sampleDay } from '../digest/sample-day.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { recordedIo } from './recorded-io.ts';

async function query(options: QueryOptions, coverage = sampleDay, now = '2026-08-29T12:00:00.000Z') {
  const io = recordedIo();
  const needs = {
    coverageStore: createMemoryCoverageStore(coverage),
    feedStore: { list: async () => [sampleFeed({ outletId: 'harbour-post.example' })] },
    outletRegister: createOutletRegister(parseOutlets(outletsJson)),
    now: () => new Date(now),
  };
  await queryCommand(options, needs, io);
  return io;
}

test('the relevant articles of the last seven days stand in a table, their number on stderr', async () => {
  const records = [
    sampleCoverage({ title: 'First of the seven days', day: '2026-08-23', publishedAt: '2026-08-23T00:00:00.000Z' }),
    sampleCoverage({ title: 'The day before', day: '2026-08-22', publishedAt: '2026-08-22T23:59:59.999Z' }),
  ];
  const { out, err } = await query({}, records);
  const { url } = records[0] as (typeof records)[0];
  expect(out).toEqual([
    [
      'published         outlet                relation     lang  score  themes                 title and address',
      `2026-08-23 00:00  harbour-post.example  independent  en    12.0   anniversary testimony  First of the seven days  ${url}`,
    ].join('\n'),
  ]);
  expect(err).toEqual(['1 article from 2026-08-23 to 2026-08-29']);
});

test('--since takes the forms that it has elsewhere, and a language its longer tags', async () => {
  expect((await query({ since: '2d' })).err[0]).toMatch(/ from 2026-08-27 to 2026-08-29$/);
  expect((await query({ since: '2026-08-25', language: 'fa-IR' })).err[0]).toMatch(/ from 2026-08-25 to 2026-08-29$/);
});

test.each([
  [{ since: 'rubbish' }, '--since rubbish: write 36h, 2d, 2026-11-20 or 2026-11-20T08:00:00Z'],
  [{ since: '2d', from: '2026-08-01' }, '--since and --from both say where it begins: give one of them'],
  [{ language: 'xx' }, '--language xx: give a short language tag, for example fa'],
  [{ language: 'Persian' }, '--language Persian: give a short language tag, for example fa'],
])('%o is refused with the forms that are allowed', async (options, message) => {
  await expect(query(options)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
});

test('filters hold together, and an empty answer says so', async () => {
  const day = { from: '2026-08-28', to: '2026-08-28' };
  const denial = JSON.parse((await query({ ...day, theme: 'denial', language: 'FA', json: true })).out[0] ?? '');
  expect(denial).toEqual(sampleDay.filter(({ themes }) => themes.includes('denial')));
  const mentions = await query({ ...day, relevance: 'passing-mention', outlet: 'meridianwire.example' });
  expect(mentions.err).toEqual(['1 article from 2026-08-28 to 2026-08-28']);
  expect(await query({ ...day, outlet: 'nobody.example' })).toMatchObject({
    out: [],
    err: ['0 articles from 2026-08-28 to 2026-08-28', expect.stringContaining('no such outlet')],
  });
  expect(JSON.parse((await query({ ...day, outlet: 'nobody.example', json: true })).out[0] ?? '')).toEqual([]);
});

test.each([
  ['radiofarda', 'near it: radiofarda.com'],
  ['radiofrada.com', 'near it: radiofarda.com'],
  ['Harbour Post', 'near it: harbour-post.example'],
  ['nope', 'an id is most often a host, as in config/outlets.json'],
])('an outlet that is not known is said to be none: %s', async (outlet, hint) => {
  const remark = `--outlet ${outlet}: no such outlet in config/outlets.json or the feed list; ${hint}`;
  expect((await query({ outlet })).err.slice(1)).toEqual([remark]);
  expect(await query({ outlet, json: true })).toMatchObject({ out: ['[]'], err: [remark] });
});

test.each(['radiofarda.com', 'harbour-post.example'])('%s is known, with coverage or without', async (outlet) => {
  expect((await query({ outlet }, [])).err).toEqual(['0 articles from 2026-08-23 to 2026-08-29']);
  expect((await query({ outlet: 'gone.example' }, [sampleCoverage({ outletId: 'gone.example' })])).err).toEqual([
    '1 article from 2026-08-23 to 2026-08-29',
  ]);
});

test('ten years are asked at once', async () => {
  expect((await query({ from: '2016-08-22', outlet: 'nobody.example' })).err[0]).toBe(
    '0 articles from 2016-08-22 to 2026-08-29',
  );
});

test.each([
  [{ from: '28.8.2026' }, '--from 28.8.2026: write a day as YYYY-MM-DD, for example 2026-08-29'],
  [{ to: '2026-02-30' }, '--to 2026-02-30: write a day as YYYY-MM-DD, for example 2026-08-29'],
  [{ from: '2026-08-30' }, '--from 2026-08-30 is after --to 2026-08-29; swap the two days'],
  [{ from: '0001-01-01' }, '--from 0001-01-01 to 2026-08-29: at most 3660 days at once; ask for fewer'],
  [{ from: '2016-08-21', to: '2026-08-29' }, /at most 3660 days/],
  [{ relevance: 'maybe' }, '--relevance maybe: choose one of relevant, passing-mention, off-topic, all'],
  [{ theme: 'x' }, /^--theme x: choose one of anniversary, accountability, /],
])('%j is wrong usage', async (options, message) => {
  await expect(query(options)).rejects.toMatchObject({
    name: 'UserError',
    exitCode: 2,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
});

test('no text steers the terminal', async () => {
  const { out } = await query({}, [sampleCoverage({ title: '\u001B[31mred\u202Egnp.exe\u0007 قتل‌عام' })]);
  expect(out[0]).toContain('[31mredgnp.exe قتل‌عام  https://');
});

test('a story is its members in the order they were seen, and who picked it up', async () => {
  const [first, copy] = [
    sampleCoverage({ title: 'First', relation: 'agency', outletId: 'wire.example' }),
    sampleCoverage({ title: 'Copy', recordedAt: '2026-08-28T19:00:00.000Z' }),
  ];
  const members = [
    { ...copy, storyId: first.articleId, copyOf: first.articleId },
    { ...first, possiblySameEvent: [{ storyId: 'another', reasons: ['both have the figure 412'] }] },
  ];
  const { out, err } = await query({ story: first.articleId, theme: 'ignored' }, members);
  expect(out).toEqual([
    [
      'seen              outlet                relation     lang  text  title and address',
      `2026-08-28 18:05  wire.example          agency       en    own   First  ${first.url}`,
      `2026-08-28 19:00  harbour-post.example  independent  en    copy  Copy  ${copy.url}`,
    ].join('\n'),
    'possibly the same event: another (both have the figure 412)',
  ]);
  expect(err).toEqual(['2 articles; articles in outlets: independent 1 in 1, carriage 1 in 1']);
  const json = await query({ story: first.articleId, json: true }, members);
  expect(JSON.parse(json.out[0] ?? '').map(({ title }: { title: string }) => title)).toEqual(['First', 'Copy']);
  await expect(query({ story: 'x' }, members)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringContaining('no story x; "vigil explain URL"'),
  });
});
