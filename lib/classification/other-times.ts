import type { FactField } from './read-fact-field.ts';
import { wordAt } from './word-at.ts';

/** "Cette année-là" is the year spoken of, no other one. */
export function hasOtherTime(field: FactField, first: number, last: number): boolean {
  return field.find('other-time', first, last).some(({ lastWord }) => wordAt(field, lastWord + 1) !== 'la');
}

/** A year of our time, or of the years around 1988, written plainly. */
export function hasOtherYear(field: FactField, first: number, last: number): boolean {
  return field
    .numeralsIn(first, last)
    .some(
      ({ value, isGrouped, isWords }) =>
        !isGrouped &&
        !isWords &&
        value !== 1988 &&
        ((value >= 1978 && value <= 2100) || (value >= 1388 && value <= 1420)),
    );
}
