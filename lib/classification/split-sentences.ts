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
      while (word < text.words.length && (text.starts[text.words[word]?.start ?? 0] ?? 0) < index + to) word += 1;
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
  return sentences;
}

function* sentenceBounds(line: string): Generator<[from: number, to: number]> {
  let from = 0;
  for (const { 0: stop, index } of line.matchAll(/[.!?؟۔]["”»’)\]]*\s/g)) {
    // An initial or a short abbreviation ends no sentence: "H. Res. 627", "S. Hossein".
    if (stop.startsWith('.') && /(?:^|[\s.(])\p{L}{1,3}$/u.test(line.slice(Math.max(from, index - 5), index))) continue;
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
  return text.folded.slice(from, text.words[endWord - 1]?.end ?? from).replace(/ +/g, ' ');
}
