import { isTelling } from './common-words.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import { LEAST_LETTERS, numbersOf, readTerms, type Terms } from './read-terms.ts';
import type { SharedPassages } from './shared-passages.ts';
import type { ReadStoryText } from './story-text.ts';
import { findWeekdays } from './weekdays.ts';

/** How alike two texts of one language are in what they do not share word for word. */
export interface TermAgreement {
  /** Cosine of the weighted words, 0 … 1. */
  similarity: number;
  /** Words that both have and few other texts would, as the first text writes them, folded, in its order. */
  words: string[];
  /** Numbers in digits that both have; years, tolls and the anniversary's own are none. */
  sharedNumbers: string[];
  /** Each has numbers, and none is the other's. */
  isNumberConflict: boolean;
  /** Each names days of the week, and none is the other's. */
  isDayConflict: boolean;
  /** Telling words that both titles have. */
  titleWords: string[];
  /** Of the words of both titles, whichever they are, the share that stands in both, 0 … 1. */
  titleShare: number;
  /** What both have by the kind of word it is: what `weighEvidence` weighs. */
  evidence: Evidence;
}

export function compareTerms(a: ReadStoryText, b: ReadStoryText, { inA, inB }: SharedPassages): TermAgreement {
  const [termsA, termsB] = [readTerms(a, inA), readTerms(b, inB)];
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
    evidence: gatherEvidence(a, b, termsA, termsB),
  };
}

const squares = (terms: Terms) => terms.values().reduce((sum, { weight }) => sum + weight ** 2, 0);

const areApart = (a: ReadonlySet<number>, b: ReadonlySet<number>) => a.size > 0 && b.size > 0 && a.isDisjointFrom(b);
