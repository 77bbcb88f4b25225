import type { Classification } from '../classification/classification.ts';

/** Why a text ended as it did, as the item's reason says it. */
export function sayScore({ score, threshold }: Pick<Classification, 'score' | 'threshold'>): string {
  return `score ${score.toFixed(1)}, relevant from ${threshold.toFixed(1)}`;
}
