import { SHINGLE_WORDS } from './shingles.ts';
import type { ReadStoryText } from './story-text.ts';
import { findWeekdays } from './weekdays.ts';

/** Longer stretches between two shared passages are another text, not a word in another's place. */
const MOST_WORDS = 16;

/**
 * Places where two texts go on alike but have other numbers, or another day of the week: a form that was filled in anew for
 * another year or day. An edited copy leaves out and adds, but keeps its numbers.
 */
export function countChangedNumbers(a: ReadStoryText, b: ReadStoryText): number {
  const placesInB = new Map<number, number>();
  for (const [place, shingle] of b.shingles.entries()) if (!placesInB.has(shingle)) placesInB.set(shingle, place);
  let changed = 0;
  // Both texts begin alike.
  let last = { inA: -SHINGLE_WORDS, inB: -SHINGLE_WORDS };
  for (const [inA, shingle] of a.shingles.entries()) {
    const inB = placesInB.get(shingle);
    if (inB === undefined) continue;
    if (areOthers(wordsBetween(a, last.inA, inA), wordsBetween(b, last.inB, inB))) changed += 1;
    last = { inA, inB };
  }
  return changed;
}

type Words = ReadStoryText['words'];

/** Empty where one shingle follows the other, or comes before it. */
const wordsBetween = ({ words }: ReadStoryText, from: number, to: number): Words =>
  words.slice(from + SHINGLE_WORDS, to);

function areOthers(one: Words, other: Words): boolean {
  if (one.length === 0 || other.length === 0 || Math.max(one.length, other.length) > MOST_WORDS) return false;
  return areApart(numbersOf(one), numbersOf(other)) || areApart(findWeekdays(one), findWeekdays(other));
}

const numbersOf = (words: Words) => new Set(words.map(({ folded }) => folded).filter((word) => /^\d+$/.test(word)));

const areApart = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>) =>
  a.size > 0 && b.size > 0 && a.intersection(b).size === 0;
