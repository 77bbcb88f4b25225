import type { PricedUnit, PriceTable } from './price-table.ts';

/** How much there was of what has a price. */
export type Quantities = Readonly<Partial<Record<PricedUnit, number>>>;

export interface BillLine {
  unit: PricedUnit;
  service: string;
  /** One of them, in words. */
  what: string;
  quantity: number;
  /** Of the quantity, what every account has free each month. */
  freeQuantity: number;
  /** After the free part. */
  dollars: number;
  /** At the list price, nothing free. */
  listDollars: number;
}

export interface Bill {
  /** In the order of the price table; what there was none of is left out. */
  lines: BillLine[];
  dollars: number;
  listDollars: number;
}

/**
 * A month's quantities at the prices of a region. Only what is free for ever counts as free, not what is free in an
 * account's first year.
 */
export function billOf(quantities: Quantities, prices: PriceTable, region: string): Bill {
  const lines = (Object.entries(prices.units) as [PricedUnit, PriceTable['units'][PricedUnit]][]).flatMap(
    ([unit, { service, unit: what, per, prices: byRegion, free }]): BillLine[] => {
      const quantity = quantities[unit] ?? 0;
      if (quantity === 0) return [];
      const freeQuantity = free?.lasts === 'always' ? Math.min(quantity, free.amount) : 0;
      const priceOfOne = (byRegion[region] ?? 0) / per;
      return [
        {
          unit,
          service,
          what,
          quantity,
          freeQuantity,
          dollars: (quantity - freeQuantity) * priceOfOne,
          listDollars: quantity * priceOfOne,
        },
      ];
    },
  );
  return { lines, dollars: sumOf(lines, 'dollars'), listDollars: sumOf(lines, 'listDollars') };
}

export interface ServiceSum {
  service: string;
  dollars: number;
  listDollars: number;
}

/** Sums by service, the dearest first. */
export function sumByService({ lines }: Pick<Bill, 'lines'>): ServiceSum[] {
  const services = Object.entries(Object.groupBy(lines, ({ service }) => service));
  return services
    .map(([service, own = []]) => ({
      service,
      dollars: sumOf(own, 'dollars'),
      listDollars: sumOf(own, 'listDollars'),
    }))
    .sort((a, b) => b.listDollars - a.listDollars || a.service.localeCompare(b.service));
}

/** One month of several parts, so that what is free is taken off once. */
export function addQuantities(...parts: Quantities[]): Quantities {
  const sum: Partial<Record<PricedUnit, number>> = {};
  for (const part of parts) {
    for (const [unit, quantity] of Object.entries(part) as [PricedUnit, number][]) {
      sum[unit] = (sum[unit] ?? 0) + quantity;
    }
  }
  return sum;
}

const sumOf = (lines: readonly BillLine[], field: 'dollars' | 'listDollars') =>
  lines.reduce((sum, line) => sum + line[field], 0);
