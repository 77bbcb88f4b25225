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
  // Phrases on the same words are found in the order of their list: the form of most letters is the first of them.
  const longestFirst = forms.toSorted((a, b) => b.form.length - a.form.length);
  const findPhrases = buildPhraseFinder(longestFirst.map(({ form }) => wordPatterns(form)));
  const kinds = [...new Set(forms.map(({ kind }) => kind))];
  const placeOfKind = new Map(kinds.map((kind, place) => [kind, place]));
  const meanings = longestFirst.map((cue) => ({ ...cue, placeOfKind: placeOfKind.get(cue.kind) ?? 0 }));
  return (text, isOneSentence) => {
    const cues: Cue[] = [];
    // By kind the last word of its last cue.
    const ends = kinds.map(() => -1);
    for (const { phrase, firstWord, lastWord } of findPhrases(text)) {
      const meaning = meanings[phrase];
      if (!meaning || firstWord <= (ends[meaning.placeOfKind] ?? -1) || !isOneSentence(firstWord, lastWord)) continue;
      const { form, kind, value, ruleId } = meaning;
      ends[meaning.placeOfKind] = lastWord;
      cues.push({ kind, value, ruleId, formChars: form.length, firstWord, lastWord });
    }
    return cues;
  };
}
