import { isTellingNumber, weightOfStem } from './common-words.ts';
import type { ReadStoryText } from './story-text.ts';

/** A word of a text outside of the passages it shares, by its stem. */
interface Term {
  /** As the text writes it first, folded. */
  word: string;
  /** By how much it tells, more where it is repeated. */
  weight: number;
  /** Written as a name inside a sentence; never in German, which writes every noun with a capital. */
  isName: boolean;
}

export type Terms = ReadonlyMap<string, Term>;

export const LEAST_LETTERS = 3;
const CAPITAL_NOUNS = 'de';
/** Where names look like other words: there, and in Arabic script. */
export const UNSEEN_NAMES: ReadonlySet<string> = new Set([CAPITAL_NOUNS, 'fa', 'ar']);

/** Of title and text; words inside shared passages are left out: a footer or a famous sentence is not the event. */
export function readTerms(story: ReadStoryText, marks: Uint8Array): Terms {
  const counts = new Map<string, { word: string; count: number; isName: boolean }>();
  const add = (word: string, stem: string, isName: boolean) => {
    if (stem.length < LEAST_LETTERS && !isTellingNumber(stem)) return;
    const known = counts.get(stem);
    if (known === undefined) {
      counts.set(stem, { word, count: 1, isName });
    } else {
      known.count += 1;
      known.isName ||= isName;
    }
  };
  // Many titles write every word with a capital.
  for (const [at, { folded }] of story.titleWords.entries()) add(folded, story.titleStems[at] ?? '', false);
  const hasNames = story.language !== CAPITAL_NOUNS;
  for (const [at, { folded, isName }] of story.words.entries()) {
    if (marks[at] === 0) add(folded, story.stems[at] ?? '', isName && hasNames);
  }
  return new Map(
    [...counts].map(([stem, { word, count, isName }]) => [
      stem,
      { word, weight: weightOfStem(stem, story.language) * (1 + Math.log(count)), isName },
    ]),
  );
}

/** Numbers in digits; years, tolls and the anniversary's own are none. */
export const numbersOf = ({ ordinal }: ReadStoryText, terms: Terms): string[] =>
  [...terms.keys()].filter((stem) => isTellingNumber(stem) && stem !== String(ordinal));
