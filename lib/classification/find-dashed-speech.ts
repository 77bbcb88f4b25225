import type { Cue } from './cue-finder.ts';
import type { QuotedRange } from './find-quoted-ranges.ts';
import type { FoldedText } from './fold-text.ts';
import { gapAfter } from './word-at.ts';

/** A line that a dash opens: Nordic, French and Russian print speech so, and everybody lists. */
const OPENED_LINE = /^[ \t]*[–—-][ \t]+(?=\p{L})/gmu;

/**
 * Speech without marks: a line opened by a dash, up to the comma before its first word of speaking, as in «– Vi är
 * nöjda, säger åklagaren». A line without such a word is an entry of a list.
 */
export function findDashedSpeech(original: string, text: FoldedText, speech: readonly Cue[]): QuotedRange[] {
  let next = 0;
  return [...original.matchAll(OPENED_LINE)].flatMap(({ 0: opening, index }) => {
    const start = index + opening.length;
    const lineEnd = endOfLine(original, start);
    while (next < speech.length && startOf(text, speech[next]) < start) next += 1;
    for (let place = next; place < speech.length; place += 1) {
      const verb = speech[place];
      if (!verb || startOf(text, verb) >= lineEnd) return [];
      const gap = /^[,?!…]/u.exec(gapAfter({ original, text }, verb.firstWord - 1));
      if (!gap) continue;
      const end = text.words[verb.firstWord - 1]?.to ?? start;
      // What ends in a question keeps its mark; the comma is the sentence's own.
      return [{ start, end: end + Number(gap[0] !== ',') }];
    }
    return [];
  });
}

function startOf(text: FoldedText, cue: Cue | undefined): number {
  return text.words[cue?.firstWord ?? 0]?.from ?? 0;
}

function endOfLine(original: string, from: number): number {
  const end = original.indexOf('\n', from);
  return end < 0 ? original.length : end;
}

/** Both in the order in which they open; of speech that holds marked quotations, or stands in one, nothing is added. */
export function withDashedSpeech(marked: readonly QuotedRange[], dashed: readonly QuotedRange[]): QuotedRange[] {
  if (dashed.length === 0) return [...marked];
  const added = dashed.filter(({ start, end }) => !marked.some((range) => range.start < end && range.end > start));
  const all = [...marked, ...added].toSorted((a, b) => a.start - b.start);
  const places = new Map(all.map((range, place) => [range, place]));
  return all.map(({ start, end, parent }) => {
    const around = parent === undefined ? undefined : marked[parent];
    const place = around && places.get(around);
    return { start, end, ...(place !== undefined && { parent: place }) };
  });
}
