import type { Cue } from './cue-finder.ts';
import type { Numeral } from './find-numerals.ts';
import type { OrdinalMention } from './find-ordinals.ts';
import { isMoreThan, yearsBehind } from './find-years-on.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, hasGap, wordAt } from './word-at.ts';

/** Fewer or more years than so many are nobody's count of the years since the killings. */
const YEARS: readonly [number, number] = [20, 59];
/** Without a word for what lasts, fewer are more often a sentence of a court. */
const LEAST_ALONE = 26;
const LEAST_SUMMERS = 5;
const LEAST_NTH = 10;
/** Words between the years and what they are years of: "33 years of patient waiting". */
const OF_REACH = 3;
/** Days of a month. */
const DAYS = 31;
/** Words between a number of things and the years that they stand for. */
const EACH_REACH = 14;
const TENURE_REACH = { before: 6, after: 5 };

/** Words before a number of years that is an age. */
const BEFORE_AGE: Readonly<Record<string, RegExp>> = {
  en: /^(?:at|was|is|am|were|aged)$/,
  fr: /^(?:a|avait|avais|ai|avaient|de|d|age|ages|agee)$/,
  de: /^(?:war|ist|mit|von|als|wurde|bin)$/,
  sv: /^(?:var|ar|med|vid|fyllde|blev|pa|av)$/,
  no: /^(?:var|er|med|ved|fylte|ble|pa|av)$/,
  da: /^(?:var|er|med|ved|fyldte|blev|pa|af)$/,
  es: /^(?:de|a|tenia|tiene|tengo|con|los|tenian|cumplio)$/,
  it: /^(?:di|a|aveva|ha|ho|i|con|avevano)$/,
  nl: /^(?:was|is|van|met|op|werd)$/,
  ru: /^(?:было|еи|ему|мне|в)$/,
  ar: /^(?:عن|عمر|عمره|عمرها|العمر|البالغ|البالغه|بلغ|سن|في|ابن|ذو)$/,
};

const SUBJECT = /^(?:han|hon|hun|er|sie|hij|zij|ze|jag|jeg|ich|ik|il|elle|he|she|i)$/;

/**
 * Years without a word that says since when: "33 years of waiting", "he had waited 33 years", "thirty-three summers",
 * "the thirty-sixth summer". Ages, terms and careers are none; a round number only counts with what lasted so long.
 */
export function findBareYears(field: FactField, numeral: Numeral, language: string): OrdinalMention | undefined {
  const { value, isOrdinal, firstWord, lastWord } = numeral;
  const found = {
    kind: 'years-on' as const,
    ordinal: value,
    isAtLeast: isMoreThan(field, firstWord),
    needsHead: false,
    isBare: true as const,
  };
  if (value < LEAST_SUMMERS || value > YEARS[1]) return undefined;
  const nth = nthSummer(field, numeral);
  if (nth) return { ...found, ...nth };
  const next = lastWord + 1;
  const summers = isOrdinal ? undefined : field.find('summers', next, next)[0];
  if (summers) return { ...found, firstWord, lastWord: summers.lastWord, ruleId: summers.ruleId };
  if (value < YEARS[0]) return undefined;
  const each = forEachYear(field, numeral);
  if (each) return { ...found, firstWord, lastWord, ruleId: each.ruleId };
  // «۳۱ سالگی قتل عام»: the age of the killings.
  if (wordAt(field, next) === 'سالگی' && field.has('killing', next + 1, next + 1))
    return { ...found, firstWord, lastWord: next, ruleId: 'fa/years', isOfWait: true };
  // Dreiunddreißigjähriges Schweigen is one word with its number.
  const compound = field.find('years-compound', firstWord, firstWord)[0];
  const noun = compound ?? yearsBehind(field, next);
  if (!noun || (isOrdinal && !compound) || isUpperEnd(field, firstWord)) return undefined;
  const place = { firstWord, lastWord: noun.lastWord, ruleId: noun.ruleId };
  const lasts = lastsBehind(field, noun.lastWord) || field.has('years-of', firstWord - 2, firstWord - 1);
  if (lasts && !isOfAge(field, firstWord)) return { ...found, ...place, isOfWait: true };
  const isAttribute = compound !== undefined || noun.kind === 'years-attribute';
  if (isAttribute || value < LEAST_ALONE || value % 10 === 0 || isAge(field, place, language) || isTenure(field, place))
    return undefined;
  return { ...found, ...place };
}

