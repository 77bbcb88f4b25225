import type { Cue } from './cue-finder.ts';
import type { Numeral } from './find-numerals.ts';
import type { OrdinalMention } from './find-ordinals.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** A full stop after the digits makes an ordinal: "35. Mal", "35. yılında". */
const DOTTED: ReadonlySet<string> = new Set(['de', 'tr', 'no', 'da', 'fi', 'pl']);

/** Marks of ordinal digits, as folded: 30th, 30e, 30:e, 30-я, 30ª, ۲۸مین, 30'uncu. */
const SUFFIX =
  /^(?:st|nd|rd|th|e|er|eme|ieme|de|ste|a|o|esimo|esima|я|ю|и|е|ая|ои|ую|ыи|го|ти|летн\p{L}*|مین|امین|م|ام|ال|th|inci|uncu|nci|ncu|mo|ma)$/u;
/** What may stand between an ordinal and its noun. */
const BETWEEN =
  /^(?:annual|sad|solemn|grim|bloody|triste|somber|traurig\p{L}*|jahrig\p{L}*|sorgliga|السنویه|السنوی|سنویه|رقم|ال|year|jahr|ar|let|annuel|annuelle|such|public|official|consecutive|straight|yearly)$/u;

/** "30th anniversary", «سی و پنجمین سالگرد», trettioårsdagen, "in its 35th year". */
export function findAnniversary(field: FactField, numeral: Numeral, language: string): OrdinalMention | undefined {
  const { firstWord, lastWord } = numeral;
  const suffixed = SUFFIX.test(wordAt(field, lastWord + 1)) ? 1 : 0;
  const between = BETWEEN.test(wordAt(field, lastWord + 1 + suffixed)) ? 1 : 0;
  const next = lastWord + 1 + suffixed + between;
  const isNth = numeral.isOrdinal || suffixed > 0;
  const noun =
    field.find('anniversary', lastWord + 1, next)[0] ??
    (isNth && numeral.value >= LEAST_TIMES ? field.find('nth-vigil', lastWord + 1, next)[0] : undefined);
  const base = { kind: 'anniversary' as const, ordinal: numeral.value, isAtLeast: false, needsHead: false };
  const isYear = numeral.value > 60 && !numeral.isOrdinal && suffixed === 0;
  const compound = compoundOf(field, firstWord);
  if (compound) return { ...base, ...compound };
  if (noun && !isYear && field.sentenceOf[firstWord] === field.sentenceOf[noun.lastWord]) {
    return { ...base, ruleId: noun.ruleId, firstWord, lastWord: noun.lastWord };
  }
  const before = nounBefore(field, numeral, language) ?? (isNth ? nounSetApart(field, firstWord) : undefined);
  if (before && !isYear) return { ...base, ruleId: before.ruleId, firstWord: before.firstWord, lastWord };
  const yearApart = isNth ? yearSetApart(field, numeral, suffixed) : undefined;
  if (yearApart) return { ...base, kind: 'years-on', ...yearApart };
  const yearBefore = arabicNth(field, numeral, language);
  if (yearBefore) return { ...base, kind: 'years-on', ...yearBefore, lastWord };
  const year = field.find('nth-year', lastWord + 1, lastWord + 1 + suffixed)[0];
  const isOrdinal =
    numeral.isOrdinal ||
    suffixed > 0 ||
    isNorthernNth(field, lastWord) ||
    (DOTTED.has(language) && gapAfter(field, lastWord).startsWith('.'));
  if (!year || !isOrdinal || numeral.value < 2) return undefined;
  // "Zum 35. Mal", "for the thirty-first time" are said of what is marked every year.
  const isTime = TIMES.test(wordAt(field, year.firstWord));
  const isMarked = isTime && numeral.value >= LEAST_TIMES;
  if (isTime && !isMarked) return undefined;
  return {
    ...base,
    kind: isMarked ? 'anniversary' : 'years-on',
    ruleId: year.ruleId,
    firstWord,
    lastWord: year.lastWord,
  };
}

/** "33-året for massakren". */
const isNorthernNth = (field: FactField, lastWord: number) =>
  gapAfter(field, lastWord) === '-' && wordAt(field, lastWord + 1) === 'aret';

/** "The anniversary, the 36th": behind a comma. */
function nounSetApart(field: FactField, firstWord: number): Cue | undefined {
  const article = firstWord - 1;
  if (!SET_APART.test(gapAfter(field, article - 1)) || !ARTICLE.test(wordAt(field, article))) return undefined;
  return field.find('anniversary', article - 2, article - 1).find((cue) => cue.lastWord === article - 1);
}

/** "This year, the 36th since the executions". */
function yearSetApart(
  field: FactField,
  { firstWord, lastWord, value }: Numeral,
  suffixed: number,
): Pick<OrdinalMention, 'ruleId' | 'firstWord' | 'lastWord'> | undefined {
  const article = firstWord - (ARTICLE.test(wordAt(field, firstWord - 1)) ? 1 : 0);
  const since = lastWord + suffixed + 1;
  if (value < LEAST_TIMES || !SET_APART.test(gapAfter(field, article - 1))) return undefined;
  const isSince = field.has('elapsed-after', since, since) || field.has('elapsed-before', since, since);
  const year = ['nth-year', 'years'].flatMap((kind) => field.find(kind, article - 1, article - 1))[0];
  return isSince && year
    ? { ruleId: year.ruleId, firstWord: year.firstWord, lastWord: lastWord + suffixed }
    : undefined;
}

const SET_APART = /^(?:,| [–—-]| \() ?$/u;
const ARTICLE = /^(?:the|its|le|la|der|die|das|dem|den|det|el|il|de|het)$/;

/** في عامها السادس والثلاثين. */
function arabicNth(
  field: FactField,
  { firstWord, isOrdinal, value }: Numeral,
  language: string,
): Pick<OrdinalMention, 'ruleId' | 'firstWord'> | undefined {
  if (language !== 'ar' || !isOrdinal || value < LEAST_TIMES) return undefined;
  const [year] = field.find('nth-year', firstWord - 1, firstWord - 1);
  return year && { ruleId: year.ruleId, firstWord: year.firstWord };
}

const LEAST_TIMES = 10;
/** As folded. */
const TIMES = /^(?:mal|time|fois|vez|volta|keer|maal|gangen|gang|раз|بار|المره|للمره|kerran|kertaa|raz)$/;
const COMMEMORATION = /^(?:gedenk\p{L}*|besteh\p{L}*|jahrestag\p{L}*|jubil\p{L}*|herdenking\p{L}*|bestaan)$/u;

/** Trettioårsdagen; dreißigjähriges Gedenken. */
function compoundOf(
  field: FactField,
  firstWord: number,
): Pick<OrdinalMention, 'ruleId' | 'firstWord' | 'lastWord'> | undefined {
  const named = field.find('anniversary-compound', firstWord, firstWord)[0];
  // "Три десятилетия" are decades, no tenth anniversary.
  if (named && !field.has('decades', firstWord, firstWord))
    return { ruleId: named.ruleId, firstWord, lastWord: named.lastWord };
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
