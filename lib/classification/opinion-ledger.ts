import type { OpinionBudget } from './opinion-budget.ts';
import type { OpinionQuestion, SecondOpinion } from './second-opinion.ts';

type OpinionEnd = 'answered' | 'unusable' | 'failed';

/** What was asked, and what it cost. Months are YYYY-MM in UTC, money is in whole millionths of a dollar. */
export interface OpinionLedger {
  /**
   * Takes the question of one article under one version of the prompt.
   *
   * @returns what stood there before: with `askedAt` it is somebody else's, or was asked; absent, or without, it is the
   *   caller's now
   */
  take(articleId: string, promptVersion: string, at: string): Promise<OpinionQuestion | undefined>;
  /** Gives a question back that was taken and not put. */
  giveBack(articleId: string, promptVersion: string): Promise<void>;
  keep(articleId: string, opinion: SecondOpinion): Promise<void>;
  /** Sets the worst case aside before a call. @returns false when the month has not that much left; nothing is set aside */
  reserve(month: string, microdollars: number, limit: number): Promise<boolean>;
  /** Notes how a call ended, and gives back what it did not use of what was set aside; below 0 it used more. */
  settle(month: string, unused: number, end: OpinionEnd, fault?: { says: string; at: string }): Promise<void>;
  /** undefined where nothing was asked in the month. */
  budget(month: string): Promise<OpinionBudget | undefined>;
}
