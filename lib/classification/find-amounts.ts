import { type Numeral, OF_MANY } from './find-numerals.ts';
import { isArticleBetween, type QUALIFIERS, qualifyAmount } from './qualify-amount.ts';
import type { FactField } from './read-fact-field.ts';
import { spanOf } from './read-fact-field.ts';
import { gapAfter, initialAt, wordAt, wordsFrom } from './word-at.ts';

/** A number with what is said of it, a range, or a word such as "thousands". Words are places, the last one included. */
export interface Amount {
  value?: number;
  to?: number;
  /** As written: "over", "thousands". */
  qualifier?: string;
  /** Its sort, the same in every language. */
  qualifierKind?: QualifierKind;
  /** First word of the qualifier, if any, and of the number itself. */
  firstWord: number;
  numberWord: number;
  lastWord: number;
  /** Last word of a qualifier that stands behind the unit: "cinq mille morts au moins". */
  reachWord?: number;
  /** Code units of an ending that folding leaves out: ده‌ها. */
  endingChars?: number;
}

const VAGUE = ['tens-of-thousands', 'several-thousand', 'thousands', 'hundreds', 'dozens', 'unknown-number'] as const;
type QualifierKind = (typeof QUALIFIERS)[number] | (typeof VAGUE)[number];
/** Numbers that stand for years unless something shows that they count. */
const YEARS: readonly [number, number][] = [
  [1300, 1420],
  [1900, 2100],
];

const HOURS = 24;

/** Every amount of a field in order; years, ordinals and single digits in words are none. */
export function findAmounts(field: FactField): Amount[] {
  const numerals = field.numerals.filter((numeral) => !numeral.isOrdinal && !isVague(field, numeral));
  const amounts: Amount[] = [];
  for (let i = 0; i < numerals.length; i += 1) {
    const from = numerals[i];
    const to = numerals[i + 1];
    if (!from) continue;
    const doesCount = counts(field, from);
    if (to && (doesCount || isScaledBy(from, to)) && counts(field, to) && isRange(field, from, to)) {
      i += 1;
      amounts.push(qualifyAmount(field, rangeOf(from, to)));
    } else if (doesCount) {
      amounts.push(qualifyAmount(field, numberOf(from)));
    }
  }
  const taken = new Set(amounts.flatMap(({ firstWord, lastWord }) => wordsFrom(firstWord, lastWord)));
  return [...amounts, ...roundAmounts(field), ...manyOf(field), ...vagueAmounts(field, taken)].toSorted(
    (a, b) => a.firstWord - b.firstWord,
  );
}

