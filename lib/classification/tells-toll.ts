import { countsLiving } from './counts-living.ts';
import { findAmounts } from './find-amounts.ts';
import { hasOtherTime, hasOtherYear } from './other-times.ts';
import type { FactField } from './read-fact-field.ts';

/** Fewer may have been executed in a year of today. */
const LEAST = 2000;
const MANY: ReadonlySet<string | undefined> = new Set(['tens-of-thousands', 'several-thousand', 'thousands']);

/** Whether a sentence counts thousands of dead and names no other time: nothing else killed so many of Iran's prisoners. */
export function tellsToll(field: FactField): boolean {
  return findAmounts(field).some((amount) => {
    const isLarge = amount.value === undefined ? MANY.has(amount.qualifierKind) : amount.value >= LEAST;
    const sentence = isLarge ? field.sentences[field.sentenceOf[amount.firstWord] ?? -1] : undefined;
    if (!sentence) return false;
    const bounds: [number, number] = [sentence.firstWord, sentence.endWord - 1];
    return (
      field.has('killing', ...bounds) &&
      !field.has('battle', ...bounds) &&
      !hasOtherTime(field, ...bounds) &&
      !hasOtherYear(field, ...bounds) &&
      !countsLiving(field, amount, 'people', bounds)
    );
  });
}
