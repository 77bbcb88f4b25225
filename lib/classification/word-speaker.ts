import type { SpeakerPhrase } from './find-speakers.ts';
import { type FactField, spanOf } from './read-fact-field.ts';
import { type SpeakerGrammar, speakerGrammar } from './speaker-words.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Words before a noun within which its article is looked for: "an elderly Iranian survivor". */
const BACK = 3;
/** Words behind a noun that belong to it in Persian and Arabic. */
const AHEAD = 5;

/** A speaker in the words of the text: "one of the mothers", "a spokesperson for the prosecution", «مادر یکی از زندانیان». */
export function wordOfSpeaker(field: FactField, phrase: SpeakerPhrase, language: string): string {
  const { kind, firstWord, lastWord } = phrase;
  if (kind !== 'noun') return spanOf(field, firstWord, lastWord).words;
  const grammar = speakerGrammar(language);
  return spanOf(field, startOf(field, firstWord, grammar), endOf(field, lastWord, grammar, language)).words;
}

function startOf(field: FactField, firstWord: number, { before, prepositions }: SpeakerGrammar): number {
  let start = firstWord;
  for (let word = firstWord - 1; word >= firstWord - BACK; word -= 1) {
    if (isParted(field, word) || isVerb(field, word) || prepositions.has(wordAt(field, word))) break;
    if (!before.has(wordAt(field, word))) continue;
    start = word;
    break;
  }
  while (start > 0 && before.has(wordAt(field, start - 1)) && !isParted(field, start - 1)) start -= 1;
  return start;
}

function endOf(field: FactField, lastWord: number, grammar: SpeakerGrammar, language: string): number {
  const isOpen = (word: number) => !isParted(field, word - 1) && word < field.text.words.length && !isVerb(field, word);
  if (language === 'fa' || language === 'ar') {
    let end = lastWord;
    while (end < lastWord + AHEAD && isOpen(end + 1) && belongs(wordAt(field, end + 1), grammar, language)) end += 1;
    // «مادرم رادیو را خاموش کرد»: what is marked as the object is no part of the speaker.
    return wordAt(field, end + 1) === 'را' ? lastWord : end;
  }
  // annelerden biri
  if (language === 'tr' && /^biri(?:si)?$/u.test(wordAt(field, lastWord + 1))) return lastWord + 1;
  if (!grammar.of.has(wordAt(field, lastWord + 1)) || !isOpen(lastWord + 1)) return lastWord;
  let noun = lastWord + 2;
  while (grammar.before.has(wordAt(field, noun)) && isOpen(noun)) noun += 1;
  if (!isOpen(noun)) return lastWord;
  // "of the Swedish prosecution".
  while (isCapitalised(field, noun) && isOpen(noun + 1) && !grammar.prepositions.has(wordAt(field, noun + 1)))
    noun += 1;
  return noun;
}

const PERSIAN_ENDS = new Set(['را', 'که', 'و', 'از', 'هم', 'نیز']);

function belongs(word: string, { before, of, prepositions }: SpeakerGrammar, language: string): boolean {
  if (language === 'ar') return of.has(word) || (word.startsWith('ال') && word !== 'الذی' && word !== 'التی');
  if (word === 'یک' || word === 'یکی' || word === 'از') return true;
  return !before.has(word) && !prepositions.has(word) && !PERSIAN_ENDS.has(word);
}

/** Whether more than a space, an apostrophe or a hyphen stands behind the word. */
export const isParted = (field: FactField, word: number) =>
  /[^\s\u200C'’-]/u.test(gapAfter(field, word).replace(/[’']s/u, ''));

/** Whether the word is part of a word of speaking: "a déclaré". */
export function isVerb(field: FactField, word: number): boolean {
  return ['speech', 'tells'].some((kind) => field.find(kind, word - 2, word).some(({ lastWord }) => lastWord >= word));
}

function isCapitalised({ original, text }: FactField, word: number): boolean {
  return /\p{Lu}/u.test(original.charAt(text.words[word]?.from ?? 0));
}
