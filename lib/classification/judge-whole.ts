import type { Match } from './classification.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import { findSigns, type StandingPart, type WholeText } from './find-signs.ts';
import type { SignWeights } from './lexicon.ts';
import { openingWords, type WordPlace } from './opening-words.ts';
import type { WordPoints } from './word-points.ts';

/** Parts that change the score by less are summed up. */
const LEAST_POINTS = 0.1;
/** Of the words of a language those that change it by so much are told apart, and no more than these. */
const LEAST_POINTS_OF_WORD = 1;
const MOST_WORDS = 12;

/**
 * What the text as a whole adds to the points of its words. For each part that words play in it the points of its places,
 * with the first of the words; and all else – how much of the text is on the subject, where it names it, what a text in
 * which nothing stands begins with – under one name. The strongest of the words that texts of the language open with
 * stand by themselves.
 *
 * @param toMatch gives a piece of evidence its place in the original
 */
export function judgeWhole(
  whole: WholeText & { language: string },
  { base, weights }: SignWeights,
  lexicon: Pick<CompiledLexicon, 'partPairs' | 'language'>,
  toMatch: (place: WordPlace, points: number, ruleId: string) => Match,
): Match[] {
  const parts = new Map<string, { stands: StandingPart; points: number }>();
  // The points of the words are in the score already, those beyond what counts too many.
  let rest = base - whole.points;
  for (const { name, value, stands } of findSigns(whole, lexicon.partPairs)) {
    const points = value * (weights[name] ?? 0);
    if (!stands) {
      rest += points;
      continue;
    }
    const known = parts.get(stands.part);
    if (known) known.points += points;
    else parts.set(stands.part, { stands, points });
  }
  const telling = [...parts.values()].filter(({ points }) => Math.abs(points) >= LEAST_POINTS);
  const small = [...parts.values()].filter(({ points }) => Math.abs(points) < LEAST_POINTS);
  rest += small.reduce((sum, { points }) => sum + points, 0);
  const words = lexicon.language(whole.language).wordPoints;
  const ofWords = words ? pointsOfWords(whole, words) : [];
  const strong = ofWords
    .filter(({ points }) => Math.abs(points) >= LEAST_POINTS_OF_WORD)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, MOST_WORDS);
  rest += sumOf(ofWords) - sumOf(strong);
  const { share, subjectSentences, sentences } = whole.focus;
  return [
    ...telling.map(({ stands, points }) => toMatch(stands, points, `built-in/${stands.part}`)),
    ...strong.map(({ place, points }) => toMatch(place, points, 'built-in/word')),
    {
      ruleId: 'built-in/whole-text',
      field: 'text',
      start: 0,
      end: 0,
      words: `${subjectSentences} of ${sentences} sentences, ${Math.round(share * 100)} % of the text`,
      points: Math.round(rest * 10) / 10,
      themes: [],
    },
  ];
}

function pointsOfWords(
  { fields, evidence }: WholeText,
  { readWord, pointsOf }: WordPoints,
): { place: WordPlace; points: number }[] {
  return [...openingWords(fields, evidence, readWord)].map(([word, place]) => ({ place, points: pointsOf(word) }));
}

const sumOf = (pieces: readonly { points: number }[]) => pieces.reduce((sum, { points }) => sum + points, 0);
