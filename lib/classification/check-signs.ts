import { Theme } from './classification.ts';
import { POINTS } from './find-signs.ts';
import type { Lexicon } from './lexicon.ts';
import { PROMINENCES } from './measure-focus.ts';
import { allParts, PAIRED_PARTS } from './text-parts.ts';

/** Signs of the text as a whole, as `find-signs.ts` names them. */
const OF_WHOLE = new Set<string>([
  ...[POINTS, 'share', 'share own', 'share tied', 'share bare', 'share other', 'long', 'about Iran'],
  ...['place implied', 'in passing', 'opens with other'],
  ...PROMINENCES.map((place) => `prominence ${place}`),
]);

/** Weights of the judgement under names that nothing in a text has: a typing error, or a term that is no more. */
export function checkSigns({ judgement, languages, pairs, confusables }: Lexicon): { of: string; sign: string }[] {
  if (!judgement) return [];
  const parts = allParts();
  const isOfPart = (name: string) => {
    const [, part] = /^(?:title|lead|text) (.+)$/.exec(name) ?? [];
    if (part !== undefined) return parts.has(part);
    const [, one, other] = /^both (.+)\+(.+)$/.exec(name) ?? [];
    return one !== undefined && other !== undefined && one < other && PAIRED_PARTS.has(one) && PAIRED_PARTS.has(other);
  };
  const entries = new Set([
    ...Object.values(languages).flatMap(({ terms }) => Object.keys(terms)),
    ...Object.keys(pairs).map((name) => `pairs/${name}`),
    ...Object.keys(confusables).map((name) => `confusables/${name}`),
  ]);
  const themes: readonly string[] = Theme.options;
  const isOfTheme = (name: string) => {
    const [, how, what = ''] = /^(words|strong|any|part) (.+)$/.exec(name) ?? [];
    return how === 'words' ? entries.has(what) : themes.includes(what);
  };
  const unknown = (of: string, names: readonly string[], isKnown: (name: string) => boolean) =>
    names.filter((name) => !isKnown(name)).map((sign) => ({ of, sign }));
  return [
    ...unknown(
      'judgement/relevance',
      Object.keys(judgement.relevance.weights),
      (name) => OF_WHOLE.has(name) || isOfPart(name),
    ),
    ...Object.entries(judgement.themes).flatMap(([theme, { weights }]) =>
      unknown(`judgement/${theme}`, Object.keys(weights), isOfTheme),
    ),
  ];
}
