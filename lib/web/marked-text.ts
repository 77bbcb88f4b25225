import type { Match } from '../classification/classification.ts';
import { markedSpans } from '../classification/marked-spans.ts';

/** A run of text, with what was matched in it; `match` is absent between matches. */
export interface TextRun {
  text: string;
  match?: Match | undefined;
}

/**
 * Cuts a text at its matches. Where matches overlap, the heavier one is shown for the part they share.
 *
 * @param from offset of the text within the field that the matches count in, UTF-16 code units
 */
export function markText(text: string, matches: readonly Match[], from = 0): TextRun[] {
  const inside = matches
    .flatMap((match) => markedSpans(match).map(([start, end]) => ({ match, start, end })))
    .map(({ match, start, end }) => ({
      match,
      start: Math.max(start - from, 0),
      end: Math.min(end - from, text.length),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => Math.abs(b.match.points) - Math.abs(a.match.points) || a.start - b.start);

  const taken: typeof inside = [];
  for (const span of inside) taken.push(...leftOf(span, taken));

  const runs: TextRun[] = [];
  let at = 0;
  for (const { match, start, end } of taken.sort((a, b) => a.start - b.start)) {
    if (start > at) runs.push({ text: text.slice(at, start) });
    runs.push({ text: text.slice(start, end), match });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}

interface Span {
  start: number;
  end: number;
}

/** The parts of a span that no other one has taken. */
function leftOf<Marked extends Span>(span: Marked, taken: readonly Span[]): Marked[] {
  return taken.reduce<Marked[]>(
    (parts, other) =>
      parts.flatMap((part) =>
        other.end <= part.start || other.start >= part.end
          ? [part]
          : [
              { ...part, end: Math.min(part.end, other.start) },
              { ...part, start: Math.max(part.start, other.end) },
            ].filter(({ start, end }) => start < end),
      ),
    [span],
  );
}

/** The paragraphs of a text with the offset at which each begins; blank lines part them. */
export function paragraphsOf(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map((found) => ({ text: found[0], start: found.index }));
}
