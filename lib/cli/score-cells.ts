import type { LabelScore, Share } from '../classification/score-labels.ts';

/** ".98 (.92–1.00)" */
function shareCell({ share, low, high }: Share): string {
  return share === undefined ? '–' : `${share.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

export const SCORE_HEADINGS = ['texts', 'precision before', 'after', 'recall before', 'after'] as const;

/** The cells under {@link SCORE_HEADINGS}; intervals of 95 %. */
export function scoreCells({ before, after }: { before: LabelScore; after: LabelScore }): string[] {
  return [String(before.texts), ...[before.precision, after.precision, before.recall, after.recall].map(shareCell)];
}
