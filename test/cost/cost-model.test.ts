import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import prices from '../../config/prices.json' with { type: 'json' };
import { batchSeconds } from '../../lib/cost/batch-seconds.ts';
import { modelCost } from '../../lib/cost/cost-model.ts';
import { ModelInputs } from '../../lib/cost/model-inputs.ts';
import { parsePriceTable } from '../../lib/cost/price-table.ts';
import { scaleTable } from '../../lib/cost/scale-table.ts';
import { modelSensitivity } from '../../lib/cost/sensitivity.ts';
import { serviceLimits } from '../../lib/cost/service-limits.ts';
import { stages } from '../../lib/pipeline.ts';

const table = parsePriceTable(prices);
const modelOf = (inputs: object = {}) => modelCost(ModelInputs.parse(inputs), table, 'us-east-1');
const dollarsOf = (inputs: object = {}) => modelOf(inputs).bill.dollars;

test('300 feeds and 60,000 articles cost less than ten dollars a month in every region of the table', () => {
  for (const region of table.regions) {
    const { bill } = modelCost(ModelInputs.parse({ feeds: 300, articlesAMonth: 60_000 }), table, region);
    expect([region, bill.dollars < 10]).toEqual([region, true]);
  }
});

test('docs/cost.md holds the table that the model prints, and its total', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/cost.md'), 'utf8');
  expect(docs).toContain(scaleTable(table, 'us-east-1'));
  const { dollars, listDollars } = modelOf().bill;
  expect(docs).toContain(`**${dollars.toFixed(2)} dollars a month**`);
  expect(docs).toContain(`${listDollars.toFixed(2)} if nothing were free`);
  for (const { what, dollars: worse } of modelSensitivity(ModelInputs.parse({}), table, 'us-east-1').slice(1)) {
    expect(docs).toContain(`| ${what} | ${worse.toFixed(2)} |`);
  }
});

test('every stage of the pipeline has its part, and is billed for its memory', () => {
  const { byStage } = modelOf();
  expect(Object.keys(byStage).sort()).toEqual(stages.map(({ name }) => name).sort());
  for (const { name, memoryMegabytes } of stages) {
    const { megabyteMilliseconds, invocations } = byStage[name];
    expect([name, megabyteMilliseconds > invocations * memoryMegabytes]).toEqual([name, true]);
  }
});

describe('the model', () => {
  const more = {
    feeds: 600,
    articlesAMonth: 120_000,
    checksADay: 48,
    changedShare: 0.9,
    itemsListed: 100,
    relevantShare: 0.3,
    readers: 500,
    pageViewsADay: 500_000,
    monthsKept: 36,
  };
  test.each(Object.entries(more))('costs more with %s %d', (name, value) => {
    expect(dollarsOf({ [name]: value })).toBeGreaterThan(dollarsOf());
  });

  const slower = { feedSeconds: 5, pageSeconds: 5, failingShare: 0.2, coldShare: 1, unknownRobotsShare: 1 };
  test.each(Object.entries(slower))('bills more time with %s %d', (name, value) => {
    expect(modelOf({ [name]: value }).bill.listDollars).toBeGreaterThan(modelOf().bill.listDollars);
  });

  test('fuller batches cost less: what waits together is billed once', () => {
    const listed = (feedsInBatch: number) => modelOf({ feedsInBatch }).bill.listDollars;
    expect(listed(1)).toBeGreaterThan(listed(2));
    expect(listed(2)).toBeGreaterThan(listed(4));
  });
});

test('a batch waits for its slowest host, in as many rounds as it takes', () => {
  const wait = { chainSeconds: 2, chains: 1, atOnce: 5, failingShare: 0 };
  expect(batchSeconds(wait)).toBe(2);
  expect(batchSeconds({ ...wait, chains: 10, atOnce: 1 })).toBe(20);
  const together = batchSeconds({ ...wait, chains: 5 });
  expect(together).toBeGreaterThan(2);
  expect(together).toBeLessThan(10);
  expect(batchSeconds({ ...wait, chains: 10 })).toBeCloseTo(2 * together);
  expect(batchSeconds({ ...wait, failingShare: 1 })).toBe(22);
});

test('limits come with what to change, the nearest first, and grow with the feeds', () => {
  const at = (feeds: number) => serviceLimits(ModelInputs.parse({ feeds, articlesAMonth: feeds * 200 }));
  const few = at(300);
  const many = at(30_000);
  expect(few.map(({ share }) => share)).toEqual(few.map(({ share }) => share).toSorted((a, b) => b - a));
  expect(few[0]?.share).toBeLessThan(1);
  expect(many.filter(({ share }) => share >= 1).length).toBeGreaterThan(0);
  for (const { name, share } of few) {
    expect(many.find((other) => other.name === name)?.share ?? 0).toBeGreaterThanOrEqual(share);
  }
  expect(many.every(({ change }) => change.length > 10)).toBe(true);
});
