import { type BillLine, sumByService } from '../cost/bill.ts';
import type { CostReport, StageCost } from '../cost/cost-report.ts';
import { displayDollars, displayQuantity } from '../cost/display-quantity.ts';
import { textTable } from './text-table.ts';

/** The report as text for a terminal. */
export function printCostReport(report: CostReport): string {
  const { month, region, pricesAsOf, monthToDate, lastDay, byStage, standing } = report;
  return [
    `Cost of ${month} in ${region}, at the list prices of ${pricesAsOf} (config/prices.json); dollars`,
    textTable(['service', 'unit', `on ${lastDay?.day}`, month, 'price', 'last day', 'month'], unitRows(report)),
    textTable(['stage', 'starts', 'GB-seconds', 'read units', 'write units', 'SQS', 'dollars'], byStage.map(stageRow)),
    `Metered in the month: ${displayDollars(monthToDate.bill.listDollars)}; ${displayDollars(monthToDate.bill.dollars)} after what is always free`,
    articlesLine(report),
    textTable(['stands, for the month', 'unit', 'quantity', 'free', 'dollars'], standing.lines.map(standingRow)),
    `Standing (estimated, not metered): ${displayDollars(standing.listDollars)}; ${displayDollars(standing.dollars)} after what is always free`,
    projectionLines(report),
  ].join('\n\n');
}

function unitRows({ monthToDate, lastDay }: CostReport): string[][] {
  const daily = new Map(lastDay?.bill.lines.map((line) => [line.unit, line]));
  return monthToDate.bill.lines.map((line) => {
    const day = daily.get(line.unit);
    return [
      line.service,
      line.what,
      displayQuantity(day?.quantity ?? 0),
      displayQuantity(line.quantity),
      priceOf(line),
      displayDollars(day?.listDollars ?? 0),
      displayDollars(line.listDollars),
    ];
  });
}

/** Of a million where one costs next to nothing. */
function priceOf({ listDollars, quantity }: BillLine): string {
  const one = listDollars / quantity;
  return one < 0.0001 ? `${Number((one * 1e6).toPrecision(6))}/M` : String(Number(one.toPrecision(4)));
}

const stageRow = ({ stage, usage, listDollars }: StageCost): string[] => [
  stage,
  displayQuantity(usage.invocations),
  displayQuantity(usage.megabyteMilliseconds / 1024 / 1000),
  displayQuantity(usage.readUnits),
  displayQuantity(usage.writeUnits),
  displayQuantity(usage.fifoRequests + usage.standardRequests),
  displayDollars(listDollars),
];

const standingRow = ({ service, what, quantity, freeQuantity, dollars }: BillLine): string[] => [
  service,
  what,
  displayQuantity(quantity),
  freeQuantity === 0 ? '–' : displayQuantity(freeQuantity),
  displayDollars(dollars),
];

function articlesLine({ monthToDate: { usage }, aThousandArticles, aRelevantArticle }: CostReport): string {
  const { articles, relevantArticles, feedChecks, unchangedChecks, bytesFetched } = usage;
  const megabytes = displayQuantity(bytesFetched / 1024 ** 2);
  return [
    `${displayQuantity(articles)} articles read, ${displayQuantity(relevantArticles)} relevant; ${displayQuantity(feedChecks)} checks of feeds, ${displayQuantity(unchangedChecks)} without news; ${megabytes} MB fetched, which is free`,
    ...(aThousandArticles === undefined ? [] : [`A thousand articles, metered: ${displayDollars(aThousandArticles)}`]),
    ...(aRelevantArticle === undefined ? [] : [`A relevant article, metered: ${displayDollars(aRelevantArticle)}`]),
  ].join('\n');
}

function projectionLines({ projected, month }: CostReport): string {
  if (projected === undefined) return 'The whole month: not said before one whole day has been metered';
  const { bill, fromDays } = projected;
  const services = sumByService(bill)
    .filter(({ dollars }) => dollars >= 0.005)
    .map(({ service, dollars }) => `${service} ${displayDollars(dollars)}`);
  return [
    `The whole of ${month} at this pace (${displayQuantity(fromDays)} days metered), with what stands: ${displayDollars(bill.dollars)}; ${displayDollars(bill.listDollars)} if nothing were free`,
    `  ${services.join(', ')}`,
  ].join('\n');
}
