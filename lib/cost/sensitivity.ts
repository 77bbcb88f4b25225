import { modelCost } from './cost-model.ts';
import type { ModelInputs } from './model-inputs.ts';
import type { PriceTable } from './price-table.ts';

export interface Sensitivity {
  /** What was taken otherwise. */
  what: string;
  dollars: number;
  listDollars: number;
}

const PER_CENT = 100;

/** What the answer hangs on: each assumption taken worse, the others as they are. */
export function modelSensitivity(inputs: ModelInputs, prices: PriceTable, region: string): Sensitivity[] {
  const { feedSeconds, pageSeconds, failingShare, changedShare, relevantShare, checksADay } = inputs;
  const worse: [string, Partial<ModelInputs>][] = [
    ['as asked', {}],
    [
      `servers half as fast (${feedSeconds * 2} s a feed, ${pageSeconds * 2} s a page)`,
      { feedSeconds: feedSeconds * 2, pageSeconds: pageSeconds * 2 },
    ],
    [`${failingShare * 5 * PER_CENT} % of them never answer`, { failingShare: failingShare * 5 }],
    ['one message in every batch', { feedsInBatch: 1, articlesInBatch: 1 }],
    ['every document changed at every check', { changedShare: 1 }],
    [`${relevantShare * 5 * PER_CENT} % of the articles relevant`, { relevantShare: relevantShare * 5 }],
    [`asked every ${Math.round(720 / checksADay)} minutes`, { checksADay: checksADay * 2 }],
    ['every invocation a cold start', { coldShare: 1 }],
    ['1,000 readers', { readers: 1000 }],
    ['in its first month', { monthsKept: 1 }],
  ];
  return worse
    .filter(([, { changedShare: changed }]) => changed !== changedShare)
    .map(([what, changes]) => {
      const capped = { ...inputs, ...changes };
      const { bill } = modelCost(
        { ...capped, failingShare: Math.min(1, capped.failingShare), relevantShare: Math.min(1, capped.relevantShare) },
        prices,
        region,
      );
      return { what, dollars: bill.dollars, listDollars: bill.listDollars };
    });
}
