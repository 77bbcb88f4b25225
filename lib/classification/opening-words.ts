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
/** Forms of a word begin alike: too few texts are labelled to learn each by itself. */
const STEM_LETTERS = 5;
const DIGIT = /\d/;

/** Where the stem of a word ends. */
export const stemEnd = (start: number, end: number): number => Math.min(end, start + STEM_LETTERS);

/** The stem that stands there in a folded text; undefined where it is none that is asked for. */
export type WordReader = (folded: string, start: number, end: number) => string | undefined;

/** Every stem without a digit. */
export const readAnyWord: WordReader = (folded, start, end) => {
  const word = folded.slice(start, end);
  return DIGIT.test(word) ? undefined : word;
};

/**
 * The words, as they are folded and by their first letters, that a text opens with, each once. Those that play a part in it are
 * among them: how a part is worded tells, too.
 */
export function openingWords(
  fields: Readonly<Record<ReadField['field'], ReadField>>,
  readWord: WordReader,
): Map<string, WordPlace> {
  const places = new Map<string, WordPlace>();
  addWords(fields.title, Number.POSITIVE_INFINITY, readWord, places);
  addWords(fields.text, WORDS_OF_TEXT, readWord, places);
  return places;
}

function addWords(
  { field, text, sentences }: ReadField,
  most: number,
  readWord: WordReader,
  places: Map<string, WordPlace>,
): void {
  let left = most;
  for (const { kind, firstWord, endWord } of sentences) {
    if (kind !== 'sentence') continue;
    const end = Math.min(endWord, firstWord + left);
    for (let place = firstWord; place < end; place += 1) {
      const stands = text.words[place];
      if (!stands || stands.end - stands.start < LEAST_LETTERS) continue;
      const word = readWord(text.folded, stands.start, stemEnd(stands.start, stands.end));
      if (word !== undefined && !places.has(word)) places.set(word, { field, firstWord: place, lastWord: place });
    }
    left -= end - firstWord;
    if (left <= 0) return;
  }
}
