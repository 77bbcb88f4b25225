import { ASSUMED } from '../cost/assumptions.ts';
import { type BillLine, billOf, sumByService } from '../cost/bill.ts';
import { type CostModel, modelCost } from '../cost/cost-model.ts';
import { displayDollars, displayQuantity } from '../cost/display-quantity.ts';
import { MEASURED } from '../cost/measured-units.ts';
import { ModelInputs } from '../cost/model-inputs.ts';
import type { PriceTable } from '../cost/price-table.ts';
import { quantitiesOfUsage } from '../cost/quantities-of-usage.ts';
import { modelScales, scaleTable } from '../cost/scale-table.ts';
import { modelSensitivity, type Sensitivity } from '../cost/sensitivity.ts';
import { serviceLimits } from '../cost/service-limits.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { textTable } from './text-table.ts';

export interface CostModelOptions {
  feeds?: string | undefined;
  articles?: string | undefined;
  readers?: string | undefined;
  region?: string | undefined;
  scale?: boolean | undefined;
  json?: boolean | undefined;
}

/** Prints what a month of so many feeds and articles would cost, and what the answer hangs on; reads no table. */
export function costModelCommand(options: CostModelOptions, prices: PriceTable, io: CommandIo): void {
  const region = options.region ?? prices.regions[0] ?? '';
  if (!prices.regions.includes(region)) {
    throw new UserError(`--region ${region}: config/prices.json has prices of ${prices.regions.join(', ')}`, 2);
  }
  if (options.scale) io.stdout(printScales(options, prices, region));
  else io.stdout(printOne(options, prices, region));
}

/** The scales are of the table; JSON has each whole model and every limit. */
function printScales({ feeds, articles, readers, json }: CostModelOptions, prices: PriceTable, region: string): string {
  if ([feeds, articles, readers].some((given) => given !== undefined)) {
    throw new UserError('--scale is of 300, 3,000 and 30,000 feeds: leave out --feeds, --articles and --readers', 2);
  }
  return json ? JSON.stringify({ region, scales: modelScales(prices, region) }, null, 2) : scaleTable(prices, region);
}

function printOne(options: CostModelOptions, prices: PriceTable, region: string): string {
  const inputs = ModelInputs.parse({
    feeds: wholeNumber('--feeds', options.feeds, 1),
    articlesAMonth: wholeNumber('--articles', options.articles, 1),
    readers: wholeNumber('--readers', options.readers, 0),
  });
  const model = modelCost(inputs, prices, region);
  const sensitivity = modelSensitivity(inputs, prices, region);
  const limits = serviceLimits(inputs);
  if (options.json) return JSON.stringify({ region, ...model, sensitivity, limits }, null, 2);
  const [first] = limits;
  const nearest =
    first && `Nearest limit, ${Math.round(first.share * 100)} % used: ${first.name}\n  then: ${first.change}`;
  return [printModel(model, sensitivity, prices, region), nearest].join('\n\n');
}

function wholeNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= 1_000_000_000) return value;
  throw new UserError(`${name} ${text}: give a whole number from ${least}`, 2);
}

function printModel(model: CostModel, sensitivity: readonly Sensitivity[], prices: PriceTable, region: string): string {
  const { inputs, bill, byStage } = model;
  const stageRows = Object.entries(byStage).map(([stage, usage]) => [
    stage,
    displayQuantity(usage.invocations),
    displayQuantity(usage.megabyteMilliseconds / 1024 / 1000),
    displayQuantity(usage.readUnits),
    displayQuantity(usage.writeUnits),
    displayDollars(billOf(quantitiesOfUsage(usage), prices, region).listDollars),
  ]);
  const services = sumByService(bill).map(({ service, dollars, listDollars }) => [
    service,
    displayDollars(dollars),
    displayDollars(listDollars),
  ]);
  return [
    `A month of ${displayQuantity(inputs.feeds)} feeds and ${displayQuantity(inputs.articlesAMonth)} articles in ${region}, at the list prices of ${prices.asOf}; dollars`,
    textTable(['service', 'unit', 'quantity', 'free', 'dollars', 'nothing free'], bill.lines.map(lineRow)),
    textTable(['service', 'dollars', 'nothing free'], services),
    textTable(['stage', 'starts', 'GB-seconds', 'read units', 'write units', 'nothing free'], stageRows),
    [
      `In all ${displayDollars(bill.dollars)}, with what AWS gives every account each month; ${displayDollars(bill.listDollars)} if nothing were free`,
      `A thousand articles: ${displayDollars((bill.dollars / inputs.articlesAMonth) * 1000)}; a relevant one: ${displayDollars(bill.dollars / (inputs.articlesAMonth * inputs.relevantShare))}`,
    ].join('\n'),
    textTable(
      ['dollars', 'nothing free', 'when'],
      sensitivity.map(({ what, dollars, listDollars }) => [displayDollars(dollars), displayDollars(listDollars), what]),
    ),
    assumptionLines(inputs),
  ].join('\n\n');
}

const lineRow = ({ service, what, quantity, freeQuantity, dollars, listDollars }: BillLine): string[] => [
  service,
  what,
  displayQuantity(quantity),
  freeQuantity === 0 ? '–' : displayQuantity(freeQuantity),
  displayDollars(dollars),
  displayDollars(listDollars),
];

function assumptionLines(inputs: ModelInputs): string {
  const show = (values: object) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  return [
    `Measured on ${MEASURED.on} by "${MEASURED.command}": lib/cost/measured-units.ts`,
    `Taken for granted: ${show(inputs)}`,
    `and of what no measurement at home can tell: ${show(ASSUMED)}`,
  ].join('\n');
}
