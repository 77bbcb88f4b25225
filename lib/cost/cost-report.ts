import { addQuantities, type Bill, billOf, type Quantities } from './bill.ts';
import { MEASURED } from './measured-units.ts';
import type { PriceTable } from './price-table.ts';
import { GIGABYTE, quantitiesOfUsage } from './quantities-of-usage.ts';
import { standingQuantities } from './standing-charges.ts';
import { sumOfUsage, type Usage } from './usage.ts';
import type { DayUsage } from './usage-store.ts';

/** What was metered, at what price. */
interface Metered {
  usage: Usage;
  bill: Bill;
}

export interface StageCost {
  stage: string;
  usage: Usage;
  /** At the list price: what is free belongs to the account and not to a stage. */
  listDollars: number;
}

export interface CostReport {
  /** YYYY-MM, in UTC. */
  month: string;
  /** Of the prices; the table's first where the region in use has none. */
  region: string;
  pricesAsOf: string;
  /** The last day of the month on which anything was metered, which may not be over yet. */
  lastDay?: Metered & { day: string };
  monthToDate: Metered;
  byStage: StageCost[];
  /** Metered, at the list price; absent where no article was read. */
  aThousandArticles?: number;
  aRelevantArticle?: number;
  /** For the whole month: alarms, metrics, secrets, idle queues, and what the month stores. Estimated, not metered. */
  standing: Bill;
  /** The whole month at this pace, with what stands; absent before a whole day was metered. */
  projected?: { fromDays: number; bill: Bill };
}

const DAY_MILLISECONDS = 86_400_000;

export interface ReportedMonth {
  /** YYYY-MM */
  month: string;
  now: Date;
  /** Rows of the month. */
  rows: readonly DayUsage[];
}

/** What a month cost so far, and where it is going. */
export function costReport({ month, now, rows }: ReportedMonth, prices: PriceTable, region: string): CostReport {
  const used = priceRegion(prices, region);
  const meter = (usage: Usage): Metered => ({ usage, bill: billOf(quantitiesOfUsage(usage), prices, used) });
  const usage = sumOfUsage(rows.map((row) => row.usage));
  const monthToDate = meter(usage);
  const lastDay = rows.at(-1)?.day;
  const { days, elapsedDays } = pace(month, now, rows);
  const factor = elapsedDays >= 1 ? days / elapsedDays : 1;
  const standing = addQuantities(standingQuantities(days), stored(usage, factor));
  const { articles, relevantArticles } = usage;
  return {
    month,
    region: used,
    pricesAsOf: prices.asOf,
    ...(lastDay !== undefined && {
      lastDay: {
        day: lastDay,
        ...meter(sumOfUsage(rows.filter(({ day }) => day === lastDay).map((row) => row.usage))),
      },
    }),
    monthToDate,
    byStage: stageCosts(rows, prices, used),
    ...(articles > 0 && { aThousandArticles: (monthToDate.bill.listDollars / articles) * 1000 }),
    ...(relevantArticles > 0 && { aRelevantArticle: monthToDate.bill.listDollars / relevantArticles }),
    standing: billOf(standing, prices, used),
    ...(elapsedDays >= 1 && {
      projected: {
        fromDays: elapsedDays,
        bill: billOf(addQuantities(scaled(quantitiesOfUsage(usage), factor), standing), prices, used),
      },
    }),
  };
}

/** The region to reckon with. */
const priceRegion = ({ regions }: PriceTable, region: string): string =>
  regions.includes(region) ? region : (regions[0] ?? region);

/** Days of the month, and how many of them the rows speak for: from the first metered day to now or the month's end. */
function pace(month: string, now: Date, rows: readonly DayUsage[]): { days: number; elapsedDays: number } {
  const start = Date.parse(`${month}-01`);
  const end = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
  const first = rows[0] === undefined ? end : Date.parse(rows[0].day);
  return {
    days: (end - start) / DAY_MILLISECONDS,
    elapsedDays: Math.max(0, (Math.min(now.getTime(), end) - first) / DAY_MILLISECONDS),
  };
}

function stageCosts(rows: readonly DayUsage[], prices: PriceTable, region: string): StageCost[] {
  return Object.entries(Object.groupBy(rows, ({ stage }) => stage))
    .map(([stage, own = []]) => {
      const usage = sumOfUsage(own.map((row) => row.usage));
      return { stage, usage, listDollars: billOf(quantitiesOfUsage(usage), prices, region).listDollars };
    })
    .sort((a, b) => b.listDollars - a.listDollars || a.stage.localeCompare(b.stage));
}

/** What the month adds to what lies there; each further month pays it again. */
function stored({ articles, relevantArticles, objectBytes, logBytes }: Usage, factor: number): Quantities {
  const { article, relevant } = MEASURED;
  const rowBytes = articles * article.tableBytes + relevantArticles * relevant.tableBytes;
  return scaled(
    {
      'dynamodb-storage': rowBytes / GIGABYTE,
      'dynamodb-backup': rowBytes / GIGABYTE,
      's3-storage': objectBytes / GIGABYTE,
      'logs-stored': logBytes / GIGABYTE,
    },
    factor,
  );
}

const scaled = (quantities: Quantities, factor: number): Quantities =>
  Object.fromEntries(Object.entries(quantities).map(([unit, quantity]) => [unit, quantity * factor]));
