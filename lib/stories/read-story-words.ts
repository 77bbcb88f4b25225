import { foldText } from '../classification/fold-text.ts';

/** One word of a title or text, as stories compare it. */
export interface StoryWord {
  /** Folded: lower case, one shape a letter and a digit, without marks. */
  folded: string;
  /** Written with a capital inside a sentence: a name, outside of German. */
  isName: boolean;
}

const ARABIC_SCRIPT = /[\u0600-\u06FF]/;
/** The verb's prefix, apart, half apart or joined: می‌شود, می شود and میشود are the same two words. */
const JOINED_PREFIX = /^(ن?می)(?=.{3})/;
/** Plural endings are left out where they stand apart; so they are where they are joined. */
const JOINED_ENDING = /(?<=.{3})(هایشان|هایش|هایی|های|ها)$/;
const ENDS_SENTENCE = /[.!?؟:;\n«“„"‘(»”]/;

/** The words in order. Scripts without spaces give long words, which compare only where whole runs are equal. */
export function readStoryWords(text: string): StoryWord[] {
  const { folded, words } = foldText(text);
  const read: StoryWord[] = [];
  for (const [at, { start, end, from }] of words.entries()) {
    const word = folded.slice(start, end);
    const last = read.at(-1);
    const before = text.slice(words[at - 1]?.to ?? 0, from);
    if (last !== undefined && isThousands(last.folded, before, word)) {
      read[read.length - 1] = { folded: `${last.folded}${word}`, isName: false };
      continue;
    }
    if (ARABIC_SCRIPT.test(word)) read.push(...partsOfPersian(word).map((part) => ({ folded: part, isName: false })));
    else read.push({ folded: word, isName: isCapital(text, from) });
  }
  return read;
}

/** 30,000 and 30.000 are one number, and so is 30 000. */
function isThousands(last: string, between: string, word: string): boolean {
  if (!/^\d{1,6}$/.test(last) || !/^\d{3}$/.test(word)) return false;
  return /^[.,'’٬\u00A0\u202F]$/.test(between) || (between === ' ' && word === '000');
}

function partsOfPersian(word: string): string[] {
  const bare = word.replace(JOINED_ENDING, '');
  const prefix = JOINED_PREFIX.exec(bare)?.[1];
  return prefix === undefined ? [bare] : [prefix, bare.slice(prefix.length)];
}

function isCapital(text: string, at: number): boolean {
  const letter = text[at] ?? '';
  if (letter === letter.toLowerCase()) return false;
  const before = text.slice(Math.max(0, at - 3), at).trimEnd();
  return (
    before !== '' && !ENDS_SENTENCE.test(before.at(-1) ?? '') && !text.slice(Math.max(0, at - 3), at).includes('\n')
  );
}
