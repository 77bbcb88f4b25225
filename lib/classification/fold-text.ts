/** One word of a folded text. */
export interface FoldedWord {
  /** UTF-16 code units into `FoldedText.folded`. */
  start: number;
  end: number;
  /** UTF-16 code units into the original: where its first character begins, and its last one ends. */
  from: number;
  to: number;
}

export interface FoldedText {
  /** Lower case, no diacritics, one letter shape and one digit shape per letter and digit, one space between words. */
  folded: string;
  /** Runs of letters or of digits; plural endings that stand alone and a possessive s are left out. */
  words: FoldedWord[];
}

const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  // One shape for each letter that Arabic and Persian keyboards write differently.
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
};

const MARK = /\p{M}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const INVISIBLE = /\u200D|[\u00AD\u0640\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** Endings that Persian print sets apart by a space or a zero-width non-joiner. */
const DETACHED_ENDINGS = new Set(['ها', 'های', 'هایی', 'هایش', 'هایشان']);

/** By code unit: what it becomes, where that is one code unit. 0 where nobody asked yet. */
const units = new Uint16Array(0x10000);
/** In `units`: it becomes none or several, or it is half of a character. */
const NOT_ONE = 0xffff;

function unitOf(code: number): number {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const folded = isHalf ? '' : foldCharacter(String.fromCharCode(code));
  const unit = folded.length === 1 ? folded.charCodeAt(0) : NOT_ONE;
  units[code] = unit;
  return unit;
}

/** What one character of the original becomes: '' when it leaves no trace, ' ' when it parts words. */
function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  let result = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (MARK.test(part) || INVISIBLE.test(part)) continue;
    if (DIGIT.test(part)) result += digitValue(part);
    else if (LETTER.test(part)) result += LETTERS[part] ?? part;
    else result += ' ';
  }
  if (result === '' && !MARK.test(character)) return ' ';
  return result;
}

function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return digit;
}

type Kind = 'letters' | 'digits' | 'between';

const [SPACE, ZERO, NINE] = [0x20, 0x30, 0x39];

/** The text as the rules read it, with the way back to the original. The original is never changed. */
export function foldText(text: string): FoldedText {
  const words: FoldedWord[] = [];
  let written = new Uint16Array(text.length);
  let length = 0;
  let kind: Kind = 'between';
  let [start, from, to] = [0, 0, 0];
  // The character that is read, and what is still to write of one that becomes several units.
  let [at, next, rest] = [0, 0, ''];
  while (next < text.length || rest.length > 0) {
    let unit: number;
    if (rest.length === 0) {
      at = next;
      const code = text.charCodeAt(at);
      unit = units[code] || unitOf(code);
      next = at + 1;
      if (unit === NOT_ONE) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? code);
        next = at + character.length;
        rest = foldCharacter(character);
        // A vowel sign belongs to the letter before it.
        if (rest === '' && MARK.test(character)) to = next;
        continue;
      }
    } else {
      unit = rest.charCodeAt(0);
      rest = rest.slice(1);
    }
    // Letters and digits part: ۳۰هزار and تابستان۶۷ are two words each.
    const kindOfUnit = unit === SPACE ? 'between' : unit >= ZERO && unit <= NINE ? 'digits' : 'letters';
    if (kindOfUnit !== kind) {
      if (kind !== 'between') addWord(words, { start, end: length, from, to }, written, text);
      kind = kindOfUnit;
      start = length;
      from = at;
    } else if (kind === 'between') {
      continue;
    }
    to = next;
    if (length === written.length) written = twiceAsLong(written);
    written[length] = unit;
    length += 1;
  }
  if (kind !== 'between') addWord(words, { start, end: length, from, to }, written, text);
  return { folded: Buffer.from(written.buffer, 0, 2 * length).toString('utf16le'), words };
}

const LETTER_S = 's'.charCodeAt(0);
const APOSTROPHES = new Set(Array.from("'’´`", (mark) => mark.charCodeAt(0)));
const FIRST_OF_ENDINGS = 'ه'.charCodeAt(0);
const LONGEST_ENDING = 6;

/** Leaves out a possessive s, and endings that stand apart. */
function addWord(words: FoldedWord[], word: FoldedWord, written: Uint16Array, original: string): void {
  const { start, end, from } = word;
  const first = written[start];
  if (end - start === 1 && first === LETTER_S && APOSTROPHES.has(original.charCodeAt(from - 1))) return;
  const mayBeEnding = first === FIRST_OF_ENDINGS && end - start <= LONGEST_ENDING;
  if (mayBeEnding && DETACHED_ENDINGS.has(String.fromCharCode(...written.subarray(start, end)))) return;
  words.push(word);
}

/** Compatibility forms grow: one ligature becomes up to eighteen letters. */
function twiceAsLong(array: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const longer = new Uint16Array(2 * array.length);
  longer.set(array);
  return longer;
}
