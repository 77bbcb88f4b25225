import type { WordPattern } from './term-automaton.ts';

/** Whether every word that the other pattern matches is matched by this one, too. */
function coversPattern(one: WordPattern, other: WordPattern): boolean {
  if (other.isOpenBefore && !one.isOpenBefore) return false;
  if (other.isOpenAfter && !one.isOpenAfter) return false;
  if (one.isOpenBefore && one.isOpenAfter) return other.literal.includes(one.literal);
  if (one.isOpenBefore) return other.literal.endsWith(one.literal);
  if (one.isOpenAfter) return other.literal.startsWith(one.literal);
  return other.literal === one.literal;
}

/** The same of phrases, word by word. A longer phrase is found as the longer one: its words count as one place. */
export function coversPhrase(one: readonly WordPattern[], other: readonly WordPattern[]): boolean {
  return (
    one.length === other.length && one.every((pattern, index) => other[index] && coversPattern(pattern, other[index]))
  );
}
