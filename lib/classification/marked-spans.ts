import type { Match } from './classification.ts';

/** Without the marks at its outer side; a full stop of East Asia ends a word, for no space follows it. */
const FIRST_WORD = /^[^\s。、「」]*[\p{L}\p{N}\p{M}]/u;
const LAST_WORD = /[\p{L}\p{N}][^\s。、「」]*$/u;

/** Where the words of a match are marked: a pair at its two ends only, for what stands between bears no weight. */
export function markedSpans({ ruleId, start, end, words }: Match): [start: number, end: number][] {
  const first = FIRST_WORD.exec(words)?.[0].length ?? 0;
  const last = LAST_WORD.exec(words.slice(-200))?.[0].length ?? 0;
  const isOfTwo = ruleId.startsWith('pairs/') || (ruleId.startsWith('built-in/') && ruleId.includes('+'));
  if (!isOfTwo || first + last >= words.length) return [[start, end]];
  return [
    [start, start + first],
    [end - last, end],
  ];
}
