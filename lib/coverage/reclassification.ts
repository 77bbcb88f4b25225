import type { Relevance } from '../classification/classification.ts';
import { type LabelChange, labelChanges } from './compare-labels.ts';
import type { Coverage } from './coverage.ts';

/** One article whose relevance is another by the rules of now. */
export interface Move {
  articleId: string;
  change: LabelChange;
  before: Relevance;
  after: Relevance;
  language: string;
  outletId: string;
  title: string;
  url: string;
  recordedAt: string;
  /** One line: the scores and the rules that make the difference. */
  reason: string;
}

/** Articles by what changes about them. */
export type ChangeCounts = Record<LabelChange, number>;

/** What applying the rules of now to stored articles came to. */
export interface Reclassification {
  ruleSetVersion: string;
  /** Records of the coverage table, and items that ended off topic. */
  judged: { coverage: number; offTopic: number };
  changes: ChangeCounts;
  byLanguage: Record<string, ChangeCounts>;
  moves: Move[];
  /** Recorded, labelled or ended by somebody else while this ran; left as they are. */
  changedMeanwhile: number;
  /** The archive has their text no more. */
  withoutText: number;
}

const noChanges = (): ChangeCounts => Object.fromEntries(labelChanges.map((change) => [change, 0])) as ChangeCounts;

export const newReclassification = (ruleSetVersion: string): Reclassification => ({
  ruleSetVersion,
  judged: { coverage: 0, offTopic: 0 },
  changes: noChanges(),
  byLanguage: {},
  moves: [],
  changedMeanwhile: 0,
  withoutText: 0,
});

export function countChange(report: Reclassification, change: LabelChange, language: string): void {
  report.changes[change] += 1;
  const own = report.byLanguage[language] ?? noChanges();
  own[change] += 1;
  report.byLanguage[language] = own;
}

/** What the judgement of each article is told and adds to. */
export interface ReclassifyRun {
  report: Reclassification;
  /** When the run began. */
  at: string;
  isDryRun: boolean;
}

export const placeOf = ({ articleId, language, outletId, title, url, recordedAt }: Coverage) => ({
  articleId,
  language,
  outletId,
  title,
  url,
  recordedAt,
});
