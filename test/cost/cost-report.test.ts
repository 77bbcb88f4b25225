import { expect, test } from 'vitest';
import prices from '../../config/prices.json' with { type: 'json' };
import { costReport } from '../../lib/cost/cost-report.ts';
import { parsePriceTable } from '../../lib/cost/price-table.ts';
import { Usage, usageCounters } from '../../lib/cost/usage.ts';
import { sampleUsage, usageOf } from './sample-usage.ts';

const table = parsePriceTable(prices);
const reportAt = (now: string, rows = sampleUsage, region = 'us-east-1') =>
  costReport({ month: '2026-08', now: new Date(now), rows }, table, region);

test('a month adds up its days and stages, and a thousand articles are of the same meter', () => {
  const report = reportAt('2026-08-28T20:00:00.000Z');
  expect(report.monthToDate.usage).toMatchObject({ invocations: 5_600, articles: 4_000, relevantArticles: 120 });
  expect(report.lastDay).toMatchObject({ day: '2026-08-28', usage: { invocations: 2_800 } });
  // Two days of (9,395 GB-s, 132,000 read and 52,500 write units, 7,000 FIFO requests, 2,800 starts and traces, …).
  const gigabyteSeconds = (2 * 9_620_000_000) / 1024 / 1000;
  const whole =
    (gigabyteSeconds * 13.3334 + 264_000 * 0.125 + 105_000 * 0.625 + 14_000 * 0.5 + 5_600 * (0.2 + 5)) / 1e6 +
    4_120 * 0.000005 +
    (10_000_000 / 1024 ** 3) * 0.5;
  expect(report.monthToDate.bill.listDollars).toBeCloseTo(whole, 6);
  expect(report.aThousandArticles).toBeCloseTo(whole / 4, 6);
  expect(report.aRelevantArticle).toBeCloseTo(whole / 120, 6);
  const stages = report.byStage.map(({ stage, listDollars }) => [stage, listDollars] as const);
  expect(stages.map(([stage]) => stage)).toEqual(['fetch-feed', 'read-article']);
  expect(stages.reduce((sum, [, dollars]) => sum + dollars, 0)).toBeCloseTo(whole, 6);
});

test('the whole month is said at the pace of the time that was metered, with what stands', () => {
  const { projected, standing } = reportAt('2026-08-29T00:00:00.000Z');
  expect(projected?.fromDays).toBe(2);
  const quantity = (unit: string) => projected?.bill.lines.find((line) => line.unit === unit)?.quantity;
  expect(quantity('dynamodb-write-units')).toBe((105_000 / 2) * 31);
  expect(quantity('alarms')).toBe(standing.lines.find(({ unit }) => unit === 'alarms')?.quantity);
  // Idle queues are asked besides what the stages were seen to ask.
  expect(quantity('sqs-fifo-requests')).toBe((14_000 / 2) * 31 + 2 * 15 * 1440 * 31);
});

test('a month that is over is its own pace; less than a whole day says nothing of the month', () => {
  expect(reportAt('2026-11-01T00:00:00.000Z').projected?.fromDays).toBe(5);
  expect(reportAt('2026-08-27T23:59:00.000Z').projected).toBeUndefined();
});

test('a month without anything metered stands all the same', () => {
  const report = reportAt('2026-08-28T20:00:00.000Z', []);
  expect(report).toEqual({
    month: '2026-08',
    region: 'us-east-1',
    pricesAsOf: table.asOf,
    monthToDate: { usage: usageOf({}), bill: { lines: [], dollars: 0, listDollars: 0 } },
    byStage: [],
    standing: expect.objectContaining({ dollars: expect.any(Number) }),
  });
  expect(report.standing.dollars).toBeGreaterThan(2);
});

test('a region without prices is reckoned at those of the first', () => {
  expect(reportAt('2026-08-28T20:00:00.000Z', sampleUsage, 'eu-central-1').region).toBe('eu-central-1');
  expect(reportAt('2026-08-28T20:00:00.000Z', sampleUsage, 'ap-south-1').region).toBe('us-east-1');
});

test('a row of a version that counted less is read, its other counters 0', () => {
  expect(Usage.parse({ invocations: 3, day: '2026-08-27', schemaVersion: 1 })).toEqual(usageOf({ invocations: 3 }));
  expect(usageCounters).toContain('modelTokens');
});
