import type { FoldedText } from './fold-text.ts';

interface ReadText {
  original: string;
  text: FoldedText;
}

/** What stands in the original between a word and the next one. */
export function gapAfter({ original, text }: ReadText, word: number): string {
  const end = text.words[word]?.to ?? 0;
  const next = text.words[word + 1];
  return original.slice(end, next ? next.from : Math.min(original.length, end + 3));
}

/** Whether something of the pattern stands between two words. @param end the later one */
export function hasGap(read: ReadText, from: number, end: number, pattern: RegExp): boolean {
  for (let word = from; word < end; word += 1) if (pattern.test(gapAfter(read, word))) return true;
  return false;
}

/** The folded word, '' beyond either end. */
export function wordAt({ text }: Pick<ReadText, 'text'>, word: number): string {
  const place = text.words[word];
  return place ? text.folded.slice(place.start, place.end) : '';
}

/** Its first letter or digit, '' beyond either end. */
export function initialAt({ text }: Pick<ReadText, 'text'>, word: number): string {
  const place = text.words[word];
  return place ? text.folded.charAt(place.start) : '';
}

/** Places of the words from the first to the last one, both included. */
export function wordsFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
