import type { FoldedText } from './fold-text.ts';
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

/** What the words of one or more phrases lead to as far as they are the same. */
interface Beginning {
  words: number;
  /** By the place of the next word's pattern; absent where every phrase ends. */
  next?: Map<number, Beginning>;
  /** Phrases that are complete here. */
  complete: number[];
}

/** Finds phrases in one pass. Those that begin alike are followed together: a word that begins a hundred costs as one. */
export function buildPhraseFinder(phrases: readonly (readonly WordPattern[])[]): PhraseFinder {
  const patterns = new Map<string, { place: number; pattern: WordPattern }>();
  const placeOf = (pattern: WordPattern) => {
    const name = nameOfPattern(pattern);
    const known = patterns.get(name) ?? { place: patterns.size, pattern };
    patterns.set(name, known);
    return known.place;
  };
  const start: Beginning = { words: 0, complete: [] };
  for (const [phrase, words] of phrases.entries()) {
    let beginning = start;
    for (const place of words.map(placeOf)) {
      beginning.next ??= new Map();
      const longer = beginning.next.get(place) ?? { words: beginning.words + 1, complete: [] };
      beginning.next.set(place, longer);
      beginning = longer;
    }
    beginning.complete.push(phrase);
  }
  const matcher = new WordMatcher([...patterns.values()].map(({ pattern }) => pattern));

  const begunBy = Array.from(patterns.values(), ({ place }) => start.next?.get(place));

  return ({ folded, words }) => {
    const hits: PhraseHit[] = [];
    // What the words so far lead to, word after word; from where on it is what this one and the one before it lead to.
    const begun: Beginning[] = [];
    let [begunHere, begunBefore] = [0, 0];
    let at = 0;
    const reach = (reached: Beginning | undefined) => {
      if (!reached) return;
      for (const phrase of reached.complete) hits.push({ phrase, firstWord: at - reached.words + 1, lastWord: at });
      if (reached.next && !begun.includes(reached, begunHere)) begun.push(reached);
    };
    const found = (pattern: number) => {
      reach(begunBy[pattern]);
      for (let i = begunBefore; i < begunHere; i += 1) reach(begun[i]?.next?.get(pattern));
    };
    for (; at < words.length; at += 1) {
      const word = words[at];
      if (word) matcher.match(folded, word, found);
      [begunBefore, begunHere] = [begunHere, begun.length];
    }
    return hits.sort((a, b) => a.firstWord - b.firstWord || b.lastWord - a.lastWord || a.phrase - b.phrase);
  };
}
