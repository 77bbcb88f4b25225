import type { Match } from './classification.ts';
import { markedSpans } from './marked-spans.ts';

/** What stands between the two ends of a pair is told up to this many characters. */
const MOST_CHARS = 80;
/** No word is longer; what is longer are marks piled up, or a script without spaces. */
const MOST_OF_ONE_END = 40;

/**
 * The words of a match for where there is little room: of a long pair the two that bear it, with "…" between them. What is
 * said of the whole text is no words of it, and stays.
 */
export function shortWords(match: Match): string {
  const { words, start } = match;
  if (words.length <= MOST_CHARS || match.end === start) return words;
  const [first, last = first] = markedSpans(match);
  const end = first === last ? MOST_OF_ONE_END : (first?.[1] ?? 0) - start;
  const from = first === last ? words.length - MOST_OF_ONE_END : (last?.[0] ?? 0) - start;
  const head = words.slice(0, Math.min(end, MOST_OF_ONE_END)).replace(/[\uD800-\uDBFF]$/, '');
  const tail = words.slice(Math.max(from, words.length - MOST_OF_ONE_END)).replace(/^[\uDC00-\uDFFF]/, '');
  return `${head} … ${tail}`;
}
