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

/** By code unit: what it becomes, where that is one code unit. 0 where nobody asked yet. */
const units = new Uint16Array(0x10000);
/** It becomes none or several, or it is half of a character. */
export const NOT_ONE = 0xffff;
/** What characters of one code unit become. */
const known = new Map<string, string>();

/** What the code unit becomes, or `NOT_ONE`. */
export function foldUnit(code: number): number {
  return units[code] || learnUnit(code);
}

const NINE = 0x39;

/**
 * Writes what letters become, as long as each becomes one that was asked for before.
 *
 * @returns how many
 */
export function foldLetters(text: string, from: number, written: Uint16Array, at: number): number {
  const most = Math.min(text.length - from, written.length - at);
  let count = 0;
  while (count < most) {
    const unit = units[text.charCodeAt(from + count)] ?? 0;
    if (unit <= NINE || unit === NOT_ONE) break;
    written[at + count] = unit;
    count += 1;
  }
  return count;
}

function learnUnit(code: number): number {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const folded = isHalf ? '' : foldCharacter(String.fromCharCode(code));
  const unit = folded.length === 1 ? folded.charCodeAt(0) : NOT_ONE;
  units[code] = unit;
  return unit;
}

/** What one character becomes: '' when it leaves no trace, ' ' when it parts words. */
export function foldCharacter(character: string): string {
  const remembered = known.get(character);
  if (remembered !== undefined) return remembered;
  const folded = computeFold(character);
  // Of the million characters of two code units a stranger may send them all.
  if (character.length === 1) known.set(character, folded);
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

/** A vowel sign, an accent: part of the letter before it. */
export function isMark(character: string): boolean {
  return MARK.test(character);
}
