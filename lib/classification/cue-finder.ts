import { type FoldedText, foldText } from './fold-text.ts';
import { buildTermAutomaton, type WordPattern } from './term-automaton.ts';

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

export type CueFinder = (text: FoldedText) => Cue[];

interface Phrase {
  cue: CueForm;
  /** Place of the phrase's first word in the list of states. */
  offset: number;
  words: number;
}

/**
 * Finds every cue of a text in one pass, in the order of their first words; of cues of one kind that overlap only the
 * longest. A form in Arabic letters also matches with the prefixes and endings that are written on to it.
 */
export function buildCueFinder(forms: readonly CueForm[]): CueFinder {
  const patterns: WordPattern[] = [];
  const places = new Map<string, number>();
  const uses: { phrase: Phrase; position: number }[][] = [];
  let offset = 0;
  for (const cue of forms) {
    const words = cue.form.trim().split(/\s+/).flatMap(wordPatterns);
    const phrase = { cue, offset, words: words.length };
    offset += words.length;
    for (const [position, word] of [...words.entries()].reverse()) {
      const key = `${word.isOpenBefore ? '*' : ''}${word.literal}${word.isOpenAfter ? '*' : ''}`;
      let place = places.get(key);
      if (place === undefined) {
        place = patterns.push(word) - 1;
        places.set(key, place);
        uses.push([]);
      }
      uses[place]?.push({ phrase, position });
    }
  }
  const automaton = buildTermAutomaton(patterns);
  return (text) => {
    const cues: Cue[] = [];
    const reached = new Map<number, number>();
    automaton.scan(text, (pattern, word) => {
      for (const { phrase, position } of uses[pattern] ?? []) {
        if (position > 0 && reached.get(phrase.offset + position - 1) !== word - 1) continue;
        if (position < phrase.words - 1) {
          reached.set(phrase.offset + position, word);
          continue;
        }
        const { form, ...cue } = phrase.cue;
        cues.push({ ...cue, firstWord: word - position, lastWord: word, formChars: form.length });
      }
    });
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

/** Words that stand alone or not at all: "Pour-Mohammadi*" is two words, the second open at its end. */
function wordPatterns(token: string): WordPattern[] {
  const { folded, words } = foldText(token);
  return words.map(({ start, end }, index) => ({
    literal: folded.slice(start, end),
    isOpenBefore: index === 0 && token.startsWith('*'),
    isOpenAfter: index === words.length - 1 && token.endsWith('*'),
  }));
}
