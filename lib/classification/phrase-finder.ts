import type { FoldedText } from './fold-text.ts';
import { NOTHING, PhraseTrie } from './phrase-trie.ts';
import { WordMatcher } from './word-matcher.ts';
import { nameOfPattern, type WordPattern } from './word-pattern.ts';

/** A phrase where it stands. Words are places in `FoldedText.words`, the last one included. */
interface PhraseHit {
  /** Place in the list of phrases. */
  phrase: number;
  firstWord: number;
  lastWord: number;
}

/** Every phrase of a text: in the order of first words, the longer one first, then as in the list. */
export type PhraseFinder = (text: FoldedText) => PhraseHit[];

/** Finds phrases in one pass. Those that begin alike are followed together: a word that begins a hundred costs as one. */
export function buildPhraseFinder(phrases: readonly (readonly WordPattern[])[]): PhraseFinder {
  const places = new Map<string, number>();
  const patterns: WordPattern[] = [];
  const placeOf = (pattern: WordPattern) => {
    const name = nameOfPattern(pattern);
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, patterns.length);
    return patterns.push(pattern) - 1;
  };
  const byPlaces = phrases.map((words) => words.map(placeOf));
  const trie = new PhraseTrie(byPlaces, patterns.length);
  const matcher = new WordMatcher(patterns);

  return ({ folded, words }) => {
    const hits: PhraseHit[] = [];
    // What the words so far lead to, word after word; from where on it is what this one and the one before it lead to.
    const begun: number[] = [];
    let [begunHere, begunBefore] = [0, 0];
    let at = 0;
    const reach = (reached: number) => {
      if (reached === NOTHING) return;
      const end = trie.complete.startOf(reached + 1);
      for (let i = trie.complete.startOf(reached); i < end; i += 1)
        hits.push({ phrase: trie.complete.at(i), firstWord: at - trie.wordsOf(reached) + 1, lastWord: at });
      if (trie.goesOn(reached) && !begun.includes(reached, begunHere)) begun.push(reached);
    };
    const found = (pattern: number) => {
      reach(trie.next(NOTHING, pattern));
      for (let i = begunBefore; i < begunHere; i += 1) reach(trie.next(begun[i] ?? NOTHING, pattern));
    };
    for (; at < words.length; at += 1) {
      const word = words[at];
      if (word) matcher.match(folded, word, found);
      [begunBefore, begunHere] = [begunHere, begun.length];
    }
    return hits.sort((a, b) => a.firstWord - b.firstWord || b.lastWord - a.lastWord || a.phrase - b.phrase);
  };
}
