import type { Evidence, ReadField } from './find-evidence.ts';

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

/** The word that stands there in a folded text; undefined where it is none that is asked for. */
export type WordReader = (folded: string, start: number, end: number) => string | undefined;

/** Every word without a digit. */
export const readAnyWord: WordReader = (folded, start, end) => {
  const word = folded.slice(start, end);
  return DIGIT.test(word) ? undefined : word;
};

/**
 * The words, as they are folded, that a text opens with, each once. Those that play a part in it are left out: what they say
 * is said by the part.
 */
export function openingWords(
  fields: Readonly<Record<ReadField['field'], ReadField>>,
  evidence: readonly Evidence[],
  readWord: WordReader,
): Map<string, WordPlace> {
  const places = new Map<string, WordPlace>();
  addWords(fields.title, Number.POSITIVE_INFINITY, evidence, readWord, places);
  addWords(fields.text, WORDS_OF_TEXT, evidence, readWord, places);
  return places;
}

/** 1 for each word of the field that plays a part. */
function takenWords({ field, text }: ReadField, evidence: readonly Evidence[]): Uint8Array {
  const taken = new Uint8Array(text.words.length);
  for (const piece of evidence)
    if (piece.field === field && piece.part !== undefined) taken.fill(1, piece.firstWord, piece.lastWord + 1);
  return taken;
}

function addWords(
  read: ReadField,
  most: number,
  evidence: readonly Evidence[],
  readWord: WordReader,
  places: Map<string, WordPlace>,
): void {
  const { field, text, sentences } = read;
  const taken = takenWords(read, evidence);
  let left = most;
  for (const { kind, firstWord, endWord } of sentences) {
    if (kind !== 'sentence') continue;
    const end = Math.min(endWord, firstWord + left);
    for (let place = firstWord; place < end; place += 1) {
      const stands = text.words[place];
      if (!stands || stands.end - stands.start < LEAST_LETTERS || taken[place]) continue;
      const word = readWord(text.folded, stands.start, stands.end);
      if (word !== undefined && !places.has(word)) places.set(word, { field, firstWord: place, lastWord: place });
    }
    left -= end - firstWord;
    if (left <= 0) return;
  }
}
