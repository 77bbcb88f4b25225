import type { Match } from './classification.ts';

/** Where the words of a match are marked: a pair at its two ends only, for what stands between bears no weight. */
export function markedSpans({ ruleId, start, end, words }: Match): [start: number, end: number][] {
  const first = /^\S+/.exec(words)?.[0].length ?? 0;
  const last = /\S+$/.exec(words.slice(-200))?.[0].length ?? 0;
  const isOfTwo = ruleId.startsWith('pairs/') || (ruleId.startsWith('built-in/') && ruleId.includes('+'));
  if (!isOfTwo || first + last >= words.length) return [[start, end]];
  return [
    [start, start + first],
    [end - last, end],
  ];
}
