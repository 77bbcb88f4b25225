import { expect, test } from 'vitest';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { judgeThemes, themePointsOf } from '../../lib/classification/judge-themes.ts';
import type { Lexicon } from '../../lib/classification/lexicon.ts';
import { smallLexicon } from './small-lexicon.ts';

const withJudgement = (judgement: Lexicon['judgement']) => compileLexicon({ ...smallLexicon(), judgement });
const judge = (
  weights: Record<string, number>,
  title: string,
  text: string,
  words: Record<string, Record<string, number>> = {},
) =>
  classify(
    { title, text, language: 'en' },
    withJudgement({ relevance: { base: -2, weights: { points: 1, ...weights } }, words, themes: {} }),
  );
const brief = ({ matches }: ReturnType<typeof classify>) =>
  matches.map(({ ruleId, words, points }) => `${ruleId} ${words} ${points}`);

test('each part that words play in a text has points of its own, by where they stand, and its first words beside it', () => {
  const weights = { 'title event': 1.5, 'lead event': 1, 'text event': 0.5, 'text grave': -0.4, 'about Iran': 2 };
  const said = judge(weights, 'An alpha', 'In Iran alpha was seen. Then gamma was, and beta.');
  expect([said.score, brief(said)]).toEqual([
    12.6,
    [
      'en/event/alpha alpha 3',
      'en/event/alpha alpha 3',
      'en/event/beta beta 2',
      'pairs/alpha-gamma gamma was, and beta 2',
      'built-in/event alpha 3',
      'built-in/grave gamma -0.4',
      'built-in/start where every text starts -2',
      'built-in/whole-text 0 of 2 sentences on the subject 2',
    ],
  ]);
});

test('points of words beyond what counts are taken off again', () => {
  const text = Array.from({ length: 30 }, () => 'In Iran alpha was seen.').join(' ');
  const said = judge({}, 'alpha beta gamma', text);
  const words = said.matches.filter(({ ruleId }) => !ruleId.startsWith('built-in/'));
  expect(words.reduce((sum, { points }) => sum + points, 0)).toBeGreaterThan(30);
  expect(said.score).toBe(28);
  expect(brief(said).at(-1)).toMatch(/^built-in\/word-points [\d.]+ points of words count as 30 -[\d.]+$/);
});

test('two parts in one sentence have points of their own, with the words from the one to the other', () => {
  const apart = judge({ 'both event+grave': 3 }, '', 'In Iran alpha was seen. Then gamma was.');
  const together = judge({ 'both event+grave': 3 }, '', 'In Iran alpha was seen, and gamma was.');
  const pairs = [apart, together].map((said) => brief(said).filter((each) => each.includes('+')));
  expect(pairs).toEqual([[], ['built-in/event+grave alpha was seen, and gamma 3']]);
});

test('a word that texts of the language open with has points once, the weak ones together with the whole text', () => {
  const words = { en: { seen: 2, was: -0.4 }, fr: { seen: 50 } };
  const [with0, without] = [words, {}].map((each) =>
    judge({}, '', 'In Iran alpha was seen. Then it was seen again.', each),
  );
  expect(brief(with0 as NonNullable<typeof with0>).slice(-3)).toEqual([
    'built-in/word seen 2',
    'built-in/start where every text starts -2',
    'built-in/whole-text 0 of 2 sentences on the subject -0.4',
  ]);
  expect((with0?.score ?? 0) - (without?.score ?? 0)).toBeCloseTo(1.6);
});

test('words below the opening of a long text have no points', () => {
  const filling = Array.from({ length: 130 }, (_, place) => `w${'x'.repeat(place % 7)}`).join(' ');
  const said = judge({}, '', `In Iran alpha was seen. ${filling} rice.`, { en: { rice: 5 } });
  expect(brief(said).filter((each) => each.includes('rice'))).toEqual([]);
});

