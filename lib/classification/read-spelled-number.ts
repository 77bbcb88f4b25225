import type { Cue } from './cue-finder.ts';
import type { FoldedText } from './fold-text.ts';
import { countsHundreds, readWrittenNumber } from './read-written-number.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Words for numbers, by their first word. */
export type NumberCues = Readonly<
  Record<'number' | 'hundred' | 'hundreds' | 'written' | 'thousand', ReadonlyMap<number, Cue>>
>;

interface Source {
  original: string;
  text: FoldedText;
}

/** A value and the word after it. */
interface Read {
  value: number;
  next: number;
}

const AND = /^(?:and|und|en|og|och|e|et|و)$/;

/**
 * The number below a million that begins at the word: "a hundred and twelve", "deux cent mille", سی و دو هزار و صد.
 *
 * @returns undefined where none begins; `next` is the word after its last one
 */
export function readSpelledNumber(source: Source, word: number, at: NumberCues): Read | undefined {
  const first = group(source, word, at);
  const isScaled = first === undefined || (first.value < 1000 && isJoined(source, first.next));
  const thousands = isScaled ? scaleAt('thousand', source, first?.next ?? word, at) : undefined;
  const total = thousands === undefined ? first : { value: (first?.value ?? 1) * 1000, next: thousands };
  if (!total || total.value % 1000 !== 0) return total;
  const rest = follow(source, total.next, (from) => group(source, from, at, true));
  // "Between one thousand and two thousand" are two numbers.
  if (!rest || rest.value >= 1000 || (isJoined(source, rest.next) && scaleAt('thousand', source, rest.next, at)))
    return total;
  return { value: total.value + rest.value, next: rest.next };
}

/**
 * Below a thousand, or more where it is one word.
 *
 * @param isTail whether it stands behind thousands: what has thousands of its own is none of it
 */
function group(source: Source, word: number, at: NumberCues, isTail = false): Read | undefined {
  const written = at.written.get(word);
  if (written) {
    const value = readWrittenNumber(wordAt(source, word), String(written.value));
    if (value === undefined) return undefined;
    if (value >= 1000) return { value, next: word + 1 };
    return value % 100 === 0 ? withRest(source, { value, next: word + 1 }, at, isTail) : { value, next: word + 1 };
  }
  const hundreds = at.hundreds.get(word);
  if (hundreds) return withRest(source, { value: Number(hundreds.value), next: hundreds.lastWord + 1 }, at, isTail);
  const number = at.number.get(word);
  if (!number) {
    const bare = at.hundred.get(word);
    return bare && withRest(source, { value: 100, next: bare.lastWord + 1 }, at, isTail);
  }
  const read = { value: Number(number.value), next: number.lastWord + 1 };
  const scale = isJoined(source, read.next) ? scaleAt('hundred', source, read.next, at) : undefined;
  if (scale === undefined || !countsHundreds(read.value)) return read;
  return withRest(source, { value: read.value * 100, next: scale }, at, isTail);
}

function withRest(source: Source, hundreds: Read, at: NumberCues, isTail: boolean): Read {
  if (hundreds.value >= 1000) return hundreds;
  const rest = follow(source, hundreds.next, (from) => smallAt(from, at));
  const isNext = (scale: keyof typeof SCALES) => rest && scaleAt(scale, source, rest.next, at) !== undefined;
  // "Between two hundred and three hundred", "two thousand eight hundred and three thousand" are two numbers each.
  if (!rest || (isJoined(source, rest.next) && (isNext('hundred') || (isTail && isNext('thousand'))))) return hundreds;
  return { value: hundreds.value + rest.value, next: rest.next };
}

function smallAt(word: number, at: NumberCues): Read | undefined {
  const number = at.number.get(word);
  const value = Number(number?.value);
  return number && value < 100 && Number.isInteger(value) ? { value, next: number.lastWord + 1 } : undefined;
}

const SCALES = { hundred: 100, thousand: 1000 } as const;

/** The word after a word for hundred, or after one for thousand, that stands there. */
function scaleAt(scale: keyof typeof SCALES, source: Source, word: number, at: NumberCues): number | undefined {
  const cue = at[scale].get(word);
  if (cue) return cue.lastWord + 1;
  const written = at.written.get(word);
  const value = written && readWrittenNumber(wordAt(source, word), String(written.value));
  return value === SCALES[scale] ? word + 1 : undefined;
}

/** What is read right after, or after "and". */
function follow(source: Source, word: number, read: (word: number) => Read | undefined): Read | undefined {
  if (!isJoined(source, word)) return undefined;
  return read(word) ?? (AND.test(wordAt(source, word)) && isJoined(source, word + 1) ? read(word + 1) : undefined);
}

/** No punctuation but a hyphen parts the word from the one before. */
function isJoined(source: Source, word: number): boolean {
  return /^[ \u00A0\u200C\u202F-]{0,2}$/.test(gapAfter(source, word - 1));
}
