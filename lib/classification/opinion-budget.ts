import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

const count = z.int().min(0).default(0);

/** What second opinions cost in one month, and how they went. */
export const OpinionBudget = z.object({
  /** YYYY-MM, in UTC. */
  month: z.string(),
  /** Spent, and set aside for questions under way; what a crash left set aside stays counted. */
  microdollars: count,
  answered: count,
  /** Answered, but not in the form that was asked for. */
  unusable: count,
  failed: count,
  /** Texts near the threshold that were not put to the model, for the month had no money left. */
  overBudget: count,
  /** Of the last call that failed: name and message of the fault. */
  lastFault: z.string().optional(),
  lastFaultAt: z.iso.datetime().optional(),
});
export type OpinionBudget = z.infer<typeof OpinionBudget>;

export const opinionBudgetHistory: RecordHistory = { name: 'budget of second opinions', upgrades: [] };
