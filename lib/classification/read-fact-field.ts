import type { Match } from './classification.ts';
import type { Cue, CueFinder } from './cue-finder.ts';
import { findDashedSpeech, withDashedSpeech } from './find-dashed-speech.ts';
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
  /** The sentence of a word; undefined for one that stands in none. */
  sentenceAt(word: number): Sentence | undefined;
  numerals: readonly Numeral[];
  quotedRanges: readonly QuotedRange[];
  /** Cues of a kind whose first word is one of these, both included, in order. */
  find(kind: string, fromWord: number, toWord: number): Cue[];
  has(kind: string, fromWord: number, toWord: number): boolean;
  /** Numerals whose first word is one of these, both included. */
  numeralsIn(fromWord: number, toWord: number): Numeral[];
  /** Whether the offset of the original stands inside quotation marks. */
  isQuoted(offset: number): boolean;
}

/** Where a fact stands. Offsets are UTF-16 code units into the original. */
export type Span = Pick<Match, 'field' | 'start' | 'end' | 'words'>;

const NAME_KINDS: ReadonlyMap<string, string> = new Map([
  ['acronym', 'organisation'],
  ['organisation-common', 'organisation'],
]);
const NAMES = new Set(['person', 'person-short', 'organisation', 'organisation-short', 'acronym', 'place']);

export function readFactField(field: Match['field'], original: string, finder: CueFinder): FactField {
  const text = foldText(original);
  const sentences = splitSentences(original, text);
  const sentenceOf = new Int32Array(text.words.length).fill(-1);
  for (const [index, { firstWord, endWord }] of sentences.entries()) sentenceOf.fill(index, firstWord, endWord);
  const sentenceAt = (word: number) => sentences[sentenceOf[word] ?? -1];
  const cues = finder(text, (firstWord, lastWord) => sentenceOf[firstWord] === sentenceOf[lastWord])
    .filter((cue) => !NAMES.has(cue.kind) || isWrittenAsName(original, text, cue))
    .map(asNameOfKind);
  const byKind = Map.groupBy(cues, ({ kind }) => kind);
  const find = (kind: string, fromWord: number, toWord: number) => between(byKind.get(kind) ?? [], fromWord, toWord);
  const has = (kind: string, fromWord: number, toWord: number) => {
    const list = byKind.get(kind) ?? [];
    return (list[firstFrom(list, fromWord)]?.firstWord ?? Number.POSITIVE_INFINITY) <= toWord;
  };
  const numerals = findNumerals(original, text, byKind);
  const dashed = findDashedSpeech(original, text, byKind.get('speech') ?? []);
  const quotedRanges = withDashedSpeech(findQuotedRanges(original), dashed);
  const numeralsIn = (fromWord: number, toWord: number) => between(numerals, fromWord, toWord);
  const outermost = quotedRanges.filter(({ parent }) => parent === undefined);
  const isQuoted = (offset: number) => {
    const range = outermost[placeBefore(outermost, offset)];
    return range !== undefined && offset < range.end;
  };
  return {
    ...{ field, original, text, sentences, sentenceOf, sentenceAt, numerals, quotedRanges },
    ...{ find, has, numeralsIn, isQuoted },
  };
}

function asNameOfKind(cue: Cue): Cue {
  const kind = NAME_KINDS.get(cue.kind);
  return kind === undefined ? cue : { ...cue, kind };
}

/** Names have capitals where the script has any, acronyms at both ends. */
function isWrittenAsName(original: string, text: FoldedText, { kind, firstWord, lastWord }: Cue): boolean {
  const first = text.words[firstWord];
  const last = text.words[lastWord];
  if (!first || !last) return false;
  const initial = original.charAt(first.from);
  if (initial !== initial.toUpperCase() || /\p{Nd}/u.test(initial)) return false;
  const final = original.charAt(last.to - 1);
  return kind !== 'acronym' || final === final.toUpperCase();
}

function between<Placed extends { firstWord: number }>(list: readonly Placed[], from: number, to: number): Placed[] {
  const found: Placed[] = [];
  for (let i = firstFrom(list, from); i < list.length; i += 1) {
    const placed = list[i];
    if (!placed || placed.firstWord > to) break;
    found.push(placed);
  }
  return found;
}

/** Place of the first one at or after the word. */
function firstFrom(list: readonly { firstWord: number }[], word: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.firstWord ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of the last span that starts at or before the offset, -1 when none does. */
export function placeBefore(spans: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Place of the first word that starts at the offset of the original or after it. */
export function wordFrom({ text }: Pick<FactField, 'text'>, offset: number): number {
  let low = 0;
  let high = text.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((text.words[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of the original from the first to the last word, both included. */
export function spanOf({ field, original, text }: FactField, firstWord: number, lastWord: number): Span {
  const start = text.words[firstWord]?.from ?? 0;
  const end = text.words[lastWord]?.to ?? start;
  return { field, start, end, words: original.slice(start, end) };
}
