import type { CompiledLanguage, CompiledTerm } from './compile-lexicon.ts';
import type { FoldedText } from './fold-text.ts';

/** A term where it stands. Words are places in `FoldedText.words`, the last one included. */
export interface TermHit {
  term: CompiledTerm;
  firstWord: number;
  lastWord: number;
}

/**
 * Every term of the text in the order of its first word; of several forms of one term that overlap only the longest.
 * Terms inside a mask ("born in 1988") are left out, and so are the masks.
 *
 * @param hasFullForm whether the full form stands in another field, so that its short forms count here
 */
export function findTerms(
  text: FoldedText,
  language: CompiledLanguage,
  hasFullForm: (ruleId: string) => boolean = () => false,
): TermHit[] {
  const found: (TermHit & { isShort: boolean })[] = [];
  for (const { phrase, firstWord, lastWord } of language.findPhrases(text)) {
    const meaning = language.meanings[phrase];
    if (meaning) found.push({ term: meaning.term, isShort: meaning.isShort, firstWord, lastWord });
  }
  if (!found.some(({ isShort }) => isShort)) return dropMasked(longestOfEach(found));
  const full = new Set(found.filter((hit) => !hit.isShort).map((hit) => hit.term.ruleId));
  const isNamed = (ruleId: string) => full.has(ruleId) || hasFullForm(ruleId);
  const allowed = found.filter(
    ({ isShort, term }) => !isShort || isNamed(term.ruleId) || term.unlockedBy.some(isNamed),
  );
  return dropMasked(longestOfEach(allowed));
}

/** @param hits in the order in which phrases are found */
function longestOfEach(hits: readonly TermHit[]): TermHit[] {
  const ends = new Map<number, number>();
  return hits.filter(({ term, firstWord, lastWord }) => {
    if (firstWord <= (ends.get(term.place) ?? -1)) return false;
    ends.set(term.place, lastWord);
    return true;
  });
}

function dropMasked(hits: TermHit[]): TermHit[] {
  const masks = hits.filter((hit) => hit.term.role === 'mask');
  if (masks.length === 0) return hits;
  const masked = new Set<number>();
  for (const { firstWord, lastWord } of masks) for (let i = firstWord; i <= lastWord; i += 1) masked.add(i);
  const isMasked = ({ firstWord, lastWord }: TermHit) => {
    for (let i = firstWord; i <= lastWord; i += 1) if (!masked.has(i)) return false;
    return true;
  };
  return hits.filter((hit) => !isMasked(hit));
}
