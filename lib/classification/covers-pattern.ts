import { takesAffixes, type WordPattern } from './word-pattern.ts';

type Form = readonly (readonly WordPattern[])[];

/** Whether every word that the other pattern matches is matched by this one, too. */
function coversPattern(one: WordPattern, other: WordPattern): boolean {
  if (other.isOpenBefore && !one.isOpenBefore) return false;
  if (other.isOpenAfter && !one.isOpenAfter) return false;
  if (one.isOpenBefore && one.isOpenAfter) return other.literal.includes(one.literal);
  // A stem of two letters takes no prefix and no ending of its own.
  if (takesAffixes(other) && !takesAffixes(one)) return false;
  if (one.isOpenBefore) return other.literal.endsWith(one.literal);
  if (one.isOpenAfter) return other.literal.startsWith(one.literal);
  return other.literal === one.literal;
}

/** The same of phrases, word by word. A longer phrase is found as the longer one: its words count as one place. */
function coversPhrase(one: readonly WordPattern[], other: readonly WordPattern[]): boolean {
  return (
    one.length === other.length && one.every((pattern, index) => other[index] && coversPattern(pattern, other[index]))
  );
}

/** The same of forms, each with all phrases that it is printed as. */
export function coversForm(one: Form, other: Form): boolean {
  return other.every((phrase) => one.some((candidate) => coversPhrase(candidate, phrase)));
}
