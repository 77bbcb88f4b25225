import { isTelling, isTellingNumber, weightOfStem } from './common-words.ts';
import type { SharedPassages } from './shared-passages.ts';
import type { ReadStoryText } from './story-text.ts';
import { findWeekdays } from './weekdays.ts';

/** How alike two texts of one language are in what they do not share word for word. */
export interface TermAgreement {
  /** Cosine of the weighted words, 0 … 1. */
  similarity: number;
  /** Words that both have and few other texts would, as the first text writes them, folded, in its order. */
  words: string[];
  /** Numbers that both have; years, tolls and the anniversary's own are none. */
  sharedNumbers: string[];
  /** Each has numbers, and none is the other's. */
  isNumberConflict: boolean;
  /** Each names days of the week, and none is the other's. */
  isDayConflict: boolean;
  /** Telling words that both titles have. */
  titleWords: string[];
  /** Of the words of both titles, whichever they are, the share that stands in both, 0 … 1. */
  titleShare: number;
}

const LEAST_LETTERS = 3;

/** Words inside shared passages are left out: a footer or a famous sentence is not the event. */
export function compareTerms(a: ReadStoryText, b: ReadStoryText, { inA, inB }: SharedPassages): TermAgreement {
  const [termsA, termsB] = [termsOf(a, inA), termsOf(b, inB)];
  const both = [...termsA].filter(([stem]) => termsB.has(stem));
  const dot = both.reduce((sum, [stem, { weight }]) => sum + weight * (termsB.get(stem)?.weight ?? 0), 0);
  const norm = Math.sqrt(squares(termsA) * squares(termsB));
  const [numbersA, numbersB] = [numbersOf(a, termsA), numbersOf(b, termsB)];
  const sharedNumbers = numbersA.filter((number) => numbersB.includes(number));
  const [titleA, titleB] = [new Set(a.titleStems), new Set(b.titleStems)];
  const inBothTitles = [...titleA].filter((stem) => titleB.has(stem));
  return {
    similarity: norm === 0 ? 0 : dot / norm,
    words: both.filter(([stem]) => isTelling(stem, a.language)).map(([, { word }]) => word),
    sharedNumbers,
    isNumberConflict: sharedNumbers.length === 0 && numbersA.length > 0 && numbersB.length > 0,
    isDayConflict: areApart(findWeekdays(a.words), findWeekdays(b.words)),
    titleWords: inBothTitles.filter((stem) => stem.length >= LEAST_LETTERS && isTelling(stem, a.language)),
    titleShare: inBothTitles.length / Math.max(1, titleA.size + titleB.size - inBothTitles.length),
  };
}

interface Term {
  /** As the text writes it first, folded. */
  word: string;
  weight: number;
}

function termsOf(story: ReadStoryText, marks: Uint8Array): Map<string, Term> {
  const counts = new Map<string, { word: string; count: number }>();
  const add = (word: string, stem: string) => {
    if (stem.length < LEAST_LETTERS && !isTellingNumber(stem)) return;
    const known = counts.get(stem);
    if (known) known.count += 1;
    else counts.set(stem, { word, count: 1 });
  };
  for (const [at, { folded }] of story.titleWords.entries()) add(folded, story.titleStems[at] ?? '');
  for (const [at, { folded }] of story.words.entries()) if (marks[at] === 0) add(folded, story.stems[at] ?? '');
  return new Map(
    [...counts].map(([stem, { word, count }]) => [
      stem,
      { word, weight: weightOfStem(stem, story.language) * (1 + Math.log(count)) },
    ]),
  );
}

const squares = (terms: ReadonlyMap<string, Term>) => terms.values().reduce((sum, { weight }) => sum + weight ** 2, 0);

const areApart = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
  a.size > 0 && b.size > 0 && a.intersection(b).size === 0;

const numbersOf = ({ ordinal }: ReadStoryText, terms: ReadonlyMap<string, Term>) =>
  [...terms.keys()].filter((stem) => isTellingNumber(stem) && stem !== String(ordinal));
