import { z } from 'zod';
import commonWordsJson from '../../config/common-words.json' with { type: 'json' };
import lexiconJson from '../../config/lexicon.json' with { type: 'json' };
import namesJson from '../../config/names.json' with { type: 'json' };
import { ROLES_ONLY_IN_PAIRS } from '../classification/text-parts.ts';
import { readStoryWords } from './read-story-words.ts';
import { stemWord } from './stem-word.ts';

/** The lists have beginnings of words; a plural of six letters may be one or be cut there, so it stands for both. */
const Stems = z.string().transform((text) => text.split(' ').flatMap((stem) => [stem, stemWord(stem)]));

const CommonWords = z.object({
  note: z.string(),
  numbers: Stems,
  languages: z.record(z.string(), z.object({ commonest: Stems, common: Stems, everyday: Stems })),
});

/** What a stem counts of which nothing is known: it may be what the text is about. */
const TELLING = 1;
/** A thing of everyday life: many texts have some, few the same ones. */
const EVERYDAY = 0.7;
const COMMON = 0.3;
const COMMONEST = 0.05;
const YEAR = /^(1[34]\d\d|19\d\d|20\d\d)$/;
/** Shorter beginnings are other words as well. */
const LEAST_SURNAME = 5;
const YEAR_WEIGHT = 0.2;

const { numbers, languages } = CommonWords.parse(commonWordsJson);
const commonNumbers = new Set(numbers);

/** Of the register's people, those that are named wherever the subject is; the others tell what a text is about. */
const COMMON_PEOPLE: readonly (keyof typeof namesJson.people)[] = [
  'ruhollah-khomeini',
  'ali-khamenei',
  'hossein-ali-montazeri',
  'ebrahim-raisi',
  'mostafa-pourmohammadi',
  'hossein-ali-nayeri',
  'morteza-eshraghi',
  'hamid-noury',
  'maryam-rajavi',
  'javaid-rehman',
];

/** Forms of those and of the register's bodies, of all languages. */
const namedForms: readonly string[] = [
  ...COMMON_PEOPLE.map((id): NamedForms => namesJson.people[id]),
  ...Object.values<NamedForms>(namesJson.organisations),
].flatMap(({ forms, shortForms = [] }) => [...forms, ...shortForms]);

const namedStems = new Set(stemsOf(namedForms));

/**
 * Last words of the other people's forms: whoever names one of them, tells something, however the lists were made; not of a
 * namesake's of the former.
 */
const rareSurnames: readonly string[] = Object.entries<NamedForms>(namesJson.people)
  .filter(([id]) => !COMMON_PEOPLE.some((common) => common === id))
  .flatMap(([, { forms }]) => forms.flatMap((form) => stemsOf([form]).at(-1) ?? []))
  .filter((stem) => stem.length >= LEAST_SURNAME && !namedStems.has(stem));

interface NamedForms {
  forms: readonly string[];
  shortForms?: readonly string[];
}

const weights = new Map<string, ReadonlyMap<string, number>>();

/** Made at the first text of a language. @returns undefined for a language without a list */
function weightsOf(language: string): ReadonlyMap<string, number> | undefined {
  const listed = languages[language];
  if (listed === undefined || weights.has(language)) return weights.get(language);
  const made = new Map<string, number>();
  const { everyday, common, commonest } = listed;
  for (const stem of everyday) made.set(stem, EVERYDAY);
  for (const stem of stemsOf([...lexiconForms('any'), ...lexiconForms(language), ...namedForms]))
    made.set(stem, COMMON);
  for (const stem of common) made.set(stem, COMMON);
  for (const stem of rareSurnames) made.delete(stem);
  for (const stem of commonest) made.set(stem, COMMONEST);
  weights.set(language, made);
  return made;
}

/** Hints, and what speaks in pairs only, are words of every report: police, parliament, flowers. What a text tells by is among them. */
function lexiconForms(language: string): string[] {
  const { terms = {} } = (lexiconJson.languages as Readonly<Record<string, LexiconLanguage>>)[language] ?? {};
  return Object.entries(terms).flatMap(([id, { forms = [], isHint = false }]) =>
    isHint || ROLES_ONLY_IN_PAIRS.has(id.slice(0, id.indexOf('/'))) ? [] : forms,
  );
}

interface LexiconLanguage {
  terms: Readonly<Record<string, { forms?: readonly string[]; isHint?: boolean }>>;
}

function stemsOf(forms: readonly string[]): string[] {
  return readStoryWords(forms.join(' . ').replaceAll('*', ' ')).map(({ folded }) => stemWord(folded));
}

/** Whether the language has a list of common words: without one, chance agreements are many. */
export const knowsCommonWords = (language: string): boolean => languages[language] !== undefined;

/** A number of two digits and more that is no year, and no toll or date that stands in every text on the subject. */
export const isTellingNumber = (stem: string): boolean =>
  /^\d{2,9}$/.test(stem) && !YEAR.test(stem) && !commonNumbers.has(stem);

/** How much a stem tells of which event a text is about, 0 … 1. */
export function weightOfStem(stem: string, language: string): number {
  if (/^\d+$/.test(stem)) return isTellingNumber(stem) ? TELLING : YEAR_WEIGHT;
  return weightsOf(language)?.get(stem) ?? TELLING;
}

export const isTelling = (stem: string, language: string): boolean => weightOfStem(stem, language) === TELLING;

/** Many texts on the subject have it, but not nearly all. */
export const isCommon = (stem: string, language: string): boolean => weightOfStem(stem, language) === COMMON;

/** A thing of everyday life, of no list on the subject. */
export const isEveryday = (stem: string, language: string): boolean => weightOfStem(stem, language) === EVERYDAY;
