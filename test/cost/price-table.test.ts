import { expect, test } from 'vitest';
import prices from '../../config/prices.json' with { type: 'json' };
import { PricedUnit, parsePriceTable } from '../../lib/cost/price-table.ts';

const units: Record<string, { prices: Record<string, number> }> = prices.units;
const withUnit = (name: string, changes: object) => ({
  ...prices,
  units: { ...units, [name]: { ...units[name], ...changes } },
});

test('the shipped table has a dated price with its source for everything that is priced, in both regions', () => {
  const table = parsePriceTable(prices);
  expect(Object.keys(table.units)).toEqual(PricedUnit.options);
  expect(table.regions).toEqual(['us-east-1', 'eu-central-1']);
  for (const price of Object.values(table.units)) {
    expect(Object.keys(price.prices)).toEqual(table.regions);
    expect(price.writtenOn <= table.asOf).toBe(true);
  }
});

test.each([
  [
    'a price of a region is missing',
    withUnit('alarms', { prices: { 'us-east-1': 0.1 } }),
    'units.alarms.prices.eu-central-1: no price',
  ],
  [
    'a price is below nothing',
    withUnit('alarms', { prices: { 'us-east-1': -1, 'eu-central-1': 0.1 } }),
    'units.alarms.prices.us-east-1',
  ],
  [
    'a price is a text',
    withUnit('secrets', { prices: { 'us-east-1': '0.4', 'eu-central-1': 0.4 } }),
    'units.secrets.prices.us-east-1',
  ],
  [
    'a unit is missing',
    { ...prices, units: Object.fromEntries(Object.entries(units).slice(1)) },
    'units.lambda-requests',
  ],
  ['a unit is unknown', { ...prices, units: { ...units, alarm: units.alarms } }, 'alarm'],
  ['a word is misspelled', withUnit('alarms', { pricse: {} }), 'units.alarms'],
  ['the source is no address', withUnit('alarms', { source: 'the web' }), 'units.alarms.source'],
  ['the date is none', { ...prices, asOf: 'November' }, 'asOf'],
])('a table in which %s is refused with the name of the entry', (_, table, named) => {
  expect(() => parsePriceTable(table)).toThrow(`config/prices.json: `);
  expect(() => parsePriceTable(table)).toThrow(named);
});
