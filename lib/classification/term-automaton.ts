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

interface Node {
  next: Map<number, number>;
  fail: number;
  /** Patterns that end here. */
  patterns: number[];
  /** The nearest node on the failure path that has patterns, 0 when there is none. */
  output: number;
}

/**
 * Finds all patterns in one pass (Aho and Corasick 1975): linear in the text, whatever the patterns.
 * A pattern counts where it is a whole word, or a word with the prefixes and endings that Arabic and Persian write
 * on to it.
 */
export function buildTermAutomaton(patterns: readonly WordPattern[]): TermAutomaton {
  const nodes = buildNodes(patterns);
  return {
    scan(text, found) {
      let state = 0;
      for (const [wordIndex, word] of text.words.entries()) {
        state = 0;
        for (let i = word.start; i < word.end; i += 1) {
          state = step(nodes, state, text.folded.charCodeAt(i));
          for (let node = state; node > 0; node = nodes[node]?.output ?? 0) {
            for (const index of nodes[node]?.patterns ?? []) {
              const pattern = patterns[index];
              if (pattern && fitsWord(text.folded, word, i + 1, pattern)) found(index, wordIndex);
            }
          }
        }
      }
    },
  };
}

function buildNodes(patterns: readonly WordPattern[]): Node[] {
  const root: Node = { next: new Map(), fail: 0, patterns: [], output: 0 };
  const nodes = [root];
  for (const [index, { literal }] of patterns.entries()) {
    let node = root;
    for (let i = 0; i < literal.length; i += 1) {
      const code = literal.charCodeAt(i);
      const next = node.next.get(code) ?? nodes.length;
      if (next === nodes.length) nodes.push({ next: new Map(), fail: 0, patterns: [], output: 0 });
      node.next.set(code, next);
      node = nodes[next] ?? root;
    }
    if (literal) node.patterns.push(index);
  }
  // Breadth first, so that the shorter suffix is ready when the longer one asks for it.
  const queue = [...root.next.values()];
  for (const index of queue) {
    const node = nodes[index] ?? root;
    for (const [code, child] of node.next) {
      const target = nodes[child] ?? root;
      target.fail = step(nodes, node.fail, code);
      target.output = nodes[target.fail]?.patterns.length ? target.fail : (nodes[target.fail]?.output ?? 0);
      queue.push(child);
    }
  }
  return nodes;
}

function step(nodes: readonly Node[], from: number, code: number): number {
  let state = from;
  for (;;) {
    const next = nodes[state]?.next.get(code);
    if (next !== undefined) return next;
    if (state === 0) return 0;
    state = nodes[state]?.fail ?? 0;
  }
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

function fitsWord(
  folded: string,
  word: { start: number; end: number },
  end: number,
  { literal, isOpenBefore, isOpenAfter }: WordPattern,
): boolean {
  const before = end - literal.length - word.start;
  const after = word.end - end;
  const takesAffixes = literal.length >= SHORTEST_STEM && ARABIC.test(literal.charAt(0));
  const fitsBefore =
    before === 0 ||
    isOpenBefore ||
    (takesAffixes && before <= LONGEST_AFFIX && PREFIXES.has(folded.slice(word.start, word.start + before)));
  if (!fitsBefore) return false;
  return (
    after === 0 || isOpenAfter || (takesAffixes && after <= LONGEST_AFFIX && ENDINGS.has(folded.slice(end, word.end)))
  );
}
