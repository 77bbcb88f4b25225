import { OpinionBudget } from '../../lib/classification/opinion-budget.ts';
import type { OpinionLedger } from '../../lib/classification/opinion-ledger.ts';
import type { OpinionQuestion } from '../../lib/classification/second-opinion.ts';

/** Questions and budgets, in memory. */
export function createMemoryOpinionLedger(): OpinionLedger {
  const questions = new Map<string, OpinionQuestion>();
  const budgets = new Map<string, OpinionBudget>();
  const budgetOf = (month: string) => {
    const found = budgets.get(month) ?? OpinionBudget.parse({ month });
    budgets.set(month, found);
    return found;
  };
  const change = (key: string, changes: (question: OpinionQuestion) => OpinionQuestion) => {
    const found = questions.get(key);
    if (found) questions.set(key, changes(found));
  };
  return {
    async take(articleId, promptVersion, at) {
      const key = `${articleId} ${promptVersion}`;
      const before = questions.get(key);
      questions.set(key, { ...before, articleId, askedAt: before?.askedAt ?? at });
      return structuredClone(before);
    },
    giveBack: async (articleId, promptVersion) =>
      change(`${articleId} ${promptVersion}`, ({ askedAt: _askedAt, ...question }) => question),
    keep: async (articleId, opinion) =>
      change(`${articleId} ${opinion.promptVersion}`, (question) => ({ ...question, opinion })),
    async reserve(month, microdollars, limit) {
      const budget = budgetOf(month);
      const hasRoom = budget.microdollars + microdollars <= limit;
      if (hasRoom) budget.microdollars += microdollars;
      else budget.overBudget += 1;
      return hasRoom;
    },
    async settle(month, unused, end, fault) {
      const budget = budgetOf(month);
      budget.microdollars -= unused;
      budget[end] += 1;
      if (fault) Object.assign(budget, { lastFault: fault.says, lastFaultAt: fault.at });
    },
    budget: async (month) => structuredClone(budgets.get(month)),
  };
}
