import type { QuotationFact } from './facts.ts';
import { findSpeaker, type Speaker } from './find-speaker.ts';
import { type FactField, wordFrom } from './read-fact-field.ts';

/** Shorter ones are terms in quotation marks, not speech. */
const LEAST_WORDS = 5;
const MOST_CHARS = 400;

/**
 * Direct speech in the order of the text, with its speaker where the text gives one. A quotation that stands inside
 * another one has the outer one's speaker as the one who quotes.
 */
export function findQuotations(field: FactField, language: string, nameOf: (id: string) => string): QuotationFact[] {
  const { original, text, quotedRanges } = field;
  const speakers: (Speaker | undefined)[] = [];
  const facts: QuotationFact[] = [];
  for (const [place, range] of quotedRanges.entries()) {
    const firstWord = wordFrom(field, range.start);
    const endWord = wordFrom(field, range.end);
    const previous = quotedRanges[place - 1];
    const own = findSpeaker(field, place, language);
    const goesOn =
      previous && previous.parent === range.parent && !original.slice(previous.end, range.start).includes('\n');
    const speaker = own ?? (goesOn ? speakers[place - 1] : undefined);
    speakers.push(speaker);
    if (endWord - firstWord < LEAST_WORDS || endWord > text.words.length) continue;
    if (field.sentences[field.sentenceOf[firstWord] ?? -1]?.kind === 'repeated') continue;
    const quoter = range.parent === undefined ? undefined : speakers[range.parent];
    facts.push({
      ruleId: own ? own.ruleId : goesOn && speaker ? 'quotations/same-speaker' : 'quotations/no-speaker',
      field: field.field,
      ...trimmed(original, range.start, range.end),
      ...(speaker && { speaker: shownName(speaker, nameOf) }),
      ...(speaker?.id !== undefined && { speakerId: speaker.id }),
      ...(quoter && { quotedBy: shownName(quoter, nameOf) }),
      ...(quoter?.id !== undefined && { quotedById: quoter.id }),
    });
  }
  return facts;
}

const shownName = ({ id, words }: Speaker, nameOf: (id: string) => string) => (id === undefined ? words : nameOf(id));

function trimmed(original: string, from: number, to: number): Pick<QuotationFact, 'start' | 'end' | 'words' | 'isCut'> {
  const whole = original.slice(from, to);
  const start = from + (whole.length - whole.trimStart().length);
  const end = from + whole.trimEnd().length;
  const isCut = end - start > MOST_CHARS;
  let last = isCut ? start + MOST_CHARS : end;
  // Half a pair of surrogates is no text.
  if (isCut && /[\uD800-\uDBFF]/.test(original.charAt(last - 1))) last -= 1;
  return { start, end: last, words: original.slice(start, last), isCut };
}
