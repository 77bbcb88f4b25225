import { Theme } from './classification.ts';
import type { SignWeights, ThemeNeeds } from './lexicon.ts';
import { entryOf, LONG_WORDS, type ThemeWeights } from './weigh-themes.ts';

/** More of one theme's words than this tells nothing more. */
const MOST = { strong: 4, any: 5 };

/** Names of each theme's signs. */
const NAMES = Theme.options.map((theme) => ({
  theme,
  strongly: `strong ${theme}`,
  anyhow: `any ${theme}`,
  partly: `part ${theme}`,
}));

/** Begins the name of the sign that words of an entry are. */
const ENTRY = 'words ';

/**
 * What speaks for and against a theme: how much the text says of it and of each other one, and its part of all that; and the
 * words themselves, by their entries. Whoever stands trial, who speaks, a prison's name are for no theme and still tell.
 */
export function findThemeSigns({ strong, any, entries }: ThemeWeights): { name: string; value: number }[] {
  const all = Theme.options.reduce((sum, theme) => sum + any[theme], 0);
  const sums = NAMES.flatMap(({ theme, strongly, anyhow, partly }) => [
    { name: strongly, value: Math.min(MOST.strong, strong[theme]) },
    { name: anyhow, value: Math.min(MOST.any, any[theme]) },
    { name: partly, value: all === 0 ? 0 : any[theme] / all },
  ]);
  return [...sums, ...entries.entries().map(([entry, value]) => ({ name: `${ENTRY}${entry}`, value }))];
}

/** So much a long text says of each theme that it has. */
const LEAST_IN_LONG: Readonly<Record<Theme, number>> = {
  anniversary: 1.3,
  accountability: 2.2,
  testimony: 1.5,
  evidence: 1.3,
  officials: 1.7,
  denial: 1.5,
  repression: 1.5,
  politics: 1.3,
};

/**
 * Themes in their usual order. A theme needs a word of its own: others can only speak for it beside one. A text on the subject
 * has one at least: the likeliest, where none is likely.
 *
 * @param words how long the text is  @param weights absent where none are fitted: then what it says decides, as in a long one
 */
export function judgeThemes(
  weighed: ThemeWeights,
  words: number,
  needs: ThemeNeeds,
  weights: Readonly<Partial<Record<Theme, SignWeights>>> | undefined,
): Theme[] {
  if (words > LONG_WORDS || !weights)
    return Theme.options.filter((theme) => weighed.strong[theme] >= LEAST_IN_LONG[theme] * needs[theme]);
  const signs = findThemeSigns(weighed);
  const odds = Theme.options.flatMap((theme) => {
    const own = weights[theme];
    if (!own || weighed.any[theme] === 0) return [];
    const sum = signs.reduce((total, { name, value }) => total + value * (own.weights[name] ?? 0), own.base);
    return [{ theme, value: sum - Math.log(needs[theme]) }];
  });
  const least = Math.min(0, Math.max(...odds.map(({ value }) => value)));
  return odds.flatMap(({ theme, value }) => (value >= least ? [theme] : []));
}

/** Less than this is not worth a word. */
const LEAST_POINTS = 0.1;

/**
 * What words of a rule add in full to the odds of each theme that the text has.
 *
 * @returns undefined where they add nothing, or in a long text, whose themes are what it says enough of
 */
export function themePointsOf(
  ruleId: string,
  said: readonly Theme[],
  words: number,
  weights: Readonly<Partial<Record<Theme, SignWeights>>> | undefined,
): Partial<Record<Theme, number>> | undefined {
  if (words > LONG_WORDS || !weights) return undefined;
  const name = `${ENTRY}${entryOf(ruleId)}`;
  const points = said.flatMap((theme) => {
    const own = weights[theme]?.weights[name] ?? 0;
    return Math.abs(own) < LEAST_POINTS ? [] : [[theme, own] as const];
  });
  return points.length === 0 ? undefined : Object.fromEntries(points);
}
