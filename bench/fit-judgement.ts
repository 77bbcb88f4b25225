import { Theme } from '../lib/classification/classification.ts';
import type { CompiledLexicon } from '../lib/classification/compile-lexicon.ts';
import { findSigns } from '../lib/classification/find-signs.ts';
import { findThemeSigns } from '../lib/classification/judge-themes.ts';
import type { Lexicon, SignWeights } from '../lib/classification/lexicon.ts';
import { openingWords, readAnyWord } from '../lib/classification/opening-words.ts';
import { namePairs } from '../lib/classification/pair-parts.ts';
import { weighText } from '../lib/classification/weigh-text.ts';
import { type ThemeWeights, weighThemes } from '../lib/classification/weigh-themes.ts';
import { fitWeights, type WeightRule } from './fit-weights.ts';
import { functionWords } from './function-words.ts';
import { ruleOfSign } from './rule-of-sign.ts';

export interface TextWithLabels {
  title: string;
  text: string;
  lang: string;
  relevant: boolean;
  /** Of a relevant text; absent where nobody has labelled them. */
  themes?: readonly Theme[] | undefined;
}

export interface SignedText {
  relevant: boolean;
  /** Absent where nobody has labelled them, or the text is not relevant. */
  themes?: readonly Theme[];
  /** With the words it opens with, by their first letters: `word en hunge`. */
  signs: ReadonlyMap<string, number>;
  weighed: ThemeWeights;
  words: number;
}

export type Judgement = NonNullable<Lexicon['judgement']>;

