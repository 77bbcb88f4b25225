import type { Cue } from './cue-finder.ts';
import type { OrdinalFact } from './facts.ts';
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
/** A full stop after the digits makes an ordinal: "35. Mal", "35. yılında". */
const DOTTED: ReadonlySet<string> = new Set(['de', 'tr', 'no', 'da', 'fi', 'pl']);

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
}

/** Anniversaries and spans of years of a field, in order. Repeated lines are left out. */
export function findOrdinals(field: FactField, isOnSubject: boolean, language: string): OrdinalFact[] {
  return field.numerals.flatMap((numeral): OrdinalFact[] => {
    if (numeral.value < 1 || numeral.value > 99) return [];
    if (field.sentences[field.sentenceOf[numeral.firstWord] ?? -1]?.kind === 'repeated') return [];
    const mention = Number.isInteger(numeral.value)
      ? (anniversaryOf(field, numeral, language) ??
        decadesOf(field, numeral) ??
        yearsOf(field, numeral) ??
        headlineYearsOf(field, numeral))
      : decadesOf(field, numeral);
    if (!mention) return [];
    const of = judgeOrdinalSubject(field, mention, isOnSubject, language);
    if (!of || (of === 'event' && mention.kind === 'years-on' && mention.ordinal < LEAST_YEARS_ON)) return [];
    const { kind, ordinal, ruleId, isAtLeast } = mention;
    const span = spanOf(field, mention.firstWord, mention.lastWord);
    const fact = { ...span, ruleId, kind, ordinal, isAtLeast, of };
    if (of !== 'event' || ordinal > MOST_YEARS) return [fact];
    const impliedYear = EVENT_YEAR + ordinal;
    return [
      {
        ...fact,
        impliedYear,
        impliedFrom: impliedYear - LEEWAY[kind],
        impliedTo: impliedYear + (isAtLeast ? AT_LEAST_YEARS : LEEWAY[kind]),
      },
    ];
  });
}

/** Marks of ordinal digits, as folded: 30th, 30e, 30:e, 30-я, 30ª, ۲۸مین, 30'uncu. */
const SUFFIX =
  /^(?:st|nd|rd|th|e|er|eme|ieme|de|ste|a|o|esimo|esima|я|ю|и|е|ая|ои|ую|ыи|го|ти|летн\p{L}*|مین|امین|م|ام|ال|th|inci|uncu|nci|ncu)$/u;
/** What may stand between an ordinal and its noun. */
const BETWEEN =
  /^(?:annual|sad|solemn|grim|bloody|triste|somber|traurig\p{L}*|jahrig\p{L}*|sorgliga|السنویه|السنوی|سنویه|رقم|ال|year|jahr|ar|let|annuel|annuelle)$/u;

function anniversaryOf(field: FactField, numeral: Numeral, language: string): OrdinalMention | undefined {
  const { firstWord, lastWord } = numeral;
  const suffixed = SUFFIX.test(wordAt(field, lastWord + 1)) ? 1 : 0;
  const between = BETWEEN.test(wordAt(field, lastWord + 1 + suffixed)) ? 1 : 0;
  const next = lastWord + 1 + suffixed + between;
  const noun = field.find('anniversary', lastWord + 1, next)[0];
  const base = { kind: 'anniversary' as const, ordinal: numeral.value, isAtLeast: false, needsHead: false };
  const isYear = numeral.value > 60 && !numeral.isOrdinal && suffixed === 0;
  const compound = compoundOf(field, firstWord);
  if (compound) return { ...base, ...compound };
  if (noun && !isYear && isSameClause(field, firstWord, noun.lastWord)) {
    return { ...base, ruleId: noun.ruleId, firstWord, lastWord: noun.lastWord };
  }
  const before = nounBefore(field, numeral, language);
  if (before && !isYear) return { ...base, ruleId: before.ruleId, firstWord: before.firstWord, lastWord };
  const year = field.find('nth-year', lastWord + 1, lastWord + 1 + suffixed)[0];
  const isOrdinal =
    numeral.isOrdinal || suffixed > 0 || (DOTTED.has(language) && gapAfter(field, lastWord).startsWith('.'));
  if (!year || !isOrdinal || numeral.value < 2) return undefined;
  // "Zum 35. Mal" is said of what is marked every year.
  const isMarked = numeral.value >= LEAST_TIMES && wordAt(field, year.firstWord) === 'mal';
  return {
    ...base,
    kind: isMarked ? 'anniversary' : 'years-on',
    ruleId: year.ruleId,
    firstWord,
    lastWord: year.lastWord,
  };
}

const LEAST_TIMES = 10;
const COMMEMORATION = /^(?:gedenk\p{L}*|besteh\p{L}*|jahrestag\p{L}*|jubil\p{L}*|herdenking\p{L}*|bestaan)$/u;

/** Trettioårsdagen; dreißigjähriges Gedenken. */
function compoundOf(
  field: FactField,
  firstWord: number,
): Pick<OrdinalMention, 'ruleId' | 'firstWord' | 'lastWord'> | undefined {
  const named = field.find('anniversary-compound', firstWord, firstWord)[0];
  if (named) return { ruleId: named.ruleId, firstWord, lastWord: named.lastWord };
  const years = field.find('years-compound', firstWord, firstWord)[0];
  if (!years || !COMMEMORATION.test(wordAt(field, years.lastWord + 1))) return undefined;
  return { ruleId: years.ruleId, firstWord, lastWord: years.lastWord + 1 };
}

/** الذكرى الثامنة والثلاثون، سالگرد سی و پنجم; the digits of سالگرد ۶۷ are a year. */
function nounBefore(field: FactField, { firstWord, isOrdinal }: Numeral, language: string): Cue | undefined {
  if (language !== 'ar' && !(language === 'fa' && isOrdinal)) return undefined;
  let word = firstWord - 1;
  while (word > firstWord - 4 && BETWEEN.test(wordAt(field, word))) word -= 1;
  return field.find('anniversary', word, word)[0];
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
  if (after && isSameClause(field, firstWord, after.lastWord) && !isDateOn(field, after)) {
    return { ...found, ruleId: after.ruleId, lastWord: after.lastWord };
  }
  const before = field
    .find('elapsed-before', firstWord - (isAtLeast ? 4 : 3), firstWord - 1)
    .findLast(({ lastWord: end }) => end === firstWord - 1 || (isAtLeast && end >= firstWord - 4));
  if (before) return { ...found, ruleId: before.ruleId, firstWord: before.firstWord, lastWord: noun.lastWord };
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
function isDateOn(field: FactField, { ruleId, firstWord, lastWord }: Cue): boolean {
  if (ruleId !== 'en/elapsed-after' || wordAt(field, firstWord) !== 'on') return false;
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

function isMoreThan(field: FactField, firstWord: number): boolean {
  return [
    ...field.find('over', firstWord - 3, firstWord - 1),
    ...field.find('at-least', firstWord - 3, firstWord - 1),
  ].some(({ lastWord }) => lastWord === firstWord - 1);
}

function isSameClause(field: FactField, firstWord: number, lastWord: number): boolean {
  return field.sentenceOf[firstWord] === field.sentenceOf[lastWord];
}
