import type { FactField } from './read-fact-field.ts';
import { wordAt } from './word-at.ts';

/** Whether a word of the text counts: those of a clause about somebody do not. */
type Counts = (word: number) => boolean;

/** "Cette année-là" is the year spoken of, no other one. */
export function hasOtherTime(field: FactField, first: number, last: number, counts: Counts = () => true): boolean {
  return (
    hasToday(field, first, last, counts) || field.find('other-time', first, last).some((cue) => counts(cue.firstWord))
  );
}

/** "This year", "so far", without the words for protests and their like. */
export function hasToday(field: FactField, first: number, last: number, counts: Counts = () => true): boolean {
  return field
    .find('today', first, last)
    .some(({ firstWord, lastWord }) => wordAt(field, lastWord + 1) !== 'la' && counts(firstWord));
}

/** A year of our time, or of the years around 1988, written plainly. */
export function hasOtherYear(field: FactField, first: number, last: number, counts: Counts = () => true): boolean {
  return field
    .numeralsIn(first, last)
    .some(
      ({ value, isGrouped, isWords, firstWord }) =>
        !isGrouped && !isWords && value !== 1988 && isYearAround(value) && counts(firstWord),
    );
}

const isYearAround = (value: number) => (value >= 1978 && value <= 2100) || (value >= 1388 && value <= 1420);

/** A year in which Iran executed thousands of prisoners, too. */
export function hasYearOfTerror(field: FactField, first: number, last: number): boolean {
  return field
    .numeralsIn(first, last)
    .some(
      ({ value, isGrouped, isWords }) =>
        !isGrouped && !isWords && ((value >= 1979 && value <= 1987) || (value >= 1358 && value <= 1366)),
    );
}
