import type { FactField } from './read-fact-field.ts';

/** Most words between what denies and what it denies: "no se trató de una masacre". */
const REACH = 5;
/** Words before a denied one in which "only" belongs to it. */
const ONLY_REACH = 3;

/**
 * Whether the sentence says that there was none of what the words name: "this was not a massacre". Nothing but words of its
 * own list may stand between: "does not mention the massacre" denies none.
 *
 * @param bounds first and last word of the sentence
 */
export function isDenied(field: FactField, [firstWord, lastWord]: [number, number], bounds: [number, number]): boolean {
  if (field.has('denied-only', Math.max(bounds[0], firstWord - ONLY_REACH), firstWord - 1)) return false;
  return isDeniedBefore(field, firstWord, bounds[0]) || isDeniedBehind(field, lastWord, bounds[1]);
}

function isDeniedBefore(field: FactField, firstWord: number, from: number): boolean {
  const ends = (kind: string, word: number) =>
    field.find(kind, Math.max(from, word - 2), word).find((cue) => cue.lastWord === word);
  for (let word = firstWord - 1; word >= Math.max(from, firstWord - REACH); ) {
    if (ends('denied-before', word)) return true;
    const between = ends('denied-between', word);
    if (between) word = between.firstWord - 1;
    else if (isNumber(field, word)) word -= 1;
    else return false;
  }
  return false;
}

function isDeniedBehind(field: FactField, lastWord: number, to: number): boolean {
  for (let word = lastWord + 1; word <= Math.min(to, lastWord + REACH); ) {
    if (field.has('denied-behind', word, word)) return true;
    const between = field.find('denied-between', word, word)[0];
    if (between) word = between.lastWord + 1;
    else if (isNumber(field, word)) word += 1;
    else return false;
  }
  return false;
}

/** "No 1988 massacre", "۱۳۶۷". */
const isNumber = ({ text }: FactField, word: number): boolean => {
  const at = text.words[word];
  return at !== undefined && /^\d+$/.test(text.folded.slice(at.start, at.end));
};
