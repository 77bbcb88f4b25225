import type { Evidence } from './find-evidence.ts';
import { PAIRED_PARTS } from './text-parts.ts';

export interface PairOfParts {
  /** `killing+year`, in the order of the alphabet. */
  name: string;
  /** From the one to the other. */
  piece: Evidence;
}

/**
 * Parts that stand in one sentence say more than apart: a year and a rope, a court and a guard's name.
 *
 * @param parts the first words of each part in the sentence
 */
export function pairParts(parts: ReadonlyMap<string, Evidence>): PairOfParts[] {
  const own = [...parts]
    .filter(([part]) => PAIRED_PARTS.has(part))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return own.flatMap(([one, first], place) =>
    own.slice(place + 1).map(([other, second]) => ({
      name: `${one}+${other}`,
      piece: {
        ...first,
        firstWord: Math.min(first.firstWord, second.firstWord),
        lastWord: Math.max(first.lastWord, second.lastWord),
      },
    })),
  );
}
