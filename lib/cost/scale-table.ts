import { sumByService } from './bill.ts';
import { type CostModel, modelCost } from './cost-model.ts';
import { ModelInputs } from './model-inputs.ts';
import type { PriceTable } from './price-table.ts';
import { type ServiceLimit, serviceLimits } from './service-limits.ts';

const SCALES = [
  { feeds: 300, articlesAMonth: 60_000 },
  { feeds: 3_000, articlesAMonth: 600_000 },
  { feeds: 30_000, articlesAMonth: 6_000_000 },
];

const HEADINGS = [
  'feeds',
  'articles a month',
  'dollars a month',
  'nothing free',
  'a thousand articles',
  'dearest',
  'first limit',
  'what to change',
];

/**
 * The tables of `docs/cost.md`: what ten and a hundred times as many feeds cost and what gives way first; then how much
 * of every limit is used.
 */
export function scaleTable(prices: PriceTable, region: string): string {
  const scales = modelScales(prices, region);
  return `${markdown(HEADINGS, scales.map(rowOf))}\n\n${limitsTable(scales)}`;
}

export interface ScaleModel extends CostModel {
  /** The nearest first. */
  limits: ServiceLimit[];
}

export const modelScales = (prices: PriceTable, region: string): ScaleModel[] =>
  SCALES.map((scale) => {
    const inputs = ModelInputs.parse(scale);
    return { ...modelCost(inputs, prices, region), limits: serviceLimits(inputs) };
  });

function limitsTable(scales: readonly ScaleModel[]): string {
  const used = scales.map(({ limits }) => new Map(limits.map(({ name, share }) => [name, share])));
  const rows = (scales.at(-1)?.limits ?? []).map(({ name, change }) => [
    name,
    ...used.map((shares) => `${((shares.get(name) ?? 0) * 100).toFixed(0)} %`),
    change,
  ]);
  return markdown(['limit', ...scales.map(({ inputs }) => `${counted(inputs.feeds)} feeds`), 'what to change'], rows);
}

const markdown = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function rowOf({ inputs, bill, limits: [first] }: ScaleModel): string[] {
  const dearest = sumByService(bill).toSorted((a, b) => b.dollars - a.dollars)[0];
  const share = first?.share ?? 0;
  // Every share that can come first grows with the feeds.
  const metAt = Math.round(inputs.feeds / share / 100) * 100;
  const limit =
    share < 1
      ? `none; nearest at ${Math.round(share * 100)} %: ${first?.name}`
      : `from about ${counted(metAt)} feeds on: ${first?.name}`;
  return [
    counted(inputs.feeds),
    counted(inputs.articlesAMonth),
    bill.dollars.toFixed(2),
    bill.listDollars.toFixed(2),
    ((bill.dollars / inputs.articlesAMonth) * 1000).toFixed(2),
    `${dearest?.service} ${dearest?.dollars.toFixed(2)}`,
    limit,
    share < 0.5 ? '–' : (first?.change ?? '–'),
  ];
}

const counted = (count: number): string => count.toLocaleString('en-US');
