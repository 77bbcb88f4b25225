import type { Amount } from './find-amounts.ts';

/**
 * First and last word of the clause that an amount stands in.
 *
 * @param bounds first and last word of its sentence
 * @param ends whether the clause ends behind a word
 */
export function clauseAround(
  { firstWord, lastWord }: Amount,
  [first, last]: [number, number],
  ends: (word: number) => boolean,
): [number, number] {
  let [from, to] = [firstWord, lastWord];
  while (from > first && !ends(from - 1)) from -= 1;
  while (to < last && !ends(to)) to += 1;
  return [from, to];
}
