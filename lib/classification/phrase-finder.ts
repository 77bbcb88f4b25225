import type { FoldedText } from './fold-text.ts';
import { NumberStack } from './number-stack.ts';
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
  const fitting = new FittingPatterns(new WordMatcher(patterns));
  const walk = new PhraseWalk(trie);

  return (text) => {
    fitting.read(text);
    const hits: PhraseHit[] = [];
    for (let firstWord = 0; firstWord < text.words.length; firstWord += 1) {
      const from = hits.length;
      walk.addPhrasesFrom(firstWord, fitting, hits);
      if (hits.length > from + 1) sortFrom(hits, from);
    }
    return hits;
  };
}

/** The phrases that begin with one word are few, and found nearly in their order from behind. */
function sortFrom(hits: PhraseHit[], from: number): void {
  for (let next = from + 1; next < hits.length; next += 1) {
    const hit = hits[next] as PhraseHit;
    let place = next;
    for (; place > from && standsBefore(hit, hits[place - 1] as PhraseHit); place -= 1)
      hits[place] = hits[place - 1] as PhraseHit;
    hits[place] = hit;
  }
}

function standsBefore(one: PhraseHit, other: PhraseHit): boolean {
  return one.lastWord === other.lastWord ? one.phrase < other.phrase : one.lastWord > other.lastWord;
}

/** Which patterns fit each word of a text. */
class FittingPatterns {
  private readonly matcher: WordMatcher;
  /** Those of all words, one word after another. */
  private readonly patterns = new NumberStack();
  /** By word where its patterns begin; the last one ends the list. */
  private readonly starts = new NumberStack();
  private startOfWord = 0;

  constructor(matcher: WordMatcher) {
    this.matcher = matcher;
  }

  /** The text before is forgotten. */
  read({ folded, words }: FoldedText): void {
    this.patterns.clear();
    this.starts.clear();
    this.starts.push(0);
    for (const { start, end } of words) {
      this.startOfWord = this.patterns.length;
      this.matcher.match(folded, start, end, this.add);
      this.starts.push(this.patterns.length);
    }
  }

  /** Found twice where it is open before and stands twice in the word. */
  private readonly add = (pattern: number): void => {
    if (!this.patterns.has(pattern, this.startOfWord)) this.patterns.push(pattern);
  };

  startOf(word: number): number {
    return word < this.starts.length ? this.starts.at(word) : this.patterns.length;
  }

  at(place: number): number {
    return this.patterns.at(place);
  }
}

/** Follows the phrases of a trie through a text. */
class PhraseWalk {
  private readonly trie: PhraseTrie;
  private beginnings = new NumberStack();
  private longer = new NumberStack();

  constructor(trie: PhraseTrie) {
    this.trie = trie;
  }

  /** Adds the phrases that begin with the word, followed word by word as long as one goes on. */
  addPhrasesFrom(firstWord: number, fitting: FittingPatterns, hits: PhraseHit[]): void {
    const { trie } = this;
    this.beginnings.clear();
    this.beginnings.push(NOTHING);
    for (let lastWord = firstWord; this.beginnings.length > 0; lastWord += 1) {
      const { beginnings, longer } = this;
      const end = fitting.startOf(lastWord + 1);
      longer.clear();
      for (let i = fitting.startOf(lastWord); i < end; i += 1) {
        const pattern = fitting.at(i);
        for (let place = 0; place < beginnings.length; place += 1) {
          const reached = trie.next(beginnings.at(place), pattern);
          if (reached === NOTHING) continue;
          this.addComplete(reached, firstWord, lastWord, hits);
          if (trie.goesOn(reached)) longer.push(reached);
        }
      }
      this.beginnings = longer;
      this.longer = beginnings;
    }
  }

  private addComplete(reached: number, firstWord: number, lastWord: number, hits: PhraseHit[]): void {
    const { complete } = this.trie;
    const end = complete.startOf(reached + 1);
    for (let place = complete.startOf(reached); place < end; place += 1)
      hits.push({ phrase: complete.at(place), firstWord, lastWord });
  }
}
