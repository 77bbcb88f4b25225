import type { OpinionLedger } from '../classification/opinion-ledger.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import type { Finding } from './doctor.ts';

export interface FindSecondOpinionsNeeds {
  opinionLedger: Pick<OpinionLedger, 'budget'>;
  now: () => Date;
}

/** What second opinions did this month, what they cost, and whether the model may be asked at all. */
export async function findSecondOpinions({ opinionLedger, now }: FindSecondOpinionsNeeds): Promise<Finding> {
  const budget = await opinionLedger.budget(now().toISOString().slice(0, 7));
  if (budget === undefined) return { state: 'ok', says: 'no model was asked this month' };
  const { answered, unusable, failed, overBudget, microdollars, lastFault = 'no reason kept', lastFaultAt } = budget;
  const says = `${answered} given, ${unusable} unusable, ${failed} failed, ${overBudget} left out for the budget; ${(microdollars / 1e6).toFixed(2)} dollars this month`;
  if (failed > answered + unusable) {
    const todo = /AccessDenied|ResourceNotFound/.test(lastFault)
      ? 'Bedrock’s console, "Model access", in the stack’s region: ask for the model, or choose another in config/deployment.json'
      : 'docs/deploy.md, "A second opinion"';
    return {
      state: 'look',
      says: `${says}; last fault ${lastFaultAt?.slice(0, 16)}: ${withoutUnseen(lastFault)}`,
      todo,
    };
  }
  if (overBudget === 0) return { state: 'ok', says };
  return { state: 'look', says, todo: 'raise "monthlyDollars", or narrow "bandPoints", in config/deployment.json' };
}
