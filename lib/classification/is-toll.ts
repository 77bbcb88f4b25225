import { AFTER_BARE_NUMBER } from './bare-number-words.ts';
import { clauseAround } from './clause-around.ts';
import { countsDead } from './counts-dead.ts';
import { countsLiving } from './counts-living.ts';
import { countsThousands } from './counts-thousands.ts';
import type { Amount } from './find-amounts.ts';
import { foldText } from './fold-text.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** From here on a sentence before may say what a bare number is of. */
const LARGE = 1000;
/** A bare number that is no multiple of this may be one of a page or a picture. */
const ROUND = 100;
/** Words between "thousands" and what says that they died. */
const TOLL_REACH = 20;
/** Words between "justice for" and its number. */
export const JUSTICE_REACH = 4;
/** So many sentences before may say what a large bare number is of. */
const SENTENCES_BEFORE = 2;
/** Fewer with an article may be seats and sheets. */
const LEAST_KNOWN = 2500;
const ARTICLE = /^(?:the|these|those|les|des|aux|ces|die|der|den|de|los|las|i|dei|ai|le|delle|آن|این|этих|тех)$/u;
const OF = /^(?:of|de|des|d|von|der|av|af|van|di|dei|delle|degli|из|از|من)$/u;
const NO_NOUN: ReadonlySet<string> = new Set(foldText(AFTER_BARE_NUMBER).folded.split(' '));

/** Whether a number without a noun is a toll, an estimate, one that someone is credited with: no crowd, no things. */
export function isToll(field: FactField, amount: Amount, first: number, last: number): boolean {
  const { value, firstWord, lastWord } = amount;
  const isAlone =
    (standsAlone(field, lastWord, last) || isKnown(field, amount)) &&
    (value !== undefined || !isOfNoun(field, lastWord)) &&
    (value ?? 0) % ROUND === 0;
  const speaksOfKilling = (from: number, to: number) =>
    isAlone && (field.has('killing', from, to) || field.has('anchor', from, to));
  if (speaksOfPeopleToday(field, amount, first, last)) return false;
  if (isAlone && countsThousands(amount, LARGE) && field.has('justice', firstWord - JUSTICE_REACH, firstWord - 1))
    return true;
  if (value !== undefined && (countsDead(field, first, last) || field.has('credit', first, last))) return true;
  const near: [number, number] = [Math.max(first, firstWord - TOLL_REACH), Math.min(last, lastWord + TOLL_REACH)];
  if (value === undefined) {
    const isRally = field.find('event', lastWord + 1, lastWord + 4).some((event) => event.value === 'rally');
    if (isRally) return false;
    if (countsDead(field, ...near) || speaksOfKilling(...near)) return true;
  } else if (speaksOfKilling(first, last)) return true;
  if (!isAlone || !countsThousands(amount, LARGE)) return false;
  const place = field.sentenceOf[firstWord] ?? 0;
  return field.sentences
    .slice(Math.max(0, place - SENTENCES_BEFORE), place)
    .some((sentence) => speaksOfKilling(sentence.firstWord, sentence.endWord - 1));
}

/** "The families of the 30,000": they were spoken of. */
function isKnown(field: FactField, { value, numberWord }: Amount): boolean {
  if (value === undefined || value < LEAST_KNOWN) return false;
  const from = field.text.words[numberWord]?.from ?? 0;
  return (
    ARTICLE.test(wordAt(field, numberWord - 1)) || field.original.slice(Math.max(0, from - 3), from).endsWith('الـ')
  );
}

/** "Thousands of carnations", but "thousands of them". */
function isOfNoun(field: FactField, lastWord: number): boolean {
  if (/[^\s'’]/u.test(gapAfter(field, lastWord))) return false;
  return OF.test(wordAt(field, lastWord + 1)) && !NO_NOUN.has(wordAt(field, lastWord + 2));
}

/** Of a crowd, a list of those who sign, a hall: what the sentence before says is of others. */
function speaksOfPeopleToday(field: FactField, amount: Amount, first: number, last: number): boolean {
  const ends = (word: number) => /[,;:،؛]|\s[–—-]\s/u.test(gapAfter(field, word));
  const [from, to] = clauseAround(amount, [first, last], ends);
  if (field.has('petition', from, to)) return true;
  if (field.has('killing', from, to)) return false;
  return (
    countsLiving(field, amount, 'unstated', [from, to]) ||
    ['gathered-before', 'went-before'].some((kind) => field.has(kind, from, amount.firstWord - 1)) ||
    field.find('event', first, last).some(({ value }) => value === 'rally' || value === 'exhibition')
  );
}

/** No noun follows that says what is counted: "30,000 of their own", "thousands were hanged", "5,000 says Amnesty". */
export function standsAlone(field: FactField, lastWord: number, last: number): boolean {
  if (lastWord === last || /[^\s'’]/u.test(gapAfter(field, lastWord))) return true;
  const next = lastWord + 1;
  return (
    NO_NOUN.has(wordAt(field, next)) || ['killing', 'speech', 'credit'].some((kind) => field.has(kind, next, next))
  );
}
