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

const BEFORE_FIRST_WORD: readonly number[] = [NOTHING];

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

  return (text) => {
    const fitting = fittingPatterns(matcher, text);
    const hits: PhraseHit[] = [];
    for (const firstWord of text.words.keys()) {
      const from = hits.length;
      addPhrasesFrom(firstWord, fitting, trie, hits);
      if (hits.length > from + 1) hits.push(...hits.splice(from).sort(longerFirst));
    }
    return hits;
  };
}

const longerFirst = (a: PhraseHit, b: PhraseHit) => b.lastWord - a.lastWord || a.phrase - b.phrase;

/** Which patterns fit each word of a text. */
interface FittingPatterns {
  /** Those of all words, one word after another. */
  patterns: readonly number[];
  /** By word where its patterns begin; the last one ends the list. */
  starts: Int32Array;
}

function fittingPatterns(matcher: WordMatcher, { folded, words }: FoldedText): FittingPatterns {
  const patterns: number[] = [];
  const starts = new Int32Array(words.length + 1);
  let start = 0;
  const add = (pattern: number) => {
    // Found twice where it is open before and stands twice in the word.
    if (!patterns.includes(pattern, start)) patterns.push(pattern);
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word) matcher.match(folded, word, add);
    start = patterns.length;
    starts[at + 1] = start;
  }
  return { patterns, starts };
}

/** Adds the phrases that begin with the word, followed word by word as long as one goes on. */
function addPhrasesFrom(
  firstWord: number,
  { patterns, starts }: FittingPatterns,
  trie: PhraseTrie,
  hits: PhraseHit[],
): void {
  let beginnings = BEFORE_FIRST_WORD;
  for (let lastWord = firstWord; beginnings.length > 0; lastWord += 1) {
    const start = starts[lastWord] ?? 0;
    const end = starts[lastWord + 1] ?? 0;
    if (start === end) return;
    const longer: number[] = [];
    for (let i = start; i < end; i += 1) {
      const pattern = patterns[i] ?? 0;
      for (const beginning of beginnings) {
        const reached = trie.next(beginning, pattern);
        if (reached === NOTHING) continue;
        const endOfPhrases = trie.complete.startOf(reached + 1);
        for (let place = trie.complete.startOf(reached); place < endOfPhrases; place += 1)
          hits.push({ phrase: trie.complete.at(place), firstWord, lastWord });
        if (trie.goesOn(reached)) longer.push(reached);
      }
    }
    beginnings = longer;
  }
}
