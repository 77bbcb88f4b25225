import type { StageName } from '../pipeline.ts';
import { addQuantities, type Bill, billOf, type Quantities } from './bill.ts';
import { DAYS_A_MONTH, type ModelInputs } from './model-inputs.ts';
import { modelMailEvents, modelPollFeeds, modelSendDigests, modelWeb } from './model-other-stages.ts';
import { modelFetchFeed, modelReadArticle } from './model-queue-stages.ts';
import { modelStored } from './model-stored.ts';
import type { PriceTable } from './price-table.ts';
import { quantitiesOfUsage } from './quantities-of-usage.ts';
import { standingQuantities } from './standing-charges.ts';
import { sumOfUsage, type Usage } from './usage.ts';

export interface CostModel {
  inputs: ModelInputs;
  /** What would be metered in a month of 30 days. */
  byStage: Readonly<Record<StageName, Usage>>;
  /** What is not metered: it stands, or lies stored. */
  standing: Quantities;
  bill: Bill;
}

/** What a month would use, and what it would cost. */
export function modelCost(inputs: ModelInputs, prices: PriceTable, region: string): CostModel {
  const byStage = {
    'poll-feeds': modelPollFeeds(inputs),
    'fetch-feed': modelFetchFeed(inputs),
    'read-article': modelReadArticle(inputs),
    'send-digests': modelSendDigests(inputs),
    'mail-events': modelMailEvents(inputs),
    web: modelWeb(inputs),
  };
  const metered = sumOfUsage(Object.values(byStage));
  const standing = addQuantities(standingQuantities(DAYS_A_MONTH), modelStored(inputs, metered));
  return {
    inputs,
    byStage,
    standing,
    bill: billOf(addQuantities(quantitiesOfUsage(metered), standing), prices, region),
  };
}
