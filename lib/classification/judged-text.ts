import type { ClassifiableText, Theme } from './classification.ts';
import { classify } from './classify.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';

/** A text of which somebody has said whether it is relevant. */
export interface LabelledText extends ClassifiableText {
  id: string;
  isRelevant: boolean;
  /** Who said so: `gold`, `readers`. */
  source: string;
  /** What it is about, where somebody said that too. */
  themes?: readonly Theme[] | undefined;
}

/** A labelled text as a rule set sees it. */
export interface JudgedText extends LabelledText {
  isSaidRelevant: boolean;
  /** Whether anything speaks for it; without that no threshold lets it in. */
  hasPoints: boolean;
  /** Rules that stand in it, each once. */
  ruleIds: readonly string[];
  saidThemes: readonly Theme[];
  /** Themes that a rule bears in it, by the rule. */
  themesOfRules: ReadonlyMap<string, readonly Theme[]>;
}

export function judgeText(text: LabelledText, lexicon: CompiledLexicon): JudgedText {
  const { relevance, themes, matches } = classify(text, lexicon);
  return {
    ...text,
    isSaidRelevant: relevance === 'relevant',
    hasPoints: matches.some(({ points }) => points > 0),
    ruleIds: [...new Set(matches.map(({ ruleId }) => ruleId))],
    saidThemes: themes,
    themesOfRules: new Map(matches.map((match) => [match.ruleId, match.themes])),
  };
}

export const isWrong = ({ isRelevant, isSaidRelevant }: JudgedText): boolean => isRelevant !== isSaidRelevant;
