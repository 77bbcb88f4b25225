import { foldCharacter, foldLetters, foldUnit, isMark, NOT_ONE } from './fold-character.ts';

/** One word of a folded text. */
interface FoldedWord {
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

/** Endings that Persian print sets apart by a space or a zero-width non-joiner. */
const DETACHED_ENDINGS = new Set(['ها', 'های', 'هایی', 'هایش', 'هایشان']);

type Kind = 'letters' | 'digits' | 'between';

const [SPACE, ZERO, NINE] = [0x20, 0x30, 0x39];

/** The text as the rules read it, with the way back to the original. The original is never changed. */
export function foldText(text: string): FoldedText {
  const words: FoldedWord[] = [];
  let written = text.length <= desk.length ? desk : new Uint16Array(text.length);
  let length = 0;
  let kind: Kind = 'between';
  let [start, from, to] = [0, 0, 0];
  // The character that is read, and of one that becomes several units which one is next.
  let [at, next, several, nextOfSeveral] = [0, 0, '', 0];
  while (next < text.length || nextOfSeveral < several.length) {
    let unit: number;
    if (nextOfSeveral < several.length) {
      unit = several.charCodeAt(nextOfSeveral);
      nextOfSeveral += 1;
    } else {
      at = next;
      unit = foldUnit(text.charCodeAt(at));
      next = at + 1;
      if (unit === NOT_ONE) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
        next = at + character.length;
        several = foldCharacter(character);
        nextOfSeveral = 0;
        if (several === '' && isMark(character)) to = next;
        continue;
      }
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
    if (kind !== 'letters' || nextOfSeveral < several.length) continue;
    // The rest of most words.
    const letters = foldLetters(text, next, written, length);
    length += letters;
    next += letters;
    to = next;
  }
  if (kind !== 'between') addWord(words, { start, end: length, from, to }, written, text);
  return { folded: Buffer.from(written.buffer, 0, 2 * length).toString('utf16le'), words };
}

/** Where texts of usual length are written, one after another. */
const desk = new Uint16Array(0x8000);

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