test('the massacre of a year without a country is not counted as of Iran', () => {
  const said = judge({ 'text event': 5, 'text event elsewhere': -1 }, '', 'Then alpha was seen.');
  expect(brief(said).filter((each) => each.startsWith('built-in/event'))).toEqual([
    'built-in/event elsewhere alpha -1',
  ]);
});

test('a text in which no word stands is not judged', () => {
  expect(judge({ share: 100 }, 'Rice', 'Rice grows.')).toMatchObject({ score: 0, matches: [] });
});

const NONE = {
  anniversary: 0,
  accountability: 0,
  testimony: 0,
  evidence: 0,
  officials: 0,
  denial: 0,
  repression: 0,
  politics: 0,
};
const weighed = (own: Partial<typeof NONE>, entries: Record<string, number> = {}) => ({
  strong: { ...NONE, ...own },
  any: { ...NONE, ...own },
  entries: new Map(Object.entries(entries)),
});
const needs = smallLexicon().thresholds.themes;
const weights = {
  evidence: { base: -1, weights: { 'strong evidence': 1, 'part testimony': -2 } },
  testimony: { base: -2, weights: { 'any testimony': 1 } },
  denial: { base: 5, weights: {} },
};

test('a theme needs words of its own, and others may speak against it', () => {
  expect(judgeThemes(weighed({ evidence: 1.5 }), 50, needs, weights)).toEqual(['evidence']);
  expect(judgeThemes(weighed({ evidence: 1.5, testimony: 3 }), 50, needs, weights)).toEqual(['testimony']);
});

test('words that are for no theme speak for one or against it, by their entry in any language', () => {
  const withEntries = {
    evidence: { base: -1, weights: { 'strong evidence': 1, 'words noury/name': -1.5 } },
    testimony: { base: -1, weights: { 'strong testimony': 0.5, 'words noury/name': 2 } },
  };
  const own = { evidence: 1.5, testimony: 0.5 };
  expect(judgeThemes(weighed(own), 50, needs, withEntries)).toEqual(['evidence']);
  expect(judgeThemes(weighed(own, { 'noury/name': 1 }), 50, needs, withEntries)).toEqual(['testimony']);
});

test('a stricter theme needs higher odds', () => {
  const text = weighed({ evidence: 1.5, testimony: 0.1 });
  const certain = { ...weights, testimony: { base: 5, weights: {} } };
  const judged = (evidence: number) => judgeThemes(text, 50, { ...needs, evidence }, certain);
  expect([judged(1), judged(2)]).toEqual([['testimony', 'evidence'], ['testimony']]);
});

test('a text on the subject has the likeliest theme where none is likely', () => {
  expect(judgeThemes(weighed({ evidence: 0.5, testimony: 0.6 }), 50, needs, weights)).toEqual(['testimony']);
  expect(judgeThemes(weighed({}), 50, needs, weights)).toEqual([]);
});

test('a long text has the themes that it says enough of, whatever else it says', () => {
  expect(judgeThemes(weighed({ evidence: 1.4, testimony: 9, denial: 1 }), 500, needs, weights)).toEqual([
    'testimony',
    'evidence',
  ]);
});

test('words of an entry say what they add to the themes that a text has, and to no others', () => {
  const entries = {
    evidence: { base: 0, weights: { 'words noury/name': -0.4 } },
    testimony: { base: 0, weights: { 'words noury/name': 1.2, 'words cue/recalls': 0.05 } },
    denial: { base: 0, weights: { 'words noury/name': 3 } },
  };
  const pointsOf = (ruleId: string, words = 50) => themePointsOf(ruleId, ['testimony', 'evidence'], words, entries);
  expect(pointsOf('any/noury/name')).toEqual({ testimony: 1.2, evidence: -0.4 });
  expect([pointsOf('en/cue/recalls'), pointsOf('any/noury/name', 500)]).toEqual([undefined, undefined]);
});
