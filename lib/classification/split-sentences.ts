import type { FoldedText } from './fold-text.ts';

/** A sentence, or a line without one. Words are places in `FoldedText.words`. */
export interface Sentence {
  /** UTF-16 code units into the original. */
  start: number;
  end: number;
  firstWord: number;
  /** Not included. */
  endWord: number;
  /** `repeated`: the same words stood in an earlier line. `furniture`: a heading, caption, menu entry or link line. */
  kind: 'sentence' | 'repeated' | 'furniture';
}

const LINE_END = /[.!?؟۔:;…"”»’)\]]$/u;
/** A text with fewer lines is taken whole: a digest or a headline need not end in a full stop. */
const LEAST_LINES = 4;
const FURNITURE_WORDS = 25;
/** A text whose sentences hold a smaller share of its words is a list: its lines are its sentences. */
const LEAST_PROSE = 0.3;
/** What a full stop follows without ending a sentence: an initial, a title, a day: "H. Res. 627", "am 28. August". */
const ABBREVIATED = /(?:^|[\s.(])(?:\p{Lu}\p{Ll}{0,2}|\p{Nd}{1,2})$/u;

/** Sentences in order, without those that have no word. */
export function splitSentences(original: string, text: FoldedText): Sentence[] {
  const sentences: Sentence[] = [];
  const seen = new Set<string>();
  const lines = [...original.matchAll(/[^\n\r]+/g)].filter((line) => line[0].trim() !== '');
  let word = 0;
  for (const { 0: line, index } of lines) {
    const firstOfLine = word;
    for (const [from, to] of sentenceBounds(line)) {
      const firstWord = word;
      while ((text.words[word]?.from ?? Number.POSITIVE_INFINITY) < index + to) word += 1;
      if (word === firstWord) continue;
      sentences.push({ start: index + from, end: index + to, firstWord, endWord: word, kind: 'sentence' });
    }
    if (word === firstOfLine) continue;
    const kind = kindOf(line, key(text, firstOfLine, word), seen, lines.length, word - firstOfLine);
    for (let i = sentences.length - 1; i >= 0 && (sentences[i]?.firstWord ?? 0) >= firstOfLine; i -= 1) {
      const sentence = sentences[i];
      if (sentence) sentence.kind = kind;
    }
  }
  return withoutFurnitureOfLists(sentences);
}

function withoutFurnitureOfLists(sentences: readonly Sentence[]): Sentence[] {
  const wordsOf = (kinds: readonly Sentence['kind'][]) =>
    sentences.reduce((sum, each) => sum + (kinds.includes(each.kind) ? each.endWord - each.firstWord : 0), 0);
  if (wordsOf(['sentence']) >= LEAST_PROSE * wordsOf(['sentence', 'furniture'])) return [...sentences];
  return sentences.map((each) => (each.kind === 'furniture' ? { ...each, kind: 'sentence' } : each));
}

function* sentenceBounds(line: string): Generator<[from: number, to: number]> {
  let from = 0;
  for (const { 0: stop, index } of line.matchAll(/[.!?؟۔]["”»’)\]]*\s/g)) {
    if (stop.startsWith('.') && ABBREVIATED.test(line.slice(Math.max(from, index - 5), index))) continue;
    yield [from, index + stop.length];
    from = index + stop.length;
  }
  if (from < line.length) yield [from, line.length];
}

function kindOf(
  line: string,
  words: string,
  seen: Set<string>,
  lineCount: number,
  wordCount: number,
): Sentence['kind'] {
  if (seen.has(words)) return 'repeated';
  seen.add(words);
  const isFurniture = lineCount >= LEAST_LINES && wordCount <= FURNITURE_WORDS && !LINE_END.test(line.trimEnd());
  return isFurniture ? 'furniture' : 'sentence';
}

function key(text: FoldedText, firstWord: number, endWord: number): string {
  const from = text.words[firstWord]?.start ?? 0;
  return text.folded.slice(from, text.words[endWord - 1]?.end ?? from);
}
