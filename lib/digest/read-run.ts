import { billOf } from '../cost/bill.ts';
import type { PriceTable } from '../cost/price-table.ts';
import { quantitiesOfUsage } from '../cost/quantities-of-usage.ts';
import { sumOfUsage } from '../cost/usage.ts';
import type { UsageStore } from '../cost/usage-store.ts';
import { dayBefore } from '../coverage/days.ts';

/** What was read on one day (UTC), and what AWS asks for it at list prices, without what stands month by month. */
export interface Run {
  day: string;
  /** Articles that were brought to an end, whatever it was. */
  articlesRead: number;
  dollars: number;
}

export interface ReadRunNeeds {
  usageStore: Pick<UsageStore, 'list'>;
  /** @throws InvalidInputError when `config/prices.json` is not right */
  readPrices: () => PriceTable;
  settings: { region: string };
}

/**
 * The last day that is over at an instant; the day that is, where nothing was metered on the one before.
 *
 * @returns undefined when nothing was metered on either
 */
export async function readRun(
  upTo: string,
  { usageStore, readPrices, settings }: ReadRunNeeds,
): Promise<Run | undefined> {
  const today = upTo.slice(0, 10);
  const yesterday = dayBefore(today, 1);
  const rows = await usageStore.list(yesterday, today);
  const day = rows[0]?.day;
  if (day === undefined) return undefined;
  const usage = sumOfUsage(rows.filter((row) => row.day === day).map((row) => row.usage));
  const prices = readPrices();
  const region = prices.regions.includes(settings.region) ? settings.region : (prices.regions[0] ?? settings.region);
  const { listDollars } = billOf(quantitiesOfUsage(usage), prices, region);
  return { day, articlesRead: usage.articles, dollars: listDollars };
}
