/** One word of a folded text. Offsets are UTF-16 code units into `FoldedText.folded`. */
interface FoldedWord {
  start: number;
  end: number;
}

export interface FoldedText {
  /** Lower case, no diacritics, one letter shape and one digit shape per letter and digit. */
  folded: string;
  /** Runs of letters or of digits; plural endings that stand alone and a possessive s are left out. */
  words: FoldedWord[];
  /** Offsets in the original of the character that gave folded code unit i: its start, and its end. */
  starts: Uint32Array;
  ends: Uint32Array;
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

const memory: (string | undefined)[] = new Array(0x10000);

/** What one character of the original becomes: '' when it leaves no trace, ' ' when it parts words. */
function foldCharacter(character: string): string {
  if (character.length > 1) return computeFold(character);
  const code = character.charCodeAt(0);
  let folded = memory[code];
  if (folded === undefined) {
    folded = computeFold(character);
    memory[code] = folded;
  }
  return folded;
}

function computeFold(character: string): string {
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

/** The text as the rules read it, with the way back to the original. The original is never changed. */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  // Compatibility forms grow: one ligature becomes up to eighteen letters.
  let starts = new Uint32Array(text.length + 64);
  let ends = new Uint32Array(text.length + 64);
  let length = 0;
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    if (length + folded.length > starts.length) {
      starts = grown(starts, length + folded.length);
      ends = grown(ends, length + folded.length);
    }
    for (let i = 0; i < folded.length; i += 1) {
      starts[length] = offset;
      ends[length] = offset + character.length;
      length += 1;
    }
    // A vowel sign belongs to the letter before it.
    if (folded === '' && length > 0 && MARK.test(character)) ends[length - 1] = offset + character.length;
    parts.push(folded);
    offset += character.length;
  }
  const folded = parts.join('');
  return {
    folded,
    words: findWords(folded, text, starts),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

function grown(array: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

function findWords(folded: string, original: string, starts: Uint32Array): FoldedWord[] {
  const words: FoldedWord[] = [];
  // Letters and digits part: ۳۰هزار and تابستان۶۷ are two words each.
  for (const { 0: word, index: start } of folded.matchAll(/[0-9]+|[^0-9 ]+/g)) {
    if (DETACHED_ENDINGS.has(word)) continue;
    if (word === 's' && isApostrophe(original[(starts[start] ?? 0) - 1])) continue;
    words.push({ start, end: start + word.length });
  }
  return words;
}

function isApostrophe(character: string | undefined): boolean {
  return character === "'" || character === '’' || character === '´' || character === '`';
}
