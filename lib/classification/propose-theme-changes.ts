import { changeCompiled } from './change-compiled.ts';
import { chooseChanges, type Proposal, type Proposals } from './choose-changes.ts';
import { Theme } from './classification.ts';
import { type CompiledLexicon, compileLexicon } from './compile-lexicon.ts';
import { type JudgedText, judgeText, type LabelledText } from './judged-text.ts';
import type { Lexicon } from './lexicon.ts';
import { numberAt, type RuleChange, ruleOfChange, strengthPath } from './rule-change.ts';

/** A labelled text of which somebody said what it is about. */
export type ThemedText = LabelledText & { themes: readonly Theme[] };

/** A change for one theme, and what it does to the others: a word may bear several. */
type ThemeProposal = Proposal & { otherThemes: { mends: number; breaks: number } };

export interface ThemeProposals extends Omit<Proposals, 'proposals'> {
  theme: Theme;
  /** Texts that are about it, and texts that are not, by who labelled them. */
  with: number;
  without: number;
  proposals: ThemeProposal[];
}

/** Steps of how much of what is built in a theme needs, and of how much a word is for its themes. */
const NEEDS = [0.5, 0.65, 0.8, 0.9, 1.1, 1.25, 1.5, 2];
const STRENGTH_STEPS = [-0.5, -0.25, 0.25, 0.5];
/** Rules that are tried of one theme: those that bear it in most of the texts that are filed wrongly. */
const MOST_RULES = 20;

/**
 * Searches, for each theme by itself, the single changes that mend most of what readers and the gold set say it is about:
 * how much the theme needs, and how much the words that bear it count. Changes nothing.
 *
 * @param texts relevant ones  @param onTried told after each theme
 */
export function proposeThemeChanges(
  lexicon: Lexicon,
  texts: readonly ThemedText[],
  onTried: (done: number, of: number) => void = () => {},
): ThemeProposals[] {
  const compiled = compileLexicon(lexicon);
  const judged = texts.map((text): Filed => ({ ...judgeText(text, compiled), themes: text.themes }));
  return Theme.options.map((theme, index) => {
    const found = proposeFor(theme, lexicon, compiled, judged);
    onTried(index + 1, Theme.options.length);
    return found;
  });
}

type Filed = JudgedText & { themes: readonly Theme[] };

function proposeFor(
  theme: Theme,
  lexicon: Lexicon,
  compiled: CompiledLexicon,
  judged: readonly Filed[],
): ThemeProposals {
  const claims = judged.map(({ id, language, source, themes, saidThemes }) => ({
    ...{ id, language, source },
    isRelevant: themes.includes(theme),
    isSaidRelevant: saidThemes.includes(theme),
  }));
  const outcomes = candidatesFor(theme, lexicon, judged).map((change) => {
    const filed = fileWith(compiled, change, theme, judged);
    return { change, filed, says: filed.map((themes) => themes.includes(theme)) };
  });
  const { proposals, ...search } = chooseChanges(claims, outcomes);
  const filedBy = new Map(outcomes.map(({ change, filed }) => [change, filed]));
  return {
    theme,
    with: claims.filter(({ isRelevant }) => isRelevant).length,
    without: claims.filter(({ isRelevant }) => !isRelevant).length,
    ...search,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      otherThemes: effectOnOthers(theme, judged, filedBy.get(proposal.change) ?? []),
    })),
  };
}

/** Rules that bear the theme in a text. */
const bearersOf = ({ themesOfRules }: JudgedText, theme: Theme): string[] =>
  [...themesOfRules].flatMap(([ruleId, themes]) => (themes.includes(theme) ? [ruleId] : []));

function candidatesFor(theme: Theme, lexicon: Lexicon, judged: readonly Filed[]): RuleChange[] {
  const changes = NEEDS.map((to): RuleChange => {
    const path = ['thresholds', 'themes', theme];
    const from = numberAt(lexicon, path) ?? 1;
    return { path, from, to: Math.round(from * to * 100) / 100 };
  }).filter(({ to }) => to >= 0.1 && to <= 5);
  const bearers = new Map<string, number>();
  for (const text of judged) {
    if (text.themes.includes(theme) === text.saidThemes.includes(theme)) continue;
    for (const ruleId of bearersOf(text, theme)) bearers.set(ruleId, (bearers.get(ruleId) ?? 0) + 1);
  }
  const often = [...bearers].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)).slice(0, MOST_RULES);
  const ofWords = often.flatMap(([ruleId]) => {
    const path = strengthPath(ruleId);
    const from = path && numberAt(lexicon, path);
    if (path === undefined || from === undefined) return [];
    const steps = [...new Set([...STRENGTH_STEPS.map((step) => Math.round((from + step) * 100) / 100), 0])];
    return steps.filter((to) => to !== from && to >= 0 && to <= 3).map((to): RuleChange => ({ path, from, to }));
  });
  return [...changes, ...ofWords];
}

/** The themes of each text with the change, which touches only texts in which a word of it stands. */
function fileWith(
  compiled: CompiledLexicon,
  change: RuleChange,
  theme: Theme,
  judged: readonly Filed[],
): (readonly Theme[])[] {
  const ruleId = ruleOfChange(change);
  const changed = changeCompiled(compiled, change);
  return judged.map((text) => {
    const mayChange = ruleId === undefined ? bearersOf(text, theme).length > 0 : text.ruleIds.includes(ruleId);
    return mayChange ? judgeText(text, changed).saidThemes : text.saidThemes;
  });
}

function effectOnOthers(theme: Theme, judged: readonly Filed[], filed: readonly (readonly Theme[])[]) {
  const effect = { mends: 0, breaks: 0 };
  for (const [index, { themes, saidThemes }] of judged.entries()) {
    for (const other of Theme.options.filter((each) => each !== theme)) {
      const [was, is] = [saidThemes, filed[index] ?? saidThemes].map(
        (said) => said.includes(other) === themes.includes(other),
      );
      if (is && !was) effect.mends += 1;
      if (was && !is) effect.breaks += 1;
    }
  }
  return effect;
}
