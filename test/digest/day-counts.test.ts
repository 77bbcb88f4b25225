import { expect, test } from 'vitest';
import { countDays } from '../../lib/digest/count-days.ts';
import { countDay } from '../../lib/digest/day-count.ts';
import { recountDays } from '../../lib/digest/recount-days.ts';
import { trendOf } from '../../lib/digest/trend.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryDayCountStore } from '../fakes/memory-day-count-store.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { sampleMaterial } from './sample-digest.ts';

const recorded = (title: string, recordedAt: string, changes = {}) =>
  sampleCoverage({ title, recordedAt, recordedDay: recordedAt.slice(0, 10), ...changes });

test('a day counts its relevant articles and their stories; what is late or only mentions the subject is left out', () => {
  const first = recorded('first', '2026-08-28T00:00:00.000Z');
  expect(
    countDay('2026-08-28', [
      first,
      recorded('same story', '2026-08-28T01:00:00.000Z', { storyId: first.articleId }),
      recorded('late', '2026-08-28T02:00:00.000Z', { isLate: true }),
      recorded('mention', '2026-08-28T03:00:00.000Z', { relevance: 'passing-mention' }),
    ]),
  ).toEqual({ schemaVersion: 1, day: '2026-08-28', articles: 2, stories: 1 });
});

test('days that are over are read once, and counted for good', async () => {
  const store = createMemoryCoverageStore([
    recorded('last millisecond', '2026-08-27T23:59:59.999Z'),
    recorded('first millisecond', '2026-08-28T00:00:00.000Z'),
    recorded('today', '2026-08-29T00:00:00.000Z'),
  ]);
  const read: string[] = [];
  const coverageStore = {
    listRecorded: async (from: string, to: string) => {
      read.push(from.slice(0, 10));
      return store.listRecorded(from, to);
    },
  };
  const dayCountStore = createMemoryDayCountStore();
  const count = () => countDays('2026-08-29T05:00:00.000Z', 3, { coverageStore, dayCountStore });
  const expected = [
    ['2026-08-26', 0],
    ['2026-08-27', 1],
    ['2026-08-28', 1],
  ];
  expect((await count()).map(({ day, articles }) => [day, articles])).toEqual(expected);
  expect((await count()).map(({ day, articles }) => [day, articles])).toEqual(expected);
  expect(read).toEqual(['2026-08-26', '2026-08-27', '2026-08-28']);
});

test('days whose records have other labels since are counted anew, where they were counted', async () => {
  const one = recorded('one', '2026-08-27T08:00:00.000Z');
  const coverageStore = createMemoryCoverageStore([one, recorded('other', '2026-08-28T08:00:00.000Z')]);
  const dayCountStore = createMemoryDayCountStore();
  const needs = { coverageStore, dayCountStore };
  await countDays('2026-08-29T05:00:00.000Z', 2, needs);
  expect(await recountDays('2026-08-26', '2026-08-29', needs)).toEqual([]);
  await coverageStore.relabel(one, { ...one, relevance: 'passing-mention', formerLabels: [] });
  await coverageStore.add(recorded('third', '2026-08-28T09:00:00.000Z'));
  expect(await recountDays('2026-08-26', '2026-08-29', needs)).toEqual(['2026-08-27', '2026-08-28']);
  expect(await recountDays('2026-08-26', '2026-08-29', needs)).toEqual([]);
  expect(dayCountStore.counts().map(({ day, articles }) => [day, articles])).toEqual([
    ['2026-08-27', 0],
    ['2026-08-28', 2],
  ]);
});

test('a trend is the last four weeks against the four before; without news in them there is none', () => {
  const counts = sampleMaterial().dayCounts;
  const trend = trendOf(counts);
  const sum = (some: typeof counts) => some.reduce((total, { articles }) => total + articles, 0);
  expect([trend?.days.length, trend?.days[0]?.day, trend?.days.at(-1)?.day]).toEqual([28, '2026-08-01', '2026-08-28']);
  expect([trend?.total.articles, trend?.before.articles]).toEqual([sum(counts.slice(28)), sum(counts.slice(0, 28))]);
  expect(trendOf(counts.map((count) => ({ ...count, articles: 0, stories: 0 })))).toBeUndefined();
});
