import type { Cue } from './cue-finder.ts';
import type { Numeral } from './find-numerals.ts';
import type { OrdinalMention } from './find-ordinals.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

const LEAST_PAST_OFFICE = 26;
const OFFICE_REACH = 4;
/** Years whose noun stands with the number before, and words between the two. */
const LEAST_UNSAID = 20;
const MOST_UNSAID = 60;
const UNSAID_REACH = 14;

/** "33 years after", "for 33 years": with a word that says since when. */
export function findYearsOn(field: FactField, numeral: Numeral): OrdinalMention | undefined {
  const { firstWord, lastWord, value, isOrdinal } = numeral;
  const noun = field.find('years', lastWord + 1, lastWord + 1)[0];
  if (!noun && !isOrdinal) return yearsUnsaid(field, numeral);
  if (!noun || isOrdinal || value < 2 || isTerm(field, firstWord, noun.lastWord)) return undefined;
  const after = field.find('elapsed-after', noun.lastWord + 1, noun.lastWord + 1)[0];
  const isAtLeast = isMoreThan(field, firstWord);
  const found = { kind: 'years-on' as const, ordinal: value, firstWord, isAtLeast, needsHead: false };
  if (after && isSameClause(field, firstWord, after.lastWord) && !isDateOn(field, after, firstWord)) {
    return { ...found, ruleId: after.ruleId, lastWord: after.lastWord };
  }
  const before = field
    .find('elapsed-before', firstWord - (isAtLeast ? 4 : 3), firstWord - 1)
    .findLast(({ lastWord: end }) => end === firstWord - 1 || (isAtLeast && end >= firstWord - 4));
  if (before && !isAgeAt(field, before, noun.lastWord) && !isCareer(field, firstWord, noun.lastWord))
    return { ...found, ruleId: before.ruleId, firstWord: before.firstWord, lastWord: noun.lastWord };
  // Otuz altı yıldır: the ending says that they have passed.
  if (/^(?:yildir|senedir)$/.test(wordAt(field, noun.lastWord)) && !isCareer(field, firstWord, noun.lastWord))
    return { ...found, ruleId: noun.ruleId, lastWord: noun.lastWord };
  const of = field.find('elapsed-of', noun.lastWord + 1, noun.lastWord + 1)[0];
  if (!of) return undefined;
  return { ...found, ruleId: of.ruleId, lastWord: noun.lastWord, needsHead: true };
}

/** "Two years after his arrest and 33 after the hangings": the noun stands with the number before. */
function yearsUnsaid(field: FactField, { firstWord, lastWord, value }: Numeral): OrdinalMention | undefined {
  const sentence = field.sentenceAt(firstWord);
  if (!sentence || value < LEAST_UNSAID || value > MOST_UNSAID) return undefined;
  const from = Math.max(sentence.firstWord, firstWord - UNSAID_REACH);
  const said = field
    .numeralsIn(from, firstWord - 1)
    .some((other) => field.has('years', other.lastWord + 1, other.lastWord + 1));
  const next = lastWord + 1;
  const after =
    said && !/[^\s]/.test(gapAfter(field, lastWord).trim()) ? field.find('elapsed-since', next, next)[0] : undefined;
  if (!after || (after.ruleId === 'en/elapsed-since' && wordAt(field, next) === 'on')) return undefined;
  const found = { kind: 'years-on' as const, ordinal: value, isAtLeast: false, needsHead: false };
  return { ...found, ruleId: after.ruleId, firstWord, lastWord: after.lastWord };
}

/** "31 years on," but not "31 years on Monday". */
function isDateOn(field: FactField, { ruleId, firstWord, lastWord }: Cue, numberWord: number): boolean {
  if (ruleId !== 'en/elapsed-after' || wordAt(field, firstWord) !== 'on') return false;
  // "Thirty years on Washington still has not apologised".
  if (field.sentenceAt(firstWord)?.firstWord === numberWord) return false;
  return !/^\s*(?:[^\p{L}\p{Nd}\s]|$|from\b|since\b)/u.test(gapAfter(field, lastWord) + wordAt(field, lastWord + 1));
}

/** "A ventisette anni sedeva", but "a trent'anni dalla strage", "a 35 años de la masacre". */
function isAgeAt(field: FactField, before: Cue, lastWord: number): boolean {
  if (!/^(?:it|es)\//.test(before.ruleId) || !/^(?:a|ad)$/.test(wordAt(field, before.firstWord))) return false;
  return !/^(?:di|del|della|dei|delle|dal|dalla|dai|dalle|dall|dallo|dagli|de|dopo|despues)$/.test(
    wordAt(field, lastWord + 1),
  );
}

/** "Has worked as a lawyer for 35 years". */
function isCareer(field: FactField, firstWord: number, lastWord: number): boolean {
  const isOwn = field.has('career', firstWord - 8, lastWord + 4) || isInOffice(field, firstWord, lastWord);
  return isOwn && !field.has('killing', lastWord + 1, lastWord + 4);
}

/** "He was deputy prosecutor for 16 years"; so many as since the killings nobody is. */
function isInOffice(field: FactField, firstWord: number, lastWord: number): boolean {
  const [years] = field.numeralsIn(firstWord, lastWord);
  if (!years || years.value >= LEAST_PAST_OFFICE) return false;
  return field.has('office', firstWord - OFFICE_REACH, lastWord + OFFICE_REACH);
}

function isSameClause(field: FactField, firstWord: number, lastWord: number): boolean {
  return field.sentenceOf[firstWord] === field.sentenceOf[lastWord];
}

/** As folded. */
const AGO = /^(?:ago|geleden|sedan|siden|назад|önce|once|پیش|atras|fa|temu|sitten|tidligere)$/;

export function isTerm(field: FactField, firstWord: number, lastWord: number): boolean {
  const ago = AGO.test(wordAt(field, lastWord + 1));
  // "The mass murder of jailed dissidents twenty-five years ago": no sentence is so long ago.
  if (!ago && field.has('sentenced', firstWord - 4, firstWord - 1)) return true;
  // "30 years in prison", but "30 years after the prison killings".
  return field.has(
    'not-elapsed',
    lastWord + 1,
    field.has('elapsed-after', lastWord + 1, lastWord + 1) ? lastWord : lastWord + 3,
  );
}

/** The noun that stands at a word: "years", «ساله». */
export const yearsBehind = (field: FactField, word: number): Cue | undefined =>
  field.find('years-attribute', word, word)[0] ?? field.find('years', word, word)[0];

export function isMoreThan(field: FactField, firstWord: number): boolean {
  return [
    ...field.find('over', firstWord - 3, firstWord - 1),
    ...field.find('at-least', firstWord - 3, firstWord - 1),
  ].some(({ lastWord }) => lastWord === firstWord - 1);
}
