/**
 * Whether a match is a sign that is weighed over the whole text (`judge-whole.ts`): its points say what the text is about,
 * and the one place that is named for it, often a word such as "told", may say nothing of that.
 */
export const isWholeTextSign = ({ ruleId }: { ruleId: string }): boolean =>
  ruleId.startsWith('built-in/') && ruleId !== 'built-in/event';
