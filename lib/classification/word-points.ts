import { LetterTrie, NO_WORD, NOWHERE, ROOT } from '../articles/letter-trie.ts';
import type { WordReader } from './opening-words.ts';

/** Words that texts of a language open with, and what they say. */
export interface WordPoints {
  /** Finds these words alone, and makes no string of all the others. */
  readWord: WordReader;
  pointsOf: (word: string) => number;
}

/** @param points by the word as it is folded */
export function compileWordPoints(points: Readonly<Record<string, number>>): WordPoints {
  const words = Object.keys(points);
  const trie = new LetterTrie(words);
  return {
    readWord: (folded, start, end) => {
      let state = ROOT;
      for (let at = start; at < end; at += 1) {
        state = trie.next(state, folded.charCodeAt(at));
        if (state === NOWHERE) return undefined;
      }
      const word = trie.wordAt(state);
      return word === NO_WORD ? undefined : words[word];
    },
    pointsOf: (word) => points[word] ?? 0,
  };
}