/** Signs of fewer texts are chance. */
const LEAST_TEXTS = { sign: 4, pair: 12, word: 5, theme: 12 };
/** Words of more of the language’s texts than this say nothing of one. */
const MOST_SHARE_OF_WORD = 0.2;
const WORD = 'word ';
/** Those that have no weight yet, too. */
const ALL_PAIRS = namePairs(() => true);
const RULE_OF_THEME: WeightRule = { penalty: 5, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
/** Signs are brought to like sizes, so that the penalty is the same for each. */
const SIZES: readonly [prefix: string, size: number][] = [
  ['points', 10],
  ['strong ', 2],
  ['any ', 2],
  ['part ', 0.5],
];
const sizeOf = (name: string) => SIZES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 1;
/** A text missed costs more than one too many: from these log odds on it is one, by the best F1 of files held out. */
const LEAST_ODDS = { relevance: -0.3 };
/**
 * The same of themes, from files that the weights had not seen. Of odds that come to about the same F1 those that find more: on
 * texts of other writers recall falls further than precision.
 */
const LEAST_THEME_ODDS: Readonly<Record<Theme, number>> = {
  anniversary: -0.8,
  accountability: -0.65,
  testimony: -0.5,
  evidence: -0.75,
  officials: -0.8,
  denial: -0.7,
  repression: -0.6,
  politics: -1.3,
};

export function signText(
  { title, text, lang, relevant, themes }: TextWithLabels,
  lexicon: CompiledLexicon,
): SignedText {
  const weighed = weighText({ title, text, language: lang }, lexicon);
  const points = weighed.evidence.reduce((sum, piece) => sum + piece.points, 0);
  return {
    relevant,
    ...(relevant && themes && { themes }),
    signs: pairs([...findSigns({ ...weighed, points }, ALL_PAIRS), ...wordSigns(weighed)]),
    weighed: weighThemes(weighed.evidence, weighed.fields),
    words: weighed.fields.text.text.words.length,
  };
}

function wordSigns({ language, fields }: ReturnType<typeof weighText>): { name: string; value: number }[] {
  if (language === 'und') return [];
  const left = functionWords.get(language);
  return [...openingWords(fields, readAnyWord).keys()].flatMap((word) =>
    left?.has(word) ? [] : [{ name: `${WORD}${language} ${word}`, value: 1 }],
  );
}

const pairs = (signs: readonly { name: string; value: number }[]) =>
  new Map(signs.filter(({ value }) => value !== 0).map(({ name, value }) => [name, value]));

/** @param threshold points from which a text is relevant: weights are in points of words */
export function fitRelevance(texts: readonly SignedText[], threshold: number): Pick<Judgement, 'relevance' | 'words'> {
  const odds = fitSigns(
    texts.map(({ signs }) => signs),
    texts.map(({ relevant }) => relevant),
    ruleOfSign,
    leastTextsOf,
  );
  const scale = 1 / (odds.weights.points ?? 1);
  const weights = Object.entries(odds.weights)
    .map(([name, weight]) => [name, rounded(weight * scale, 10)] as const)
    .filter(([, weight]) => weight !== 0);
  const relevance = {
    base: rounded(threshold + (odds.base - LEAST_ODDS.relevance) * scale, 10),
    weights: Object.fromEntries(weights.filter(([name]) => !name.startsWith(WORD))),
  };
  const words: Record<string, Record<string, number>> = {};
  for (const [name, weight] of weights.filter(([name]) => name.startsWith(WORD))) {
    const [language = '', word = ''] = name.slice(WORD.length).split(' ');
    words[language] = { ...words[language], [word]: weight };
  }
  return { relevance, words };
}

/** Of the texts whose themes are labelled. */
export function fitThemes(texts: readonly SignedText[]): Judgement['themes'] {
  const positive = texts.filter(({ themes }) => themes !== undefined);
  const signs = positive.map((text) => pairs(findThemeSigns(text.weighed)));
  const themes = Theme.options.map((theme) => {
    const { base, weights } = fitSigns(
      signs,
      positive.map((text) => text.themes?.includes(theme) === true),
      () => RULE_OF_THEME,
      () => LEAST_TEXTS.theme,
    );
    const rounds = Object.entries(weights).map(([name, weight]) => [name, rounded(weight, 100)] as const);
    const kept = Object.fromEntries(rounds.filter(([, weight]) => weight !== 0));
    return [theme, { base: rounded(base - LEAST_THEME_ODDS[theme], 100), weights: kept }] as const;
  });
  return Object.fromEntries(themes);
}

function fitSigns(
  signs: readonly ReadonlyMap<string, number>[],
  labels: readonly boolean[],
  ruleOf: (name: string) => WeightRule,
  leastOf: (name: string) => number,
): SignWeights {
  const counts = new Map<string, number>();
  for (const own of signs) for (const name of own.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const texts = textsOfLanguages(counts);
  const isCommon = (name: string, count: number) =>
    name.startsWith(WORD) && count > MOST_SHARE_OF_WORD * (texts.get(name.split(' ')[1] ?? '') ?? 0);
  const names = [...counts]
    .flatMap(([name, count]) => (count >= leastOf(name) && !isCommon(name, count) ? [name] : []))
    .sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = signs.map((own) => {
    const row = new Map<number, number>();
    for (const [name, value] of own) {
      const place = places.get(name);
      if (place !== undefined) row.set(place, value / sizeOf(name));
    }
    return row;
  });
  const { base, weights } = fitWeights(rows, labels, names.map(ruleOf));
  return {
    base,
    weights: Object.fromEntries(names.map((name, place) => [name, (weights[place] ?? 0) / sizeOf(name)])),
  };
}

function leastTextsOf(name: string): number {
  if (name.startsWith(WORD)) return LEAST_TEXTS.word;
  return name.startsWith('both ') ? LEAST_TEXTS.pair : LEAST_TEXTS.sign;
}

/** Texts of a language are counted by the commonest of its words. */
function textsOfLanguages(counts: ReadonlyMap<string, number>): Map<string, number> {
  const texts = new Map<string, number>();
  for (const [name, count] of counts) {
    const [kind = '', language = ''] = name.split(' ');
    if (`${kind} ` === WORD) texts.set(language, Math.max(count, texts.get(language) ?? 0));
  }
  return texts;
}

const rounded = (value: number, parts: number) => Math.round(value * parts) / parts;
