import type { Evidence, ReadField } from './find-evidence.ts';
import { partOf } from './text-parts.ts';

/** Where a word stands first. */
export interface WordPlace {
  field: ReadField['field'];
  firstWord: number;
  lastWord: number;
}

/** What a text is about it says in its title and in so many words of prose; further down long pages have every word. */
const WORDS_OF_TEXT = 120;
/** Shorter ones are in every text. */
const LEAST_LETTERS = 3;
const DIGIT = /\d/;

/**
 * The words, as they are folded, that a text opens with, each once. Those that play a part in it are left out: what they say
 * is said by the part.
 */
export function openingWords(
  fields: Readonly<Record<ReadField['field'], ReadField>>,
  evidence: readonly Evidence[],
): Map<string, WordPlace> {
  const places = new Map<string, WordPlace>();
  const isFree = (field: ReadField['field']) => {
    const taken = new Set<number>();
    for (const piece of evidence) {
      if (piece.field !== field || partOf(piece) === undefined) continue;
      for (let place = piece.firstWord; place <= piece.lastWord; place += 1) taken.add(place);
    }
    return (place: number) => !taken.has(place);
  };
  addWords(fields.title, Number.POSITIVE_INFINITY, isFree('title'), places);
  addWords(fields.text, WORDS_OF_TEXT, isFree('text'), places);
  return places;
}

function addWords(
  { field, text, sentences }: ReadField,
  most: number,
  isFree: (place: number) => boolean,
  places: Map<string, WordPlace>,
): void {
  let left = most;
  for (const { kind, firstWord, endWord } of sentences) {
    if (kind !== 'sentence') continue;
    const end = Math.min(endWord, firstWord + left);
    for (let place = firstWord; place < end; place += 1) {
      const { start = 0, end: after = 0 } = text.words[place] ?? {};
      if (after - start < LEAST_LETTERS || !isFree(place)) continue;
      const word = text.folded.slice(start, after);
      if (!places.has(word) && !DIGIT.test(word)) places.set(word, { field, firstWord: place, lastWord: place });
    }
    left -= end - firstWord;
    if (left <= 0) return;
  }
}
