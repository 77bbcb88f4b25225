import { ALONE } from './alone-rule.ts';
import type { Cue } from './cue-finder.ts';
import type { OrdinalFact } from './facts.ts';
import { findAnniversary } from './find-anniversary.ts';
import { findBareYears } from './find-bare-years.ts';
import type { Numeral } from './find-numerals.ts';
import { judgeOrdinalSubject } from './judge-ordinal-subject.ts';
import { type FactField, spanOf } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** The year from which anniversaries count. */
const EVENT_YEAR = 1988;
const MOST_YEARS = 60;
/** Years that the words may be off: "30 years on" is said of the 29th and the 31st year, too. */
const LEEWAY = { anniversary: 0, 'years-on': 1, decades: 2 } as const;
const AT_LEAST_YEARS = 9;
/** "Three years ago" beside 1988 is the age of something else: nobody looked back so soon. */
const LEAST_YEARS_ON = 8;
/** An ordinal before it is known whose it is. Words are places in the field, the last one included. */
export interface OrdinalMention {
  kind: OrdinalFact['kind'];
  ordinal: number;
  ruleId: string;
  firstWord: number;
  lastWord: number;
  isAtLeast: boolean;
  /** The event must follow at once: "35 años de la masacre". */
  needsHead: boolean;
  /** A headline's part of its own. */
  isHeadline?: true;
  /** No word says since when. */
  isBare?: true;
  /** Years of waiting, of silence. */
  isOfWait?: true;
}

/** An ordinal, and how sure it is that it is of the event: the text says so, or nothing says otherwise. */
export interface OrdinalFinding {
  fact: OrdinalFact;
  isSure: boolean;
}

/** Anniversaries and spans of years of a field, in order. Repeated lines are left out. */
export function findOrdinals(field: FactField, isOnSubject: boolean, language: string): OrdinalFinding[] {
  let taken = -1;
  return field.numerals.flatMap((numeral): OrdinalFinding[] => {
    if (numeral.value < 1 || numeral.value > 99) return [];
    if (field.sentenceAt(numeral.firstWord)?.kind === 'repeated') return [];
    for (const mention of mentionsOf(field, numeral, language)) {
      // "Üç buçuk on yıl" is thirty-five years, no ten.
      const judged = mention.firstWord > taken && judgeOrdinalSubject(field, mention, isOnSubject, language);
      if (!judged || (judged.of === 'event' && mention.kind === 'years-on' && mention.ordinal < LEAST_YEARS_ON))
        continue;
      taken = mention.lastWord;
      return [{ fact: factOf(field, judged.isAlone ? aloneOf(mention) : mention, judged.of), isSure: judged.isSure }];
    }
    return [];
  });
}

/** What the number may be, the surest first. */
function* mentionsOf(field: FactField, numeral: Numeral, language: string): Generator<OrdinalMention> {
  const isWhole = Number.isInteger(numeral.value);
  const mention =
    (isWhole ? findAnniversary(field, numeral, language) : undefined) ??
    decadesOf(field, numeral) ??
    (isWhole ? (yearsOf(field, numeral) ?? headlineYearsOf(field, numeral)) : undefined);
  if (mention) yield mention;
  const bare = isWhole && mention?.kind !== 'anniversary' ? findBareYears(field, numeral, language) : undefined;
  if (bare && !isTerm(field, bare.firstWord, bare.lastWord)) yield bare;
}

const aloneOf = (mention: OrdinalMention): OrdinalMention => ({ ...mention, ruleId: mention.ruleId + ALONE });

function factOf(field: FactField, mention: OrdinalMention, of: OrdinalFact['of']): OrdinalFact {
  const { kind, ordinal, ruleId, isAtLeast } = mention;
  const span = spanOf(field, mention.firstWord, mention.lastWord);
  const fact = { ...span, ruleId, kind, ordinal, isAtLeast, of };
  if (of !== 'event' || ordinal > MOST_YEARS) return fact;
  const impliedYear = EVENT_YEAR + ordinal;
  return {
    ...fact,
    impliedYear,
    impliedFrom: impliedYear - LEEWAY[kind],
    impliedTo: impliedYear + (isAtLeast ? AT_LEAST_YEARS : LEEWAY[kind]),
  };
}

