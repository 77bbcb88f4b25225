import type { Match } from './classification.ts';
import type { Cue, CueFinder } from './cue-finder.ts';
import { findNumerals, type Numeral } from './find-numerals.ts';
import { findQuotedRanges, type QuotedRange } from './find-quoted-ranges.ts';
import { type FoldedText, foldText } from './fold-text.ts';
import { type Sentence, splitSentences } from './split-sentences.ts';

/** Title or text, with everything that facts are made of. Words are places in `text.words`. */
export interface FactField {
  field: Match['field'];
  original: string;
  text: FoldedText;
  sentences: readonly Sentence[];
  /** Place of the sentence of each word. */
  sentenceOf: Int32Array;
  numerals: readonly Numeral[];
  quotedRanges: readonly QuotedRange[];
  /** Cues of a kind whose first word is one of these, both included, in order. */
  find(kind: string, fromWord: number, toWord: number): Cue[];
  has(kind: string, fromWord: number, toWord: number): boolean;
}

/** Where a fact stands. Offsets are UTF-16 code units into the original. */
export type Span = Pick<Match, 'field' | 'start' | 'end' | 'words'>;

const NAMES = new Set(['person', 'person-short', 'organisation', 'organisation-short', 'acronym', 'place']);

export function readFactField(field: Match['field'], original: string, finder: CueFinder): FactField {
  const text = foldText(original);
  const sentences = splitSentences(original, text);
  const sentenceOf = new Int32Array(text.words.length).fill(-1);
  for (const [index, { firstWord, endWord }] of sentences.entries()) sentenceOf.fill(index, firstWord, endWord);
  const cues = finder(text)
    .filter((cue) => !NAMES.has(cue.kind) || isWrittenAsName(original, text, cue))
    .map((cue) => (cue.kind === 'acronym' ? { ...cue, kind: 'organisation' } : cue));
  const byKind = Map.groupBy(cues, ({ kind }) => kind);
  const find = (kind: string, fromWord: number, toWord: number) => {
    const list = byKind.get(kind) ?? [];
    const found: Cue[] = [];
    for (let i = firstFrom(list, fromWord); i < list.length; i += 1) {
      const cue = list[i];
      if (!cue || cue.firstWord > toWord) break;
      found.push(cue);
    }
    return found;
  };
  const has = (kind: string, fromWord: number, toWord: number) => {
    const list = byKind.get(kind) ?? [];
    return (list[firstFrom(list, fromWord)]?.firstWord ?? Number.POSITIVE_INFINITY) <= toWord;
  };
  const numerals = findNumerals(original, text, byKind);
  const quotedRanges = findQuotedRanges(original);
  return { field, original, text, sentences, sentenceOf, numerals, quotedRanges, find, has };
}

/** Names have capitals where the script has any, acronyms at both ends. */
function isWrittenAsName(original: string, text: FoldedText, { kind, firstWord, lastWord }: Cue): boolean {
  const first = text.words[firstWord];
  const last = text.words[lastWord];
  if (!first || !last) return false;
  const initial = original.charAt(text.starts[first.start] ?? 0);
  if (initial !== initial.toUpperCase() || /\p{Nd}/u.test(initial)) return false;
  const final = original.charAt(text.starts[last.end - 1] ?? 0);
  return kind !== 'acronym' || final === final.toUpperCase();
}

/** Place of the first cue at or after the word. */
function firstFrom(cues: readonly Cue[], word: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.firstWord ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of the original from the first to the last word, both included. */
export function spanOf({ field, original, text }: FactField, firstWord: number, lastWord: number): Span {
  const start = text.starts[text.words[firstWord]?.start ?? 0] ?? 0;
  const end = text.ends[(text.words[lastWord]?.end ?? 1) - 1] ?? start;
  return { field, start, end, words: original.slice(start, end) };
}
