import type { Match } from './classification.ts';
import type { Evidence } from './find-evidence.ts';
import { findSigns, type WholeText } from './find-signs.ts';
import type { SignWeights } from './lexicon.ts';

/** Parts that change the score by less are summed up. */
const LEAST_POINTS = 0.1;

/**
 * What the text as a whole adds to the points of its words. For each part that words play in it the points of its places,
 * with the first of the words; and all else – how much of the text is on the subject, where it names it, what a text in
 * which nothing stands begins with – under one name.
 *
 * @param toMatch gives a piece of evidence its place in the original
 */
export function judgeWhole(
  whole: WholeText,
  { base, weights }: SignWeights,
  toMatch: (piece: Evidence, points: number, ruleId: string) => Match,
): Match[] {
  const parts = new Map<string, { piece: Evidence; points: number }>();
  // The points of the words are in the score already, those beyond what counts too many.
  let rest = base - whole.points;
  for (const { name, value, piece } of findSigns(whole)) {
    const points = value * (weights[name] ?? 0);
    if (!piece) {
      rest += points;
      continue;
    }
    const part = name.slice(name.indexOf(' ') + 1);
    const known = parts.get(part);
    if (known) known.points += points;
    else parts.set(part, { piece, points });
  }
  const telling = [...parts].filter(([, { points }]) => Math.abs(points) >= LEAST_POINTS);
  const small = [...parts.values()].filter(({ points }) => Math.abs(points) < LEAST_POINTS);
  rest += small.reduce((sum, { points }) => sum + points, 0);
  const { share, subjectSentences, sentences } = whole.focus;
  return [
    ...telling.map(([part, { piece, points }]) => toMatch(piece, points, `built-in/${part}`)),
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
