import type { Cue } from './cue-finder.ts';
import type { FoldedText } from './fold-text.ts';
import { type NumberCues, readSpelledNumber } from './read-spelled-number.ts';
import { gapAfter, initialAt, wordAt, wordsFrom } from './word-at.ts';

/** A number in digits or words. Words are places in the text, the last one included. */
export interface Numeral {
  value: number;
  /** "thirtieth"; digits with a suffix are told by what follows them. */
  isOrdinal: boolean;
  isWords: boolean;
  /** Written with separated thousands, or with a word for them: no year is. */
  isGrouped: boolean;
  firstWord: number;
  lastWord: number;
}

const GROUP_GAP = /^(?:[.,\u066C\u066B'’]|[ \u00A0\u202F\u2009])$/u;
const DECIMAL_GAP = /^[.,\u066B]$/u;
const ROMAN = /^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const MOST_DIGITS = 7;

/** Every number of a text in order: digits of every script, thousands however they are parted, and numbers in words. */
export function findNumerals(original: string, text: FoldedText, cues: ReadonlyMap<string, readonly Cue[]>): Numeral[] {
  const source = { original, text };
  const at = {
    number: byFirstWord(cues.get('number')),
    hundred: byFirstWord(cues.get('hundred')),
    hundreds: byFirstWord(cues.get('hundreds-number')),
    written: byFirstWord(cues.get('written-number')),
    ordinal: byFirstWord(cues.get('ordinal-number')),
    thousand: byFirstWord(cues.get('thousand')),
    million: byFirstWord(cues.get('million')),
    manyThousand: byFirstWord(cues.get('tens-of-thousands')),
    half: byFirstWord(cues.get('and-a-half')),
  };
  const begins = new Set(NUMBER_KINDS.flatMap((kind) => cues.get(kind) ?? []).map(({ firstWord }) => firstWord));
  const vague = new Set(
    VAGUE.flatMap((kind) => cues.get(kind) ?? []).flatMap((cue) => wordsFrom(cue.firstWord, cue.lastWord)),
  );
  const numerals: Numeral[] = [];
  for (let word = 0; word < text.words.length; word += 1) {
    const numeral =
      digitsAt(source, word) ??
      (begins.has(word) ? wordsAt(source, word, at, vague) : undefined) ??
      romanAt(source, word);
    if (!numeral) continue;
    const scaled = numeral.isOrdinal
      ? numeral
      : withHalf(source, scaledBy(source, withHalf(source, numeral, at), at), at);
    numerals.push(scaled);
    word = scaled.lastWord;
  }
  return numerals;
}

interface Source {
  original: string;
  text: FoldedText;
}

/** The ending of many: ده‌ها, هزارها. */
export const OF_MANY = /^[\u200c ]?ها(?!\p{L})/u;

/** Words for numbers, by their first word. */
type NumberWords = NumberCues &
  Readonly<Record<'ordinal' | 'million' | 'manyThousand' | 'half', ReadonlyMap<number, Cue>>>;

/** A number in words begins with one of these: all other words are passed over, and they are most of a text. */
const NUMBER_KINDS = ['number', 'hundred', 'hundreds-number', 'written-number', 'ordinal-number', 'thousand'];
/** Words that stand for no number of their own: "several hundred". */
const VAGUE = ['tens-of-thousands', 'several-thousand', 'thousands', 'hundreds'];
/** The year of the killings, in both calendars, counts nobody: neunzehnhundertachtundachtzig. */
const EVENT_YEARS: ReadonlySet<number> = new Set([1988, 1367]);

const byFirstWord = (cues: readonly Cue[] = []) => new Map(cues.map((cue) => [cue.firstWord, cue]));

function digitsAt(source: Source, firstWord: number): Numeral | undefined {
  const initial = initialAt(source, firstWord);
  if (initial < '0' || initial > '9') return undefined;
  const digits = wordAt(source, firstWord);
  if (digits.length > MOST_DIGITS) return undefined;
  let value = digits;
  let lastWord = firstWord;
  let separator: string | undefined;
  while (value.length <= MOST_DIGITS && digits.length <= 3 && digits !== '0') {
    const gap = gapAfter(source, lastWord);
    const next = wordAt(source, lastWord + 1);
    if (!/^[0-9]{3}$/.test(next) || !GROUP_GAP.test(gap) || (separator !== undefined && separator !== gap)) break;
    separator = gap;
    value += next;
    lastWord += 1;
  }
  if (lastWord > firstWord) return numeralOf(Number(value), firstWord, lastWord, { isGrouped: true });
  const decimals = wordAt(source, firstWord + 1);
  if (DECIMAL_GAP.test(gapAfter(source, firstWord)) && /^[0-9]{1,2}$/.test(decimals)) {
    return numeralOf(Number(`${digits}.${decimals}`), firstWord, firstWord + 1, {});
  }
  return numeralOf(Number(digits), firstWord, firstWord, {});
}

function numeralOf(value: number, firstWord: number, lastWord: number, traits: Partial<Numeral>): Numeral {
  return { value, isOrdinal: false, isWords: false, isGrouped: false, firstWord, lastWord, ...traits };
}

function wordsAt(source: Source, word: number, at: NumberWords, vague: ReadonlySet<number>): Numeral | undefined {
  // "عشرات الآلاف" and «ده‌ها هزار» are no ten thousand; folding leaves out what parts the second from it.
  const many = at.manyThousand.get(word);
  if (many && (!many.ruleId.startsWith('fa/') || OF_MANY.test(gapAfter(source, word)))) return undefined;
  const number = at.number.get(word);
  const ordinal = at.ordinal.get(word);
  if (ordinal && ordinal.lastWord >= (number?.lastWord ?? 0)) {
    return numeralOf(Number(ordinal.value), word, ordinal.lastWord, { isOrdinal: true, isWords: true });
  }
  if (!number && (vague.has(word) || countsNothing(source, word))) return undefined;
  const read = readSpelledNumber(source, word, at);
  if (!read || EVENT_YEARS.has(read.value)) return undefined;
  return numeralOf(read.value, word, read.next - 1, { isWords: true, isGrouped: read.value >= 1000 });
}

/** "Dix pour cent", "diez por ciento"; "how many hundred". */
const countsNothing = (source: Source, word: number) => /^(?:pour|por|per|many|few)$/.test(wordAt(source, word - 1));

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** XXXV aniversario: from ten on, for the smaller ones are words, too. */
function romanAt(source: Source, word: number): Numeral | undefined {
  const initial = initialAt(source, word);
  if (initial !== 'x' && initial !== 'l') return undefined;
  const letters = wordAt(source, word);
  if (letters.length < 2 || !ROMAN.test(letters)) return undefined;
  const from = source.text.words[word]?.from ?? 0;
  const written = source.original.slice(from, from + letters.length);
  if (written !== written.toUpperCase()) return undefined;
  const values = [...letters].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  const value = values.reduce((sum, each, index) => sum + (each < (values[index + 1] ?? 0) ? -each : each), 0);
  return numeralOf(value, word, word, { isOrdinal: true, isWords: true });
}

/** "30 thousand", "۳هزار و ۸۰۰". */
function scaledBy(source: Source, numeral: Numeral, at: NumberWords): Numeral {
  const next = numeral.lastWord + (hasRussianEnding(source, numeral) ? 2 : 1);
  const scale = at.thousand.get(next) ?? at.million.get(next);
  // «سال ۱۳۶۷ هزاران زندانی»: a year scales nothing.
  const isYear = !numeral.isWords && ((numeral.value > 1300 && numeral.value < 1450) || numeral.value > 1900);
  if (!scale || isYear || numeral.value > 9999 || /[\n.;]/.test(gapAfter(source, numeral.lastWord))) return numeral;
  const factor = scale.kind === 'million' ? 1_000_000 : 1000;
  const scaled = { ...numeral, value: Math.round(numeral.value * factor), isGrouped: true, lastWord: scale.lastWord };
  const rest = wordAt(source, scale.lastWord + 2);
  if (wordAt(source, scale.lastWord + 1) !== 'و' || !/^[0-9]{1,3}$/.test(rest)) return scaled;
  return { ...scaled, value: scaled.value + Number(rest), lastWord: scale.lastWord + 2 };
}

/** "5-ти тысяч". */
const hasRussianEnding = (source: Source, { lastWord, isWords }: Numeral) =>
  !isWords && gapAfter(source, lastWord) === '-' && /^(?:ти|ми|х|и)$/.test(wordAt(source, lastWord + 1));

/** "Four and a half", of thousands or of decades; أربعة آلاف ونصف. */
function withHalf(source: Source, numeral: Numeral, at: NumberWords): Numeral {
  const half = at.half.get(numeral.lastWord + 1);
  const { value } = numeral;
  if (!half || !Number.isInteger(value) || (value >= 100 && value % 1000 !== 0)) return numeral;
  if (!/^[\s\u200C-]*$/u.test(gapAfter(source, numeral.lastWord))) return numeral;
  return { ...numeral, value: value + (value < 100 ? 0.5 : 500), lastWord: half.lastWord };
}
