import type { ClassifiableText } from './classification.ts';
import { classify } from './classify.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';

/** A text of which somebody has said whether it is relevant. */
export interface LabelledText extends ClassifiableText {
  id: string;
  isRelevant: boolean;
  /** Who said so: `gold`, `readers`. */
  source: string;
}

/** A labelled text as a rule set sees it. */
export interface JudgedText extends LabelledText {
  isSaidRelevant: boolean;
  /** Whether anything speaks for it; without that no threshold lets it in. */
  hasPoints: boolean;
  /** Rules that stand in it, each once. */
  ruleIds: readonly string[];
}

export function judgeText(text: LabelledText, lexicon: CompiledLexicon): JudgedText {
  const { relevance, matches } = classify(text, lexicon);
  return {
    ...text,
    isSaidRelevant: relevance === 'relevant',
    hasPoints: matches.some(({ points }) => points > 0),
    ruleIds: [...new Set(matches.map(({ ruleId }) => ruleId))],
  };
}

export const isWrong = ({ isRelevant, isSaidRelevant }: JudgedText): boolean => isRelevant !== isSaidRelevant;
