import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CalendarEntry } from '../../lib/digest/calendar-entry.ts';
import { editionMaterialOnce, readEditionMaterial } from '../../lib/digest/edition-material.ts';
import { manifestOf } from '../../lib/digest/manifest.ts';
import { createMemoryAddedDateStore } from '../fakes/memory-added-date-store.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { tick, watchLog } from './tick.ts';

watchLog();

const window = { from: '2026-08-28T05:00:00.000Z', to: '2026-08-29T05:00:00.000Z' };
const from = (outletId: string, recordedAt = '2026-08-28T18:05:00.000Z') => sampleCoverage({ outletId, recordedAt });

test('an outlet is new when nothing of it was recorded before the window; where all are, none is named', async () => {
  const known = from('known.example', '2026-07-01T00:00:00.000Z');
  const firstOf = async (coverage: Parameters<typeof fakeWorld>[0]) => [
    ...(await readEditionMaterial(window, fakeWorld(coverage).needs)).firstOutletIds,
  ];
  const today = [from('known.example'), from('new.example')];
  expect(await firstOf({ coverage: [known, ...today] })).toEqual(['new.example']);
  expect(await firstOf({ coverage: today })).toEqual([]);
});

test('readers with the same window share one reading; a reading that failed is tried again', async () => {
  const { needs } = fakeWorld({ coverage: [from('a.example')] });
  let readings = 0;
  let isBroken = true;
  const list = async () => {
    readings += 1;
    if (isBroken) throw new Error('throttled');
    return [];
  };
  const materialOf = editionMaterialOnce({ ...needs, feedStore: { list } });
  await expect(materialOf(window)).rejects.toThrow('throttled');
  isBroken = false;
  const materials = await Promise.all([materialOf(window), materialOf({ ...window })]);
  expect(materials[0]).toBe(materials[1]);
  await materialOf({ ...window, from: '2026-08-28T06:00:00.000Z' });
  expect(readings).toBe(3);
});

test('the run is that of the last day that is over, or of today where nothing was metered before', async () => {
  const { needs } = fakeWorld();
  const rows = [
    { day: '2026-08-28', stage: 'read-article', usage: { articles: 400, invocations: 1_000_000 } },
    { day: '2026-08-29', stage: 'read-article', usage: { articles: 7 } },
  ];
  const runOf = async (some: typeof rows) => {
    const usageStore = { list: async () => some as never };
    return (await readEditionMaterial(window, { ...needs, usageStore })).run;
  };
  const run = await runOf(rows);
  expect([run?.day, run?.articlesRead]).toEqual(['2026-08-28', 400]);
  expect(run?.dollars).toBeCloseTo(0.2 + 1_000_000 * 0.000005, 1);
  expect((await runOf(rows.slice(1)))?.articlesRead).toBe(7);
  expect(await runOf([])).toBeUndefined();
});

test('the seal is SHA-256 over the sorted keys of the window, passing mentions too', () => {
  const [a, b] = [
    { articleId: 'b', articleKey: 'articles/2.json', pageKey: 'pages/3.html.gz' },
    { articleId: 'a', articleKey: 'articles/1.json', relevance: 'passing-mention' as const },
  ];
  const lines = 'a articles/1.json -\nb articles/2.json pages/3.html.gz\n';
  const expected = { sha256: createHash('sha256').update(lines).digest('hex'), articles: 2 };
  expect([manifestOf([a, b]), manifestOf([b, a])]).toEqual([expected, expected]);
  expect(manifestOf([{ ...a, articleKey: 'articles/9.json' }, b]).sha256).not.toBe(expected.sha256);
});

test('a date that the operator added is told by the next digest, missed like any other, and read once a tick', async () => {
  const entry = CalendarEntry.parse({
    ...{ id: 'appeal-opens', kind: 'hearing', name: { en: 'The appeal opens', fa: 'آغاز رسیدگی در تجدیدنظر' } },
    when: { every: 'once', date: '2026-09-01' },
    hearing: { court: { en: 'Court of Appeal' }, place: { en: 'Stockholm' }, status: 'announced' },
    expects: { days: 1, words: ['appeal'] },
    source: { kind: 'page', url: 'https://court.example/list', readOn: '2026-08-28' },
  });
  // The 29th is a Saturday: of the two one has another window.
  const readers = [
    sampleSubscriber({ subscriberId: '00000000000000a6', zone: 'UTC', hour: 6, frequency: 'weekly', weekday: 6 }),
    sampleSubscriber({ subscriberId: '00000000000000a7', zone: 'UTC', hour: 7 }),
  ];
  const world = fakeWorld({ subscribers: readers });
  const store = createMemoryAddedDateStore([{ schemaVersion: 1, entry, addedAt: '2026-08-28T09:00:00.000Z' }]);
  let lists = 0;
  let isBroken = true;
  world.needs.addedDateStore = {
    async list() {
      lists += 1;
      if (isBroken) throw new Error('throttled');
      return store.list();
    },
  };
  await expect(tick(world, '2026-08-29T07:00:00.000Z')).rejects.toThrow('2 of 2 readers not served');
  isBroken = false;
  lists = 0;
  await tick(world, '2026-08-29T07:05:00.000Z');
  expect([world.accepted.length, lists]).toEqual([2, 1]);
  expect(
    world.accepted.every(({ html, text }) => html.includes('The appeal opens') && text.includes('Stockholm')),
  ).toBe(true);
  await tick(world, '2026-09-03T07:00:00.000Z');
  expect(world.accepted.at(-1)?.text).toContain('The appeal opens');
  await store.remove('appeal-opens');
  await tick(world, '2026-09-04T07:00:00.000Z');
  expect(world.accepted.at(-1)?.text).not.toContain('The appeal opens');
});
