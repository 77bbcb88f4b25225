import type { FoldedText } from './fold-text.ts';
import { buildPhraseFinder } from './phrase-finder.ts';
import { wordPatterns } from './word-pattern.ts';

/** A word or phrase that plays a part in a fact. A star stands for any letters, as in the lexicon. */
export interface CueForm {
  form: string;
  kind: string;
  /** What it stands for within its kind: a number, a canonical id, a sort. */
  value: string | number;
  /** For example "fr/anniversary". */
  ruleId: string;
}

/** A cue where it stands. Words are places in `FoldedText.words`, the last one included. */
export interface Cue extends Omit<CueForm, 'form'> {
  firstWord: number;
  lastWord: number;
  /** Letters of the form: of two on the same words the longer one has fewer endings to explain. */
  formChars: number;
}

/** @param isOneSentence whether the words from the first to the last stand in one sentence; no cue goes over its end */
export type CueFinder = (text: FoldedText, isOneSentence: (firstWord: number, lastWord: number) => boolean) => Cue[];

/**
 * Finds every cue of a text in one pass, in the order of their first words; of cues of one kind that overlap only the
 * longest. A form in Arabic letters also matches with the prefixes and endings that are written on to it.
 */
export function buildCueFinder(forms: readonly CueForm[]): CueFinder {
  const findPhrases = buildPhraseFinder(forms.map(({ form }) => wordPatterns(form)));
  const meanings = forms.map(({ form, ...cue }) => ({ ...cue, formChars: form.length }));
  return (text, isOneSentence) => {
    const cues: Cue[] = [];
    for (const { phrase, firstWord, lastWord } of findPhrases(text)) {
      const meaning = meanings[phrase];
      if (!meaning || !isOneSentence(firstWord, lastWord)) continue;
      const { kind, value, ruleId, formChars } = meaning;
      cues.push({ kind, value, ruleId, formChars, firstWord, lastWord });
    }
    return longestOfEachKind(cues);
  };
}

function longestOfEachKind(cues: readonly Cue[]): Cue[] {
  const ends = new Map<string, number>();
  return cues
    .toSorted((a, b) => a.firstWord - b.firstWord || b.lastWord - a.lastWord || b.formChars - a.formChars)
    .filter(({ kind, firstWord, lastWord }) => {
      if (firstWord <= (ends.get(kind) ?? -1)) return false;
      ends.set(kind, lastWord);
      return true;
    });
}
