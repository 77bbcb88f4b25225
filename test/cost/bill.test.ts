import { expect, test } from 'vitest';
import prices from '../../config/prices.json' with { type: 'json' };
import { addQuantities, billOf, sumByService } from '../../lib/cost/bill.ts';
import { parsePriceTable } from '../../lib/cost/price-table.ts';

const table = parsePriceTable(prices);

test('what is always free is taken off, what is free in a first year is not', () => {
  const bill = billOf({ alarms: 34, 's3-puts': 1000, 'lambda-requests': 500_000 }, table, 'us-east-1');
  expect(
    bill.lines.map(({ unit, freeQuantity, dollars, listDollars }) => [unit, freeQuantity, dollars, listDollars]),
  ).toEqual([
    ['lambda-requests', 500_000, 0, expect.closeTo(0.1)],
    ['s3-puts', 0, expect.closeTo(0.005), expect.closeTo(0.005)],
    ['alarms', 10, expect.closeTo(2.4), expect.closeTo(3.4)],
  ]);
  expect([bill.dollars, bill.listDollars]).toEqual([expect.closeTo(2.405), expect.closeTo(3.505)]);
});

test('each region has its own prices', () => {
  const dollarsIn = (region: string) => billOf({ 'dynamodb-write-units': 1e6 }, table, region).dollars;
  expect([dollarsIn('us-east-1'), dollarsIn('eu-central-1')]).toEqual([0.625, 0.7625]);
});

test('services are summed, the dearest first, and quantities of several parts are one month', () => {
  const quantities = addQuantities({ alarms: 5, secrets: 1 }, { alarms: 15, metrics: 3 });
  expect(quantities).toEqual({ alarms: 20, secrets: 1, metrics: 3 });
  expect(sumByService(billOf(quantities, table, 'us-east-1'))).toEqual([
    { service: 'CloudWatch', dollars: 1, listDollars: expect.closeTo(2.9) },
    { service: 'Secrets Manager', dollars: 0.4, listDollars: 0.4 },
  ]);
});
