import type { Theme } from '../classification/classification.ts';
import type { LabelledText } from '../classification/judged-text.ts';
import type { Lexicon } from '../classification/lexicon.ts';
import { proposeThemeChanges, type ThemedText, type ThemeProposals } from '../classification/propose-theme-changes.ts';

/** Labels with themes besides the project's own, and of a theme with it and without it, below which a search finds chance. */
const LEAST_LABELS = 20;
const LEAST_OF_EACH = 5;

export interface ThemesProposed {
  /** Labels of readers and of the file that say what a text is about, and those of the gold set. */
  counting: number;
  own: number;
  /** Present where there are too few of them. */
  why?: string;
  /** Every theme; empty where there are too few labels. */
  themes: readonly (ThemeProposals & { why?: string })[];
}

const isThemed = (text: LabelledText): text is ThemedText => text.isRelevant && text.themes !== undefined;

/** @param counting texts that readers labelled, or a file  @param all those and the gold set's */
export function proposeThemes(
  lexicon: Lexicon,
  { counting, all }: Record<'counting' | 'all', readonly LabelledText[]>,
  onTried: (done: number, of: number) => void,
): ThemesProposed {
  const [some, texts] = [counting.filter(isThemed), all.filter(isThemed)];
  const counts = { counting: some.length, own: texts.length - some.length };
  if (some.length < LEAST_LABELS) {
    const why = `too few labels that name themes: ${some.length}; ${LEAST_LABELS} are needed. Nothing is proposed for themes`;
    return { ...counts, why, themes: [] };
  }
  const themes = proposeThemeChanges(lexicon, texts, onTried).map((found) => {
    const why = whyTooFew(found.theme, some);
    return why === undefined ? found : { ...found, why, proposals: [] };
  });
  return { ...counts, themes };
}

function whyTooFew(theme: Theme, some: readonly ThemedText[]): string | undefined {
  const having = some.filter(({ themes }) => themes.includes(theme)).length;
  if (Math.min(having, some.length - having) >= LEAST_OF_EACH) return undefined;
  return `${having} labels with it and ${some.length - having} without; ${LEAST_OF_EACH} of each are needed`;
}
