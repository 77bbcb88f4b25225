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
    for (let from = 0, to = 0; from < line.length; from = to) {
      const firstWord = word;
      to = endOfSentence(line, from);
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

const [STOP, CLOSER] = [1, 2];
/** By code unit what it does at the end of a sentence; the last ones are ” and ’. */
const kinds = new Uint8Array(0x2020);
for (const stop of '.!?؟۔') kinds[stop.charCodeAt(0)] = STOP;
for (const closer of '"”»’)]') kinds[closer.charCodeAt(0)] = CLOSER;
const [FULL_STOP, SPACE] = [0x2e, 0x20];
const ANY_SPACE = /\s/;

/** Where the sentence ends that begins there: behind its stop, what closes it and one space, or with the line. */
function endOfSentence(line: string, from: number): number {
  for (let at = from; at < line.length; at += 1) {
    const stop = line.charCodeAt(at);
    if (kinds[stop] !== STOP) continue;
    let end = at + 1;
    while (kinds[line.charCodeAt(end)] === CLOSER) end += 1;
    if (end === line.length) return end;
    if (line.charCodeAt(end) !== SPACE && !ANY_SPACE.test(line.charAt(end))) continue;
    if (stop !== FULL_STOP || !ABBREVIATED.test(line.slice(Math.max(from, at - 5), at))) return end + 1;
  }
  return line.length;
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
