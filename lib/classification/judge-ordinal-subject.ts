import type { OrdinalFact } from './facts.ts';
import type { OrdinalMention } from './find-ordinals.ts';
import { isMarked, isOwnAnniversary } from './is-own-anniversary.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Words in which the head noun is looked for. */
const HEAD_REACH = 9;
/** A body's name so close before a word for killing belongs to it: "the PMOI massacre". */
const NAME_REACH = 3;
/** Languages that need no word between the anniversary and what it is of. */
const UNMARKED = new Set(['fa', 'ar', 'ru', 'tr', 'fi', 'pl', 'und']);
/** A beginning stands soon after "of", and at once where a language needs no such word. */
const OWN_REACH = { marked: 4, unmarked: 1 };
const HEADS = ['killing', 'anchor', 'other-event', 'own-head', 'organisation'] as const;

/** Fewer years are no anniversary of the killings that a text would count, unless it says so. */
const LEAST_UNSAID_ANNIVERSARY = 8;
const MOST_UNSAID_ANNIVERSARY = 60;

/** Whose it is, and whether words of the text say so or only nothing says otherwise. */
interface OrdinalSubject {
  of: OrdinalFact['of'];
  isSure: boolean;
  /** A span of years with nothing near that says since when. */
  isAlone?: boolean;
}

/**
 * Whose anniversary it is. The head noun decides: the first word after "anniversary of" that names a killing, another
 * event, a beginning or a body. Without one the sentence decides, and then the whole text.
 *
 * @returns undefined for a span of years that belongs to no killing at all
 */
export function judgeOrdinalSubject(
  field: FactField,
  mention: OrdinalMention,
  isOnSubject: boolean,
  language: string,
): OrdinalSubject | undefined {
  const head = headOf(field, mention, language);
  const of = subjectOf(field, mention, head, isOnSubject);
  if (of !== 'event' || mention.kind !== 'anniversary') {
    const isAlone = mention.isBare === true || (mention.kind === 'years-on' && !head && !isTied(field, mention));
    return of && { of, isSure: isSureSpan(mention, head), isAlone };
  }
  const isNamed = head === 'killing' || head === 'anchor';
  if (isOwnAnniversary(field, mention, isNamed, language)) return { of: 'organisation', isSure: true };
  if (!isNamed && (mention.ordinal < LEAST_UNSAID_ANNIVERSARY || mention.ordinal > MOST_UNSAID_ANNIVERSARY))
    return { of: 'other-event', isSure: false };
  // "The twentieth anniversary of a parish's twinning".
  return { of, isSure: isNamed || !isMarked(field, mention) };
}

/** "Ten years ago" may be anything's, also in a text on the killings. */
function isSureSpan({ isBare, isOfWait, ordinal }: OrdinalMention, head: (typeof HEADS)[number] | undefined): boolean {
  return isBare ? isOfWait === true : head !== undefined || ordinal >= LEAST_UNSAID;
}

function subjectOf(
  field: FactField,
  mention: OrdinalMention,
  head: (typeof HEADS)[number] | undefined,
  isOnSubject: boolean,
): OrdinalFact['of'] | undefined {
  if (mention.isBare) return bareSubjectOf(field, mention, head === 'other-event', isOnSubject);
  const isOfHead = mention.needsHead || field.has('elapsed-of', mention.lastWord + 1, mention.lastWord + 1);
  if (head === 'own-head' && !isOnSubject && (mention.kind === 'anniversary' || isOfHead)) return 'other-event';
  if (head === 'organisation' || head === 'own-head') {
    return mention.kind === 'anniversary' ? 'organisation' : undefined;
  }
  if (head === 'other-event') return 'other-event';
  if (mention.needsHead && !head) return undefined;
  const sentence = field.sentenceAt(mention.firstWord);
  const [first, last] = sentence ? [sentence.firstWord, sentence.endWord - 1] : [0, 0];
  const saysSo = (kind: string) => field.has(kind, first, last);
  if (saysSo('other-event') && !saysSo('anchor')) return 'other-event';
  if (head) return isOnSubject ? 'event' : 'other-event';
  if (mention.kind === 'anniversary') return isOnSubject ? 'event' : 'other-event';
  if (!isOnSubject)
    return saysSo('killing') || looksBackFrom(field, mention) || isAmongKillings(field, mention)
      ? 'other-event'
      : undefined;
  const isExact = isExactSpan(mention);
  return isExact || isTied(field, mention) ? 'event' : undefined;
}

/** The sentence, one before it or the place in the text says since when. */
function isTied(field: FactField, mention: OrdinalMention): boolean {
  const sentence = field.sentenceAt(mention.firstWord);
  const [first, last] = sentence ? [sentence.firstWord, sentence.endWord - 1] : [0, 0];
  const isNear =
    ['killing', 'anchor'].some((kind) => field.has(kind, first, last)) || isNearKilling(field, first, last);
  return isNear || (mention.ordinal >= LEAST_UNSAID && looksBackFrom(field, mention));
}

