import { ALONE } from './alone-rule.ts';
import type { OrdinalFact } from './facts.ts';
import { findAnniversary } from './find-anniversary.ts';
import { findBareYears } from './find-bare-years.ts';
import { findCenturyShares, findDecades } from './find-decades.ts';
import { findEventAge } from './find-event-age.ts';
import type { Numeral } from './find-numerals.ts';
import { findYearsOn, isTerm } from './find-years-on.ts';
import { judgeOrdinalSubject } from './judge-ordinal-subject.ts';
import { type FactField, spanOf } from './read-fact-field.ts';
import { gapAfter } from './word-at.ts';

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
  const numerals = field.numerals.filter(({ value }) => value >= 1 && value <= 99);
  const places = [
    ...numerals.map((numeral) => ({ word: numeral.firstWord, mentions: mentionsOf(field, numeral, language) })),
    ...findCenturyShares(field).map((mention) => ({ word: mention.firstWord, mentions: [mention] })),
  ].toSorted((a, b) => a.word - b.word);
  return places.flatMap(({ word, mentions }): OrdinalFinding[] => {
    if (field.sentenceAt(word)?.kind === 'repeated') return [];
    for (const mention of mentions) {
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
    findDecades(field, numeral) ??
    (isWhole
      ? (findYearsOn(field, numeral) ?? findEventAge(field, numeral, language) ?? headlineYearsOf(field, numeral))
      : undefined);
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
