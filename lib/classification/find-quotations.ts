import type { QuotationFact } from './facts.ts';
import type { QuotedRange } from './find-quoted-ranges.ts';
import { type Attribution, findSpeaker, type Speaker } from './find-speaker.ts';
import { findSpeakers } from './find-speakers.ts';
import { clauseAfter, clauseBefore } from './quotation-clauses.ts';
import { type FactField, wordFrom } from './read-fact-field.ts';

/** Shorter ones are terms in quotation marks, not speech. */
const LEAST_WORDS = 5;
const MOST_CHARS = 400;

/**
 * Direct speech in the order of the text, with its speaker where the text gives one. A quotation that stands inside
 * another one has the outer one's speaker as the one who quotes.
 */
export function findQuotations(field: FactField, language: string, nameOf: (id: string) => string): QuotationFact[] {
  const { text, quotedRanges } = field;
  const speakers: (Speaker | undefined)[] = [];
  const facts: QuotationFact[] = [];
  // The quotation before, by the one around it.
  const lastIn = new Map<QuotedRange['parent'], number>();
  for (const [place, range] of quotedRanges.entries()) {
    const firstWord = wordFrom(field, range.start);
    const endWord = wordFrom(field, range.end);
    const said = findSpeaker(field, place, language);
    const previous = lastIn.get(range.parent) ?? -1;
    lastIn.set(range.parent, place);
    const goesOn = said?.speaker === undefined && isSameSpeaker(field, previous, range, said, language);
    const speaker = said?.speaker ?? (goesOn ? speakers[previous] : undefined);
    speakers.push(speaker);
    if (endWord - firstWord < LEAST_WORDS || endWord > text.words.length) continue;
    if (field.sentenceAt(firstWord)?.kind === 'repeated') continue;
    const quoter = said?.quoter ?? (range.parent === undefined ? undefined : speakers[range.parent]);
    const rule = said?.speaker ? said.ruleId : goesOn && speaker ? 'quotations/same-speaker' : 'quotations/no-speaker';
    facts.push({
      ruleId: rule,
      field: field.field,
      ...trimmed(field.original, range.start, range.end),
      ...(speaker && { speaker: shownName(speaker, nameOf) }),
      ...(speaker?.id !== undefined && { speakerId: speaker.id }),
      ...(speaker && quoter && { quotedBy: shownName(quoter, nameOf) }),
      ...(speaker && quoter?.id !== undefined && { quotedById: quoter.id }),
    });
  }
  return facts;
}

/** Characters between two quotations of one speaker. */
const MOST_BETWEEN = 300;

/**
 * Whether the quotation before has the same speaker: nothing but the rest of that one's sentence stands between, or a
 * pronoun speaks and nobody else is named.
 */
function isSameSpeaker(
  field: FactField,
  place: number,
  range: QuotedRange,
  said: Attribution | undefined,
  language: string,
): boolean {
  const previous = field.quotedRanges[place];
  if (!previous || range.start - previous.end > MOST_BETWEEN) return false;
  const between = field.original.slice(previous.end + 1, range.start - 1);
  const tail = clauseAfter(field, place);
  const rest = {
    firstWord: Math.max(tail?.lastWord ?? -1, wordFrom(field, previous.end + 1) - 1) + 1,
    lastWord: wordFrom(field, range.start - 1) - 1,
  };
  if (said?.isPronoun) {
    const isNear = between.split('\n').length <= 2 && findSpeakers(field, rest, language).length === 0;
    return isNear && !isWithAnother(field, place, language);
  }
  return said === undefined && !between.includes('\n') && rest.lastWord < rest.firstWord;
}

/** "The prosecutor asked Noury: “…?” He replied": either of two people may be meant. */
function isWithAnother(field: FactField, place: number, language: string): boolean {
  const people = [clauseBefore(field, place), clauseAfter(field, place)]
    .flatMap((clause) => (clause ? findSpeakers(field, clause, language) : []))
    .filter(({ kind }) => kind !== 'organisation');
  return people.length > 1;
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
