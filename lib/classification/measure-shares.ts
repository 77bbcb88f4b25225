import type { ReadField } from './find-evidence.ts';
import { GROUP } from './text-parts.ts';

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

/** @param groupsIn groups of the parts that stand in a sentence, by its place */
export function measureShares(sentences: ReadField['sentences'], groupsIn: (place: number) => number): SharesOfParts {
  const words = { own: 0, tied: 0, other: 0, bare: 0 };
  let all = 0;
  let place = -1;
  for (const { kind, firstWord, endWord } of sentences) {
    place += 1;
    if (kind !== 'sentence') continue;
    const size = endWord - firstWord;
    const groups = groupsIn(place);
    all += size;
    if (groups & GROUP.subject) words.own += size;
    else if (!(groups & GROUP.notCommon)) words.bare += size;
    if (groups & GROUP.tying) words.tied += size;
    if (groups & GROUP.other) words.other += size;
  }
  const shareOf = (count: number) => (all === 0 ? 0 : count / all);
  return {
    own: shareOf(words.own),
    tied: shareOf(words.tied),
    other: shareOf(words.other),
    bare: shareOf(words.bare),
  };
}
