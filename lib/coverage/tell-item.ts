import type { Relevance } from '../classification/classification.ts';
import type { Item, ItemOutcome } from '../feeds/item.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import type { Coverage } from './coverage.ts';
import { sayScore } from './say-score.ts';

const OUTCOMES = {
  relevant: 'recorded',
  'passing-mention': 'passing-mention',
  'off-topic': 'off-topic',
} as const satisfies Record<Relevance, ItemOutcome>;

export const outcomeOf = (relevance: Relevance): ItemOutcome => OUTCOMES[relevance];

/** Whether an item ended by what the rules said of it. */
export const isOutcomeOfLabels = (outcome: ItemOutcome | undefined): boolean =>
  outcome !== undefined && Object.values<ItemOutcome>(OUTCOMES).includes(outcome);

const STAGE = 'reclassify';

/** Whether an item was given the end of its record. */
export const wasTold = ({ trace }: Item): boolean => trace.some(({ stage }) => stage === STAGE);

/** Gives an item the end that goes with its record; its trace says how it had ended. */
export async function tellItem(
  item: Item,
  { relevance, score, threshold, ruleSetVersion }: Coverage,
  at: string,
  { itemStore }: { itemStore: Pick<ItemStore, 'relabelItem'> },
): Promise<void> {
  const reason = sayScore({ score, threshold });
  const what = `judged anew by rule set ${ruleSetVersion}: it had ended as ${item.outcome}, now ${relevance}: ${reason}`;
  await itemStore.relabelItem(item, { outcome: outcomeOf(relevance), reason, score }, { at, stage: STAGE, what });
}
