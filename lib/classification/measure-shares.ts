import type { ReadField } from './find-evidence.ts';
import { COMMON_PARTS, OTHER_PARTS, SUBJECT_PARTS, TYING_PARTS } from './text-parts.ts';

/** How much of a text, 0 to 1, is in sentences with … */
export interface SharesOfParts {
  /** parts of the subject */
  own: number;
  /** parts that tie them to it */
  tied: number;
  /** parts of another subject */
  other: number;
  /** none of all these, and nothing but what every story has */
  bare: number;
}

/** @param partsOf the parts that stand in a sentence, by its place */
export function measureShares(
  sentences: ReadField['sentences'],
  partsOf: (place: number) => Iterable<string>,
): SharesOfParts {
  const words = { own: 0, tied: 0, other: 0, bare: 0 };
  let all = 0;
  for (const [place, { kind, firstWord, endWord }] of sentences.entries()) {
    if (kind !== 'sentence') continue;
    const size = endWord - firstWord;
    const parts = [...partsOf(place)];
    all += size;
    if (parts.some((part) => SUBJECT_PARTS.has(part))) words.own += size;
    else if (parts.every((part) => COMMON_PARTS.has(part))) words.bare += size;
    if (parts.some((part) => TYING_PARTS.has(part))) words.tied += size;
    if (parts.some((part) => OTHER_PARTS.has(part))) words.other += size;
  }
  const shareOf = (count: number) => (all === 0 ? 0 : count / all);
  return {
    own: shareOf(words.own),
    tied: shareOf(words.tied),
    other: shareOf(words.other),
    bare: shareOf(words.bare),
  };
}
