import type { FoldedText } from './fold-text.ts';

/** A word, or a part of one, that the automaton looks for. Folded. */
export interface WordPattern {
  literal: string;
  /** Any letters may stand before, after it in the same word. */
  isOpenBefore: boolean;
  isOpenAfter: boolean;
}

export interface TermAutomaton {
  /** Calls back for each pattern found, in the order of the words, with the places of pattern and word in their lists. */
  scan(text: FoldedText, found: (patternIndex: number, wordIndex: number) => void): void;
}

/**
 * Finds all patterns in one pass (Aho and Corasick 1975): linear in the text, whatever the patterns. Each state knows
 * its next state for every letter that a pattern has, so that a letter of the text costs one look.
 * A pattern counts where it is a whole word, or a word with the prefixes and endings that Arabic and Persian write
 * on to it.
 */
export function buildTermAutomaton(patterns: readonly WordPattern[]): TermAutomaton {
  const { symbols, symbolCount } = numberLetters(patterns);
  const { next, outputs } = buildStates(patterns, symbols, symbolCount);
  const patternsOf = (folded: string, word: FoldedText['words'][number]): readonly number[] => {
    const fitting: number[] = [];
    let state = 0;
    for (let i = word.start; i < word.end; i += 1) {
      state = next[state * symbolCount + (symbols[folded.charCodeAt(i)] ?? 0)] ?? 0;
      for (const index of outputs[state] ?? NONE) {
        const pattern = patterns[index];
        if (pattern && fitsWord(folded, word, i + 1, pattern)) fitting.push(index);
      }
    }
    return fitting.length === 0 ? NONE : fitting;
  };
  const known = new Map<string, readonly number[]>();
  return {
    scan({ folded, words }, found) {
      if (known.size > MOST_KNOWN_WORDS) known.clear();
      for (const [wordIndex, word] of words.entries()) {
        const { start, end } = word;
        const letters = end - start <= LONGEST_KNOWN_WORD ? folded.slice(start, end) : undefined;
        let fitting = letters === undefined ? undefined : known.get(letters);
        if (fitting === undefined) {
          fitting = patternsOf(folded, word);
          if (letters !== undefined) known.set(letters, fitting);
        }
        for (const index of fitting) found(index, wordIndex);
      }
    },
  };
}

const NONE: readonly number[] = [];
/** Most words of a text stood in others before: what fits them is kept, for the states lie too far apart for the processor's cache. */
const MOST_KNOWN_WORDS = 50_000;
/** V8 cuts longer ones as views that would hold their whole text in memory. */
const LONGEST_KNOWN_WORD = 12;

/** Letters of the patterns by code unit, from 1; 0 is every other letter. */
function numberLetters(patterns: readonly WordPattern[]): { symbols: Uint16Array; symbolCount: number } {
  const symbols = new Uint16Array(0x10000);
  let symbolCount = 1;
  for (const { literal } of patterns) {
    for (let i = 0; i < literal.length; i += 1) {
      const code = literal.charCodeAt(i);
      if (symbols[code] !== 0) continue;
      symbols[code] = symbolCount;
      symbolCount += 1;
    }
  }
  return { symbols, symbolCount };
}

interface States {
  /** The next state, by state and letter. */
  next: Uint16Array | Uint32Array;
  /** Patterns that end in a state, longest first. */
  outputs: readonly (readonly number[] | undefined)[];
}

function buildStates(patterns: readonly WordPattern[], symbols: Uint16Array, symbolCount: number): States {
  const most = 1 + patterns.reduce((sum, { literal }) => sum + literal.length, 0);
  const outputs: (number[] | undefined)[] = [undefined];
  const children: Map<number, number>[] = [new Map()];
  for (const [index, { literal }] of patterns.entries()) {
    let state = 0;
    for (let i = 0; i < literal.length; i += 1) {
      const symbol = symbols[literal.charCodeAt(i)] ?? 0;
      const known = children[state]?.get(symbol);
      const child = known ?? children.length;
      if (known === undefined) {
        children[state]?.set(symbol, child);
        children.push(new Map());
        outputs.push(undefined);
      }
      state = child;
    }
    if (literal) outputs[state] = [...(outputs[state] ?? []), index];
  }
  const next =
    most < 0x10000 ? new Uint16Array(children.length * symbolCount) : new Uint32Array(children.length * symbolCount);
  // Breadth first, so that the state of the shorter suffix is complete when the longer one copies it.
  const queue: [state: number, fail: number][] = [[0, 0]];
  for (const [state, fail] of queue) {
    const row = state * symbolCount;
    if (state !== 0) next.copyWithin(row, fail * symbolCount, (fail + 1) * symbolCount);
    const shorter = state === 0 ? undefined : outputs[fail];
    if (shorter) outputs[state] = [...(outputs[state] ?? []), ...shorter];
    for (const [symbol, child] of children[state] ?? []) {
      queue.push([child, state === 0 ? 0 : (next[row + symbol] ?? 0)]);
      next[row + symbol] = child;
    }
  }
  return { next, outputs };
}

/** Conjunctions, prepositions and the article, as folded; longest combination in use: ولل، وبال. */
const PREFIXES = new Set('و ف ب ل ک ال وال بال لل فال کال ولل وبال وب ول فل'.split(' '));
/** Plural, possessive, adjective and feminine endings of both languages, as folded. */
const ENDINGS = new Set(
  'ها های هایی هایش هایشان ی ای یی ه ان ات ین ون هم هن نا یه یان یون یین اش شان م ت ش تهم هاش'.split(' '),
);
const LONGEST_AFFIX = 6;
const SHORTEST_STEM = 3;
const ARABIC = /[\u0600-\u06FF]/;

/** Whether prefixes and endings may be written on to a pattern of these letters. */
export function takesAffixes(literal: string): boolean {
  return literal.length >= SHORTEST_STEM && ARABIC.test(literal.charAt(0));
}

function fitsWord(
  folded: string,
  word: { start: number; end: number },
  end: number,
  { literal, isOpenBefore, isOpenAfter }: WordPattern,
): boolean {
  const before = end - literal.length - word.start;
  const after = word.end - end;
  const isStem = takesAffixes(literal);
  const fitsBefore =
    before === 0 ||
    isOpenBefore ||
    (isStem && before <= LONGEST_AFFIX && PREFIXES.has(folded.slice(word.start, word.start + before)));
  if (!fitsBefore) return false;
  return after === 0 || isOpenAfter || (isStem && after <= LONGEST_AFFIX && ENDINGS.has(folded.slice(end, word.end)));
}
