import { LetterTrie, NO_WORD, NOWHERE, ROOT } from '../articles/letter-trie.ts';
import { NumberLists } from './number-lists.ts';
import { takesAffixes, type WordPattern } from './word-pattern.ts';

/** Called with the place of a pattern in the list. */
type Found = (pattern: number) => void;

/**
 * Says which patterns fit a word: those that are the whole word, and those that are the word without the prefixes and
 * endings that Arabic and Persian write on to it.
 *
 * A word is followed letter by letter as long as a pattern begins like it, which is seldom for long, however many there
 * are. Only patterns open before are looked for from every letter on.
 */
export class WordMatcher {
  private readonly fromStart: PatternTrie;
  private readonly afterPrefix: PatternTrie;
  private readonly fromAnywhere: PatternTrie;

  constructor(patterns: readonly WordPattern[]) {
    const placed = patterns.map((pattern, place) => ({ ...pattern, place, isStem: takesAffixes(pattern) }));
    this.fromStart = new PatternTrie(placed.filter(({ isOpenBefore }) => !isOpenBefore));
    this.afterPrefix = new PatternTrie(placed.filter(({ isOpenBefore, isStem }) => !isOpenBefore && isStem));
    this.fromAnywhere = new PatternTrie(placed.filter(({ isOpenBefore }) => isOpenBefore));
  }

  /** A pattern that is open before is found as often as it stands in the word. @param start of the word, UTF-16 code units */
  match(folded: string, start: number, end: number, found: Found): void {
    this.fromStart.follow(folded, start, end, found);
    let prefix = ROOT;
    for (let at = start; at < end; at += 1) {
      prefix = PREFIXES.next(prefix, folded.charCodeAt(at));
      if (prefix === NOWHERE) break;
      if (PREFIXES.wordAt(prefix) !== NO_WORD) this.afterPrefix.follow(folded, at + 1, end, found);
    }
    for (let at = start; at <= end - this.fromAnywhere.shortest; at += 1)
      this.fromAnywhere.follow(folded, at, end, found);
  }
}

interface PlacedPattern extends WordPattern {
  /** In the list of all patterns. */
  place: number;
  isStem: boolean;
}

/** What may follow the letters of a pattern in the word. */
const FOLLOWED_BY = { nothing: 0, ending: 1, anything: 2 };

/** Some of the patterns, those of the same letters as one. */
class PatternTrie {
  /** Letters of the shortest one; infinite where there is none. */
  readonly shortest: number;
  private readonly letters: LetterTrie;
  /** Places of the patterns of each literal, and what may follow them. */
  private readonly places: NumberLists;
  private readonly followedBy: NumberLists;

  constructor(patterns: readonly PlacedPattern[]) {
    const byLetters = Map.groupBy(patterns, ({ literal }) => literal);
    this.letters = new LetterTrie([...byLetters.keys()]);
    const same = [...byLetters.values()];
    this.places = new NumberLists(same.map((list) => list.map(({ place }) => place)));
    this.followedBy = new NumberLists(same.map((list) => list.map(followedBy)));
    this.shortest = patterns.reduce((least, { literal }) => Math.min(least, literal.length), Number.POSITIVE_INFINITY);
  }

  /** Those that stand from the first code unit on and fit what is left of the word. */
  follow(folded: string, from: number, end: number, found: Found): void {
    let state = ROOT;
    for (let at = from; at < end; at += 1) {
      state = this.letters.next(state, folded.charCodeAt(at));
      if (state === NOWHERE) return;
      const reached = this.letters.wordAt(state);
      if (reached !== NO_WORD) this.tell(reached, folded, at + 1, end, found);
    }
  }

  /** @param reached place of the letters  @param from where what is left of the word begins */
  private tell(reached: number, folded: string, from: number, end: number, found: Found): void {
    const last = this.places.startOf(reached + 1);
    for (let i = this.places.startOf(reached); i < last; i += 1)
      if (from === end || fits(this.followedBy.at(i), folded, from, end)) found(this.places.at(i));
  }
}

function followedBy({ isOpenAfter, isStem }: PlacedPattern): number {
  if (isOpenAfter) return FOLLOWED_BY.anything;
  return isStem ? FOLLOWED_BY.ending : FOLLOWED_BY.nothing;
}

/** Whether what is left of the word may follow the pattern. */
function fits(followed: number, folded: string, from: number, end: number): boolean {
  if (followed !== FOLLOWED_BY.ending) return followed === FOLLOWED_BY.anything;
  return end - from <= LONGEST_ENDING && ENDINGS.has(folded.slice(from, end));
}

/** Conjunctions, prepositions and the article, as folded; longest combination in use: ولل، وبال. */
const PREFIXES = new LetterTrie('و ف ب ل ک ال وال بال لل فال کال ولل وبال وب ول فل'.split(' '));
/** Plural, possessive, adjective and feminine endings of both languages, as folded. */
const ENDINGS = new Set(
  'ها های هایی هایش هایشان ی ای یی ه ان ات ین ون هم هن نا یه یان یون یین اش شان م ت ش تهم هاش'.split(' '),
);
const LONGEST_ENDING = 6;