/** Years that nothing says since when are the event's, and another one's where a headline waits or grieves so long. */
function bareSubjectOf(
  field: FactField,
  mention: OrdinalMention,
  isOtherHead: boolean,
  isOnSubject: boolean,
): OrdinalFact['of'] | undefined {
  const { firstWord, isOfWait } = mention;
  const sentence = field.sentenceAt(firstWord);
  const saysSo = (kind: string) => sentence && field.has(kind, sentence.firstWord, sentence.endWord - 1);
  const isOther = isOtherHead || (saysSo('other-event') && !saysSo('anchor'));
  if (isOnSubject && !isOther) return 'event';
  // "Shatila, forty-two Septembers later".
  const isSince = isOfWait === true || field.has('elapsed-since', mention.lastWord + 1, mention.lastWord + 1);
  return (field.field === 'title' && isSince) || isAmongKillings(field, mention) ? 'other-event' : undefined;
}

/** Sentences that say what a text is about. */
const LEAD_SENTENCES = 2;
const LEAST_YEARS = 5;
/** So many years count wherever a sentence begins with them: "Thirty-five years later the families still gather". */
const LEAST_YEARS_AT_HEAD = 20;
/** A headline counts from the third year on: "three years on". */
const LEAST_YEARS_IN_TITLE = 3;
/** Fewer years are somebody's own where the sentence does not name the killings. */
const LEAST_UNSAID = 15;

/** Headline or lead count the years since something: "thirty years after a van bomb destroyed the centre". */
function looksBackFrom(field: FactField, { firstWord, lastWord, ordinal, isHeadline }: OrdinalMention): boolean {
  if (isHeadline) return true;
  const place = field.sentenceOf[firstWord] ?? 0;
  const isAtHead = field.sentences[place]?.firstWord === firstWord && ordinal >= LEAST_YEARS_AT_HEAD;
  const isLead = field.field === 'title' || isAtHead || place < LEAD_SENTENCES;
  const least = field.field === 'title' ? LEAST_YEARS_IN_TITLE : LEAST_YEARS;
  return isLead && ordinal >= least && field.has('elapsed-since', firstWord - 1, lastWord + 1);
}

/** Nobody looks back 31 years on anything else in a text on the killings; thirty may be anything. */
const LEAST_EXACT = 26;
/** So far back an earlier sentence says what the years are counted from. */
const NEAR_WORDS = 60;

/** In a headline, or after a sentence that speaks of the killings. */
function isNearKilling(field: FactField, first: number, last: number): boolean {
  return field.field === 'title' || field.has('killing', Math.max(0, first - NEAR_WORDS), last);
}

const isExactSpan = ({ ordinal }: OrdinalMention) => ordinal >= LEAST_EXACT && ordinal % 10 !== 0;

/** Of a text of which nobody knows whether it is on the killings: so many years beside a word for them are counted from some. */
function isAmongKillings(field: FactField, mention: OrdinalMention): boolean {
  return isExactSpan(mention) && field.has('killing', mention.firstWord - NEAR_WORDS, mention.lastWord + NEAR_WORDS);
}

function headOf(field: FactField, mention: OrdinalMention, language: string): (typeof HEADS)[number] | undefined {
  const sentence = field.sentenceAt(mention.lastWord);
  const end = Math.min((sentence?.endWord ?? 0) - 1, mention.lastWord + HEAD_REACH);
  if (language === 'tr')
    return firstHead(
      field,
      Math.max(sentence?.firstWord ?? 0, mention.firstWord - 6),
      mention.firstWord - 1,
      HEAD_REACH,
    );
  // A comma or a full stop ends the phrase.
  if (/[^\s\p{L}\p{Nd}'’"“«„(-]/u.test(gapAfter(field, mention.lastWord).trim())) return undefined;
  const reach = isMarked(field, mention) ? OWN_REACH.marked : UNMARKED.has(language) ? OWN_REACH.unmarked : -1;
  return firstHead(field, mention.lastWord + 1, end, reach);
}

function firstHead(field: FactField, from: number, to: number, ownReach: number): (typeof HEADS)[number] | undefined {
  const heads = HEADS.flatMap((kind) => field.find(kind, from, to).map((cue) => ({ ...cue, kind }))).toSorted(
    (a, b) => a.firstWord - b.firstWord || b.lastWord - a.lastWord,
  );
  for (const { kind, lastWord, firstWord } of heads) {
    // "The third anniversary of the verdict, 37 years after the killings".
    const isOfNext = field.numeralsIn(from, firstWord - 1).some(({ value }) => value < 100);
    if (isOfNext && hasBreak(field, from - 1, firstWord)) return undefined;
    if (kind === 'killing' || kind === 'anchor' || kind === 'other-event') return kind;
    if (firstWord > from + ownReach || hasBreak(field, from - 1, firstWord)) return undefined;
    if (kind === 'organisation' && field.has('killing', lastWord + 1, lastWord + NAME_REACH)) return 'killing';
    return kind;
  }
  return undefined;
}

function hasBreak(field: FactField, from: number, to: number): boolean {
  for (let word = from; word < to; word += 1) {
    if (/[,.;:!?،؛]/u.test(gapAfter(field, word)) && wordAt(field, word).length > 1) return true;
  }
  return false;
}
