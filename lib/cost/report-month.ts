import { type CostReport, costReport } from './cost-report.ts';
import type { PriceTable } from './price-table.ts';
import type { UsageStore } from './usage-store.ts';

export interface ReportMonthNeeds {
  usageStore: Pick<UsageStore, 'list'>;
  /** @throws InvalidInputError when `config/prices.json` is not right */
  readPrices: () => PriceTable;
  settings: { region: string };
  now: () => Date;
}

/** @param month YYYY-MM; the month that is, when absent */
export async function reportMonth(month: string | undefined, needs: ReportMonthNeeds): Promise<CostReport> {
  const now = needs.now();
  const wanted = month ?? now.toISOString().slice(0, 7);
  const lastDay = new Date(Date.UTC(Number(wanted.slice(0, 4)), Number(wanted.slice(5)), 0)).toISOString().slice(0, 10);
  const rows = await needs.usageStore.list(`${wanted}-01`, lastDay);
  return costReport({ month: wanted, now, rows }, needs.readPrices(), needs.settings.region);
}
