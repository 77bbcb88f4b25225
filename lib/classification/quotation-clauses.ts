import { type FactField, placeBefore, wordFrom } from './read-fact-field.ts';

/** A part of a sentence, as words; the last one included. Without a word the last one stands before the first. */
export interface Clause {
  firstWord: number;
  lastWord: number;
}

/** A longer lead-in is looked at from its end. */
const LEAD_CHARS = 300;
const TAIL_CHARS = 240;
/** Quotations beside one that are looked at: deeper nesting does not occur. */
const NEIGHBOURS = 6;

/** The opening mark's sentence up to it; the line above where that one ends in a colon. */
export function clauseBefore(field: FactField, place: number): Clause {
  const { original, quotedRanges } = field;
  const end = Math.max(0, (quotedRanges[place]?.start ?? 1) - 1);
  const previous = endOfPrevious(field, place, end);
  const start = Math.max(sentenceStart(field, end), previous, end - LEAD_CHARS);
  if (original.slice(start, end).trim() !== '') return clauseOf(field, start, end);
  const above = original.slice(Math.max(previous, start - LEAD_CHARS), start).trimEnd();
  if (!/[:：]$/u.test(above)) return clauseOf(field, start, end);
  const from = Math.max(previous, start - LEAD_CHARS);
  return clauseOf(field, Math.max(from, sentenceStart(field, from + above.length - 1)), from + above.length);
}

/**
 * What is left of the sentence behind the closing mark, up to the next quotation; absent where a full stop within or
 * behind the mark has ended it: what follows then speaks of something else.
 */
export function clauseAfter(field: FactField, place: number): Clause | undefined {
  const { original, quotedRanges, sentences } = field;
  const range = quotedRanges[place];
  // What no mark closes ends with its paragraph.
  if (!range || original.charAt(range.end) === '\n') return undefined;
  const start = Math.min(range.end + 1, original.length);
  const said = original.slice(Math.max(range.start, range.end - 3), range.end).trimEnd();
  const next = original.slice(start, start + TAIL_CHARS);
  if (/^\s*[.!?؟۔\n]/u.test(next)) return undefined;
  // “We know.” said the mother: the stop is the quotation's own.
  if (/[.…۔]$/u.test(said) && !/^[\s,،]*\p{Ll}/u.test(next)) return undefined;
  const first = start + (next.length - next.trimStart().length);
  const sentenceEnd = sentences[placeBefore(sentences, first)]?.end ?? original.length;
  const parent = range.parent === undefined ? undefined : quotedRanges[range.parent];
  const following = quotedRanges.slice(place + 1, place + NEIGHBOURS).find((other) => other.start > start);
  const end = Math.min(
    start + (next.split('\n', 1)[0] ?? '').length,
    sentenceEnd > start ? sentenceEnd : original.length,
    parent?.end ?? original.length,
    following ? following.start - 1 : original.length,
  );
  return clauseOf(field, start, end);
}

function clauseOf(field: FactField, start: number, end: number): Clause {
  return { firstWord: wordFrom(field, start), lastWord: wordFrom(field, Math.max(start, end)) - 1 };
}

/** Where the last quotation that is closed before the offset ends, or the one around begins. */
function endOfPrevious({ quotedRanges }: FactField, place: number, offset: number): number {
  const parent = quotedRanges[place]?.parent;
  const closed = quotedRanges.slice(Math.max(0, place - NEIGHBOURS), place).filter((other) => other.end < offset);
  const around = parent === undefined ? 0 : (quotedRanges[parent]?.start ?? 0);
  return Math.max(around, ...closed.map((other) => other.end + 1));
}

function sentenceStart({ sentences }: FactField, offset: number): number {
  return sentences[placeBefore(sentences, offset)]?.start ?? 0;
}
