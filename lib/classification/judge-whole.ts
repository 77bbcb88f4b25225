import type { Match } from './classification.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import { findSigns, POINTS, type StandingPart, type WholeText } from './find-signs.ts';
import type { SignWeights } from './lexicon.ts';
import type { Focus } from './measure-focus.ts';
import { openingWords, type WordPlace } from './opening-words.ts';
import type { WordPoints } from './word-points.ts';

/** Parts that change the score by less are summed up. */
const LEAST_POINTS = 0.1;
/** Of the words of a language those that change it by so much are told apart, and no more than these. */
const LEAST_POINTS_OF_WORD = 1;
const MOST_WORDS = 12;

/**
 * What the text as a whole adds to the points of its words. For each part that words play in it the points of its places,
 * with the first of the words; the strongest of the words that texts of the language open with; and what stands at no words:
 * where every text starts, the points of words that are too many to count, and how much of the text is on the subject and
 * where it names it, with all that is small.
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
  let rest = 0;
  // The points of the words are in the score already, those beyond what counts too many.
  let beyond = -whole.points;
  let counted = 0;
  for (const { name, value, stands } of findSigns(whole, lexicon.partPairs)) {
    const points = value * (weights[name] ?? 0);
    if (name === POINTS) {
      beyond += points;
      counted = points;
      continue;
    }
    if (!stands) {
      rest += points;
      continue;
    }
    const known = parts.get(stands.part);
    if (known) known.points += points;
    else parts.set(stands.part, { stands, points });
  }
  const matches: Match[] = [];
  let small = 0;
  for (const { stands, points } of parts.values()) {
    if (Math.abs(points) < LEAST_POINTS) small += points;
    else matches.push(toMatch(stands, points, `built-in/${stands.part}`));
  }
  rest += small;
  const words = lexicon.language(whole.language).wordPoints;
  const ofWords = words ? pointsOfWords(whole, words) : [];
  const strong = ofWords
    .filter(({ points }) => Math.abs(points) >= LEAST_POINTS_OF_WORD)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, MOST_WORDS);
  rest += sumOf(ofWords) - sumOf(strong);
  return [
    ...matches,
    ...strong.map(({ place, points }) => toMatch(place, points, 'built-in/word')),
    ...ofAll('start', 'where every text starts', base),
    ...ofAll('word-points', `${rounded(whole.points)} points of words count as ${rounded(counted)}`, beyond),
    ...ofAll('whole-text', sayFocus(whole.focus), rest),
  ];
}

/** What stands at no words of the text; nothing where it changes nothing. */
function ofAll(name: string, words: string, exact: number): Match[] {
  const points = rounded(exact);
  if (points === 0) return [];
  return [{ ruleId: `built-in/${name}`, field: 'text', start: 0, end: 0, words, points, themes: [] }];
}

const WHERE: Readonly<Record<Focus['prominence'], string>> = {
  titleAndLead: 'named in title and lead',
  title: 'named in the title',
  several: 'named below the lead several times',
  lead: 'named in the lead',
  twice: 'named below the lead twice',
  brief: 'named below the lead of a brief',
  elsewhere: 'named below the lead once',
  afterOther: 'named below another subject',
};

function sayFocus({ share, subjectSentences, sentences, prominence }: Focus): string {
  const isNamed = subjectSentences > 0 || prominence === 'title';
  const told = `${subjectSentences} of ${sentences} sentences on the subject`;
  return isNamed ? `${told}, ${Math.round(100 * share)} % of the text near them, ${WHERE[prominence]}` : told;
}

/** To a tenth, as points are told; never -0. */
const rounded = (points: number): number => Math.round(points * 10) / 10 || 0;

function pointsOfWords(
  { fields }: WholeText,
  { readWord, pointsOf }: WordPoints,
): { place: WordPlace; points: number }[] {
  const told: { place: WordPlace; points: number }[] = [];
  for (const [word, place] of openingWords(fields, readWord)) told.push({ place, points: pointsOf(word) });
  return told;
}

const sumOf = (pieces: readonly { points: number }[]) => pieces.reduce((sum, { points }) => sum + points, 0);