function decadesOf(field: FactField, { value, firstWord, lastWord, isOrdinal }: Numeral): OrdinalMention | undefined {
  // "Three and a half decades", "tres décadas y media", "dreieinhalb Jahrzehnte".
  const halfBefore = field.find('and-a-half', lastWord + 1, lastWord + 1)[0];
  const place = (halfBefore?.lastWord ?? lastWord) + 1;
  const noun = field.find('decades', place, place)[0];
  if (!noun || value > 6 || value < 2 || isOrdinal) return undefined;
  const half = halfBefore ?? field.find('and-a-half', noun.lastWord + 1, noun.lastWord + 1)[0];
  return {
    kind: 'decades',
    ordinal: value * 10 + (half ? 5 : 0),
    ruleId: noun.ruleId,
    firstWord,
    lastWord: Math.max(noun.lastWord, half?.lastWord ?? 0),
    isAtLeast: isMoreThan(field, firstWord),
    needsHead: false,
  };
}

function yearsOf(field: FactField, numeral: Numeral): OrdinalMention | undefined {
  const { firstWord, lastWord, value, isOrdinal } = numeral;
  const noun = field.find('years', lastWord + 1, lastWord + 1)[0];
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
  if (/^(?:yildir|senedir)$/.test(wordAt(field, noun.lastWord)))
    return { ...found, ruleId: noun.ruleId, lastWord: noun.lastWord };
  const of = field.find('elapsed-of', noun.lastWord + 1, noun.lastWord + 1)[0];
  if (!of) return undefined;
  return { ...found, ruleId: of.ruleId, lastWord: noun.lastWord, needsHead: true };
}

/** A headline's part that says nothing but a number of years: "Ouvéa, trente-cinq ans". */
function headlineYearsOf(
  field: FactField,
  { firstWord, lastWord, value, isOrdinal }: Numeral,
): OrdinalMention | undefined {
  const noun = field.field === 'title' ? field.find('years', lastWord + 1, lastWord + 1)[0] : undefined;
  if (!noun || isOrdinal || value < LEAST_YEARS_ON) return undefined;
  const isPart = (gap: string) => /[,:;|–—،]/u.test(gap);
  const begins = firstWord > 0 && isPart(gapAfter(field, firstWord - 1));
  const ends = noun.lastWord === field.text.words.length - 1 || isPart(gapAfter(field, noun.lastWord));
  if (!begins || !ends) return undefined;
  return {
    kind: 'years-on',
    ordinal: value,
    ruleId: noun.ruleId,
    firstWord,
    lastWord: noun.lastWord,
    isAtLeast: false,
    needsHead: false,
    isHeadline: true,
  };
}

/** "31 years on," but not "31 years on Monday". */
function isDateOn(field: FactField, { ruleId, firstWord, lastWord }: Cue, numberWord: number): boolean {
  if (ruleId !== 'en/elapsed-after' || wordAt(field, firstWord) !== 'on') return false;
  // "Thirty years on Washington still has not apologised".
  if (field.sentenceAt(firstWord)?.firstWord === numberWord) return false;
  return !/^\s*(?:[^\p{L}\p{Nd}\s]|$|from\b|since\b)/u.test(gapAfter(field, lastWord) + wordAt(field, lastWord + 1));
}

function isTerm(field: FactField, firstWord: number, lastWord: number): boolean {
  if (field.has('sentenced', firstWord - 4, firstWord - 1)) return true;
  // "30 years in prison", but "30 years after the prison killings".
  return field.has(
    'not-elapsed',
    lastWord + 1,
    field.has('elapsed-after', lastWord + 1, lastWord + 1) ? lastWord : lastWord + 3,
  );
}

/** "A ventisette anni sedeva", but "a trent'anni dalla strage", "a 35 años de la masacre". */
function isAgeAt(field: FactField, before: Cue, lastWord: number): boolean {
  if (!/^(?:it|es)\//.test(before.ruleId) || !/^(?:a|ad)$/.test(wordAt(field, before.firstWord))) return false;
  return !/^(?:di|del|della|dei|delle|dal|dalla|dai|dalle|dall|dallo|dagli|de|dopo|después)$/.test(
    wordAt(field, lastWord + 1),
  );
}

/** "Has worked as a lawyer for 35 years". */
function isCareer(field: FactField, firstWord: number, lastWord: number): boolean {
  return field.has('career', firstWord - 8, lastWord + 4) && !field.has('killing', lastWord + 1, lastWord + 4);
}

function isMoreThan(field: FactField, firstWord: number): boolean {
  return [
    ...field.find('over', firstWord - 3, firstWord - 1),
    ...field.find('at-least', firstWord - 3, firstWord - 1),
  ].some(({ lastWord }) => lastWord === firstWord - 1);
}

function isSameClause(field: FactField, firstWord: number, lastWord: number): boolean {
  return field.sentenceOf[firstWord] === field.sentenceOf[lastWord];
}
