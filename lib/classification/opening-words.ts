import type { ReadField } from './find-evidence.ts';

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

/** The words, as they are folded, that a text opens with, each once. */
export function openingWords(fields: Readonly<Record<ReadField['field'], ReadField>>): Map<string, WordPlace> {
  const places = new Map<string, WordPlace>();
  addWords(fields.title, Number.POSITIVE_INFINITY, places);
  addWords(fields.text, WORDS_OF_TEXT, places);
  return places;
}

function addWords({ field, text, sentences }: ReadField, most: number, places: Map<string, WordPlace>): void {
  let left = most;
  for (const { kind, firstWord, endWord } of sentences) {
    if (kind !== 'sentence') continue;
    const end = Math.min(endWord, firstWord + left);
    for (let place = firstWord; place < end; place += 1) {
      const { start = 0, end: after = 0 } = text.words[place] ?? {};
      if (after - start < LEAST_LETTERS) continue;
      const word = text.folded.slice(start, after);
      if (!places.has(word) && !DIGIT.test(word)) places.set(word, { field, firstWord: place, lastWord: place });
    }
    left -= end - firstWord;
    if (left <= 0) return;
  }
}
