import { countsLiving } from './counts-living.ts';
import { countsThousands } from './counts-thousands.ts';
import { findAmounts } from './find-amounts.ts';
import { hasOtherTime, hasOtherYear } from './other-times.ts';
import type { FactField } from './read-fact-field.ts';

/** Fewer may have been executed in a year of today. */
const LEAST = 2000;

/**
 * Whether a sentence counts thousands of dead and names no other time: nothing else killed so many of Iran's prisoners.
 *
 * @param isMeant what else must hold of the sentence from its first to its last word
 */
export function tellsToll(
  field: FactField,
  isMeant: (field: FactField, first: number, last: number) => boolean = () => true,
): boolean {
  return findAmounts(field).some((amount) => {
    const sentence = countsThousands(amount, LEAST) ? field.sentenceAt(amount.firstWord) : undefined;
    if (!sentence) return false;
    const bounds: [number, number] = [sentence.firstWord, sentence.endWord - 1];
    return (
      field.has('killing', ...bounds) &&
      isMeant(field, ...bounds) &&
      !field.has('battle', ...bounds) &&
      !hasOtherTime(field, ...bounds) &&
      !hasOtherYear(field, ...bounds) &&
      !countsLiving(field, amount, 'people', bounds)
    );
  });
}