/** "A candle for each year: thirty-four stood on the steps". */
function forEachYear(field: FactField, { firstWord, value }: Numeral): Cue | undefined {
  const sentence = field.sentenceAt(firstWord);
  // "Le 28 août, une bougie par année".
  const isDate =
    value <= DAYS && ['month', 'persian-month'].some((kind) => field.has(kind, firstWord - 1, firstWord + 1));
  if (!sentence || isDate || field.has('years', firstWord + 1, firstWord + 3)) return undefined;
  const [first, last] = [Math.max(sentence.firstWord, firstWord - EACH_REACH), firstWord + EACH_REACH];
  return field.find('for-each-year', first, Math.min(sentence.endWord - 1, last))[0];
}

/** "20 to 25 years" is a range. */
function isUpperEnd(field: FactField, firstWord: number): boolean {
  return (
    field.has('range-to', firstWord - 1, firstWord - 1) &&
    field.numeralsIn(firstWord - 3, firstWord - 2).some(({ value }) => value > 1)
  );
}

/** "The thirty-sixth summer", الصيف السادس والثلاثون. */
function nthSummer(
  field: FactField,
  { value, isOrdinal, firstWord, lastWord }: Numeral,
): Pick<OrdinalMention, 'ruleId' | 'firstWord' | 'lastWord'> | undefined {
  const numbered = field.find('nth-summer', firstWord - 2, firstWord - 2).find((cue) => cue.lastWord === firstWord - 1);
  if (numbered) return { ruleId: numbered.ruleId, firstWord: numbered.firstWord, lastWord };
  const yearBefore = field.find('year-numbered', firstWord - 1, firstWord - 1)[0];
  const beginsSentence = yearBefore && field.sentenceAt(firstWord)?.firstWord === yearBefore.firstWord;
  if (beginsSentence && value >= YEARS[0])
    return { ruleId: yearBefore.ruleId, firstWord: yearBefore.firstWord, lastWord };
  if (!isOrdinal || value < LEAST_NTH) return undefined;
  const next = lastWord + 1;
  // "The thirty-second August"; of up to thirty-one it would be a date.
  const month = value > DAYS ? field.find('month', next, next)[0] : undefined;
  const after = field.find('nth-summer', next, next)[0] ?? month;
  if (after) return { ruleId: after.ruleId, firstWord, lastWord: after.lastWord };
  const before = field.find('nth-summer', firstWord - 1, firstWord - 1)[0];
  return before?.ruleId.startsWith('ar/')
    ? { ruleId: before.ruleId, firstWord: before.firstWord, lastWord }
    : undefined;
}

/** What lasted is said in the same breath: "33 years of patient waiting". */
function lastsBehind(field: FactField, lastWord: number): boolean {
  const [cue] = field.find('years-of', lastWord + 1, lastWord + OF_REACH);
  return cue !== undefined && !hasGap(field, lastWord, cue.firstWord, /[,;،؛]/u);
}

/** عمره 55 عاما. */
const isOfAge = (field: FactField, firstWord: number) =>
  /^(?:عمره|عمرها|العمر|البالغ|البالغه)$/.test(wordAt(field, firstWord - 1));

type Place = Pick<OrdinalMention, 'firstWord' | 'lastWord'>;

/** "Aged 26", and ", 26 ans," beside a name. */
function isAge(field: FactField, { firstWord, lastWord }: Place, language: string): boolean {
  const isSince = /^(?:it|het|es|det|ce|c|que)$/.test(wordAt(field, firstWord - 2));
  // "På trettiosex år" begins a sentence, "en man på 36 år" does not.
  const isFirst = wordAt(field, firstWord - 1) === 'pa' && field.sentenceAt(firstWord)?.firstWord === firstWord - 1;
  if (!isSince && !isFirst && BEFORE_AGE[language]?.test(wordAt(field, firstWord - 1))) return true;
  // "I 1988 var han 27 år".
  if (SUBJECT.test(wordAt(field, firstWord - 1)) && BEFORE_AGE[language]?.test(wordAt(field, firstWord - 2)))
    return true;
  const before = firstWord > 0 ? gapAfter(field, firstWord - 1) : '';
  return /[,(،]/u.test(before) && /^\s?[,)،]/u.test(gapAfter(field, lastWord));
}

function isTenure(field: FactField, { firstWord, lastWord }: Place): boolean {
  const sentence = field.sentenceAt(firstWord);
  if (!sentence) return false;
  const first = Math.max(sentence.firstWord, firstWord - TENURE_REACH.before);
  const last = Math.min(sentence.endWord - 1, lastWord + TENURE_REACH.after);
  return ['tenure', 'career', 'sentenced', 'not-elapsed'].some((kind) => field.has(kind, first, last));
}
