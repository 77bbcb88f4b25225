import { expect, test } from 'vitest';
import prices from '../../config/prices.json' with { type: 'json' };
import { costCommand } from '../../lib/cli/cost.ts';
import { costModelCommand } from '../../lib/cli/cost-model.ts';
import { parsePriceTable } from '../../lib/cost/price-table.ts';
import { scaleTable } from '../../lib/cost/scale-table.ts';
import { sampleUsage } from '../cost/sample-usage.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';
import { recordedIo } from './recorded-io.ts';

const table = parsePriceTable(prices);

async function needsWith(rows = sampleUsage) {
  const usageStore = createMemoryUsageStore();
  for (const { day, stage, usage } of rows) await usageStore.add(day, stage, usage);
  return {
    usageStore,
    readPrices: () => table,
    settings: { region: 'us-east-1' },
    now: () => new Date('2026-08-29T00:00:00.000Z'),
  };
}

test('the month is printed by unit and by stage, with what stands apart and where it is going', async () => {
  const io = recordedIo();
  await costCommand({}, await needsWith(), io);
  const out = io.out.join('\n');
  expect(out).toContain('Cost of 2026-08 in us-east-1, at the list prices of 2026-11-28');
  expect(out).toMatch(/^DynamoDB +write request unit +52,500 +105,000 +0\.625\/M +0\.0328 +0\.0656$/m);
  expect(out).toMatch(/^read-article +2,000 +8,789 +4,000 +13,000 +4,000 +0\.\d+$/m);
  expect(out).toContain(
    '4,000 articles read, 120 relevant; 14,400 checks of feeds, 10,000 without news; 153 MB fetched, which is free',
  );
  expect(out).toMatch(/^A thousand articles, metered: 0\.\d\d/m);
  expect(out).toMatch(/^Standing \(estimated, not metered\): \d+\.\d\d/m);
  expect(out).toMatch(/^The whole of 2026-08 at this pace \(2 days metered\), with what stands: \d\.\d\d; /m);
});

test('--json is the whole report', async () => {
  const io = recordedIo();
  await costCommand({ json: true, month: '2026-08' }, await needsWith(), io);
  expect(JSON.parse(io.out.join('\n'))).toMatchObject({
    month: '2026-08',
    lastDay: { day: '2026-08-28' },
    monthToDate: { usage: { articles: 4_000 } },
    standing: { lines: expect.any(Array) },
  });
});

test('a month of which nothing was metered says so', async () => {
  const io = recordedIo();
  await costCommand({ month: '2026-07' }, await needsWith(), io);
  expect([io.out.join('\n'), io.err.join('\n')]).toEqual([
    '',
    expect.stringContaining('nothing was metered in 2026-07'),
  ]);
});

test.each(['2026-13', '08-2026', 'August', '2026-8'])('--month %s is refused with how to write one', async (month) => {
  await expect(costCommand({ month }, await needsWith(), recordedIo())).rejects.toMatchObject({ exitCode: 2 });
});

test('a month to come is refused', async () => {
  await expect(costCommand({ month: '2026-09' }, await needsWith(), recordedIo())).rejects.toThrow('has not begun');
});

test('--model says what so many feeds would cost, and what was taken for granted', () => {
  const io = recordedIo();
  costModelCommand({ feeds: '300', articles: '60000' }, table, io);
  expect(io.out.join('\n')).toContain('A month of 300 feeds and 60,000 articles in us-east-1');
  expect(io.out.join('\n')).toMatch(
    /^In all \d\.\d\d, with what AWS gives every account each month; \d\d\.\d\d if nothing were free$/m,
  );
  expect(io.out.join('\n')).toContain('feedSeconds 1.2, pageSeconds 1.5');
  const json = recordedIo();
  costModelCommand({ feeds: '3000', region: 'eu-central-1', json: true }, table, json);
  expect(JSON.parse(json.out.join('\n'))).toMatchObject({
    region: 'eu-central-1',
    inputs: { feeds: 3000, articlesAMonth: 60_000 },
  });
});

test('--model --scale prints the table of the documentation', () => {
  const io = recordedIo();
  costModelCommand({ scale: true }, table, io);
  expect(io.out.join('\n')).toBe(scaleTable(table, 'us-east-1'));
  const json = recordedIo();
  costModelCommand({ scale: true, json: true }, table, json);
  const { scales } = JSON.parse(json.out.join('\n'));
  expect(scales.map(({ inputs }: { inputs: { feeds: number } }) => inputs.feeds)).toEqual([300, 3_000, 30_000]);
});

test.each([
  [{ feeds: '0' }, '--feeds 0'],
  [{ articles: 'many' }, '--articles many'],
  [{ readers: '1.5' }, '--readers 1.5'],
  [{ scale: true, feeds: '5' }, 'leave out --feeds'],
  [{ region: 'us-west-9' }, 'us-east-1, eu-central-1'],
])('--model refuses %j with what to give', (options, said) => {
  expect(() => costModelCommand(options, table, recordedIo())).toThrow(said);
});