function counts(field: FactField, { value, isGrouped, isWords, firstWord, lastWord }: Numeral): boolean {
  if (!Number.isInteger(value) || value < 2 || field.has('numbered', firstWord - 1, firstWord - 1)) return false;
  if (isGrouped) return true;
  // "UA 235/88".
  const from = field.text.words[firstWord]?.from ?? 0;
  if (field.original.charAt(from - 1) === '/' || gapAfter(field, lastWord).startsWith('/')) return false;
  if (isClockTime(field, firstWord, lastWord)) return false;
  // Nell’agosto dell’88.
  if (value === 88 && /['’]/.test(field.original.charAt(from - 1))) return false;
  // The year with a digit too many: 14988.
  if (value > 9999 && value % 1000 === 988) return false;
  // «مرداد شصت و هفت», «مرداد ۹۵»: the year after the month's name.
  if (value < 100 && field.has('persian-month', firstWord - 1, firstWord - 1)) return false;
  // «دهه شصت» is a decade.
  const isAnchor = () => field.find('anchor', firstWord - 2, firstWord).some(({ lastWord }) => lastWord >= firstWord);
  if (isWords) return value >= 10 && !isAnchor();
  if (value <= HOURS && field.has('hour-before', firstWord - 1, firstWord - 1)) return false;
  const isYear = YEARS.some(([from, to]) => value >= from && value <= to);
  if (isYear) return value !== 1988 && value !== 1367 && isQualified(field, firstWord, ['over', 'at-least']);
  // "in '88", "سال ۶۷".
  return !isAnchor();
}

/** "14:30", "14 h 30". */
function isClockTime(field: FactField, firstWord: number, lastWord: number): boolean {
  const isHour = (word: number) => wordAt(field, word) === 'h';
  const isBesideColon = (word: number) =>
    gapAfter(field, word) === ':' && [word, word + 1].every((each) => /^\d\d?$/.test(wordAt(field, each)));
  return isHour(lastWord + 1) || isHour(firstWord - 1) || isBesideColon(lastWord) || isBesideColon(firstWord - 1);
}

/** ده‌ها, صد‌ها, هزار‌ها: ten, a hundred, a thousand with the ending of many, which folding leaves out. */
const MANY: Readonly<Record<string, QualifierKind>> = { ده: 'dozens', صد: 'hundreds', هزار: 'thousands' };
const INITIALS_OF_MANY: ReadonlySet<string> = new Set(Object.keys(MANY).map((word) => word.charAt(0)));

function* manyOf(field: FactField): Generator<Amount> {
  if (!field.original.includes('ها')) return;
  for (const word of field.text.words.keys()) {
    if (!INITIALS_OF_MANY.has(initialAt(field, word))) continue;
    const qualifierKind = MANY[wordAt(field, word)];
    const [ending] = qualifierKind === undefined ? [] : (OF_MANY.exec(gapAfter(field, word)) ?? []);
    // «ده‌ها هزار» are tens of thousands.
    if (qualifierKind === undefined || ending === undefined || wordAt(field, word + 1) === 'هزار') continue;
    const qualifier = spanOf(field, word, word).words + ending;
    const place = { firstWord: word, numberWord: word, lastWord: word };
    yield { qualifier, qualifierKind, ...place, endingChars: ending.length };
  }
}

/** "Une centaine", "più di un migliaio"; without its article the noun is another: "i tusental". */
function* roundAmounts(field: FactField): Generator<Amount> {
  for (const { value, firstWord, lastWord, ruleId } of field.find('round-number', 0, field.text.words.length)) {
    const hasArticle = ARTICLE.test(wordAt(field, firstWord - 1));
    if (!hasArticle && !ruleId.startsWith('ru/')) continue;
    const from = hasArticle ? firstWord - 1 : firstWord;
    const amount = { value: Number(value), firstWord: from, numberWord: firstWord, lastWord };
    const about = { qualifier: spanOf(field, firstWord, lastWord).words, qualifierKind: 'about' as const };
    yield { ...about, ...qualifyAmount(field, amount) };
  }
}

const ARTICLE = /^(?:un|une|una|uno|een|ett|et|en)$/;

/** A word of {@link VAGUE}, or of many tens. */
function isVague(field: FactField, { isWords, firstWord, lastWord }: Numeral): boolean {
  if (!isWords || firstWord !== lastWord) return false;
  return VAGUE.some((kind) => field.has(kind, firstWord, firstWord)) || OF_MANY.test(gapAfter(field, lastWord));
}

function isQualified(field: FactField, word: number, kinds: readonly string[], mayHaveArticle = false): boolean {
  const ends = (lastWord: number) =>
    lastWord === word - 1 || (mayHaveArticle && isArticleBetween(field, lastWord, word));
  return kinds.some((kind) => field.find(kind, word - 4, word - 1).some(({ lastWord }) => ends(lastWord)));
}

function numberOf({ value, firstWord, lastWord }: Numeral): Amount {
  return { value, firstWord, numberWord: firstWord, lastWord };
}

function rangeOf(from: Numeral, to: Numeral): Amount {
  const value = isScaledBy(from, to) ? from.value * 1000 : from.value;
  return { value, to: to.value, firstWord: from.firstWord, numberWord: from.firstWord, lastWord: to.lastWord };
}

/** "2 to 3 thousand", vier- bis fünftausend. */
function isScaledBy(from: Numeral, to: Numeral): boolean {
  return from.value < 100 && !from.isGrouped && to.isGrouped && to.value >= 1000 && from.value * 1000 < to.value;
}

/** "2,500–30,000", "between 2,800 and 30,000", «از ۶۵۸ تا بیش از سی هزار». */
function isRange(field: FactField, from: Numeral, to: Numeral): boolean {
  if (to.value <= from.value || field.sentenceOf[from.firstWord] !== field.sentenceOf[to.firstWord]) return false;
  const hasBetween = isQualified(field, from.firstWord, ['between'], true);
  if (to.firstWord === from.lastWord + 1) {
    // «بين أربعة آلاف وخمسة آلاف»: the word for "and" is written on.
    const isAnd = hasBetween && field.original.charAt(field.text.words[to.firstWord]?.from ?? 0) === 'و';
    return isAnd || /^\s?[-–—‑]\s?$/u.test(gapAfter(field, from.lastWord));
  }
  const joint = field.find('range-to', from.lastWord + 1, from.lastWord + 1)[0];
  if (!joint || to.firstWord > joint.lastWord + 4) return false;
  const isTo = !/^(?:and|und|et|och|og|y|e|ed|en|i|и|و)$/u.test(wordAt(field, joint.firstWord));
  const isDirect =
    to.firstWord === joint.lastWord + 1 ||
    isArticleBetween(field, joint.lastWord, to.firstWord) ||
    isQualified(field, to.firstWord, ['over', 'about', 'up-to']);
  return isDirect && (hasBetween || isTo);
}

function* vagueAmounts(field: FactField, taken: ReadonlySet<number>): Generator<Amount> {
  const used = new Set(taken);
  for (const kind of VAGUE) {
    for (const { firstWord, lastWord } of field.find(kind, 0, field.text.words.length)) {
      const places = wordsFrom(firstWord, lastWord);
      if (places.some((place) => used.has(place))) continue;
      for (const place of places) used.add(place);
      const { words } = spanOf(field, firstWord, lastWord);
      yield { qualifier: words, qualifierKind: kind, firstWord, numberWord: firstWord, lastWord };
    }
  }
}
