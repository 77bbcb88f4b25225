import { z } from 'zod';
import commonWordsJson from '../../config/common-words.json' with { type: 'json' };

const Stems = z.string().transform((text) => text.split(' '));

const CommonWords = z.object({
  note: z.string(),
  numbers: Stems,
  languages: z.record(z.string(), z.object({ commonest: Stems, common: Stems })),
});

/** What a stem counts of which nothing is known: it may be what the text is about. */
const TELLING = 1;
const COMMON = 0.3;
const COMMONEST = 0.05;
const YEAR = /^(1[34]\d\d|19\d\d|20\d\d)$/;
const YEAR_WEIGHT = 0.2;

const { numbers, languages } = CommonWords.parse(commonWordsJson);
const commonNumbers = new Set(numbers);
const weights = new Map(
  Object.entries(languages).map(([language, { commonest, common }]) => [
    language,
    new Map([...common.map((stem) => [stem, COMMON] as const), ...commonest.map((stem) => [stem, COMMONEST] as const)]),
  ]),
);

/** Whether the language has a list of common words: without one, chance agreements are many. */
export const knowsCommonWords = (language: string): boolean => weights.has(language);

/** A number of two digits and more that is no year, and no toll or date that stands in every text on the subject. */
export const isTellingNumber = (stem: string): boolean =>
  /^\d{2,9}$/.test(stem) && !YEAR.test(stem) && !commonNumbers.has(stem);

/** How much a stem tells of which event a text is about, 0 … 1. */
export function weightOfStem(stem: string, language: string): number {
  if (/^\d+$/.test(stem)) return isTellingNumber(stem) ? TELLING : YEAR_WEIGHT;
  return weights.get(language)?.get(stem) ?? TELLING;
}

export const isTelling = (stem: string, language: string): boolean => weightOfStem(stem, language) === TELLING;
