import { clauseAround } from './clause-around.ts';
import { countsDead } from './counts-dead.ts';
import { countsThousands } from './counts-thousands.ts';
import type { FigureFact } from './facts.ts';
import type { Amount } from './find-amounts.ts';
import { JUSTICE_REACH } from './is-toll.ts';
import { hasOtherTime, hasOtherYear, hasToday, hasYearOfTerror } from './other-times.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, hasGap } from './word-at.ts';

type Unit = FigureFact['unit'];
/** From here on a number of persons in a text on the subject is one of its dead, unless they are said to live. */
const LARGE = 1000;
/** Words between terrorists and those whom they are said to have killed. */
const TERROR_REACH = 5;
/** The dead of a battle that so many words before are about. */
const BATTLE_REACH = 40;
/** A source's year beside fewer may be that of the dead. */
const LEAST_OF_SOURCE = 2000;
/** So many sentences beside one say what its number is of. */
const SENTENCES = { before: 2, after: 1 };
const PRISONERS = { before: 4, after: 3 };
/** Those whom nobody killed by the thousand at another time, and words beside them that may say otherwise. */
const INMATES = new Set<Unit | 'other'>(['prisoners', 'executed', 'names']);
/** Words between thousands and a protest that they fell in. */
const OTHER_TIME_REACH = 9;
const BESIDE = { before: 4, today: 2, after: 6 };
/** Units that need a word for killing in the sentence. */
const LIVING = new Set<Unit | 'other'>(['people', 'prisoners', 'names', 'unstated']);

/** Whether the figure is one of the killings of 1988: not of a battle, another event, another year or today. */
export function judgeFigureSubject(
  field: FactField,
  amount: Amount,
  unit: Unit,
  [first, last]: [number, number],
  isDated: boolean,
): boolean {
  const isOfPrisoners = unit === 'prisoners' || unit === 'executed';
  const isOfThousands = countsThousands(amount, LEAST_OF_SOURCE);
  const isInBattle = field.has('battle', isOfPrisoners ? first : first - BATTLE_REACH, last) && !isDated;
  if (isInBattle && !(isOfPrisoners && isOfThousands)) return false;
  // As the state says it: "the terrorists killed thousands of citizens".
  if (!isOfPrisoners && field.has('terrorist', amount.firstWord - TERROR_REACH, amount.lastWord + TERROR_REACH))
    return false;
  if (field.has('other-event', first, last) && !isOfPrisoners && !isApartFromOther(field, amount, [first, last]))
    return false;
  const part = partOf(field, amount, [first, last]);
  if (!isDated && !field.has('back-then', ...part) && isOfOtherTime(field, amount, unit, [first, last])) return false;
  if (LIVING.has(unit) && !speaksOfVictims(field, amount, unit, [first, last])) return false;
  // Of two years in one sentence the figure belongs to the one beside it.
  if (!field.has('anchor', ...part) || !hasOtherYear(field, amount.firstWord - 4, amount.lastWord + 6)) return true;
  return !isOfNextYear(field, amount) && field.has('anchor', amount.firstWord - 6, amount.lastWord + 10);
}

/** "After Halabja, where 5,000 were gassed, came the prisons, where 5,000 were hanged". */
function isApartFromOther(field: FactField, amount: Amount, [first, last]: [number, number]): boolean {
  const clause = clauseAround(amount, [first, last], (word) => /[,;،؛]\s/u.test(gapAfter(field, word)));
  const before = field.find('other-event', first, clause[1]).at(-1);
  if (!before || before.lastWord >= clause[0]) return false;
  return field.has('prison', before.lastWord + 1, clause[1]);
}

/** "Between 1981 and 1988" is one time. */
const YEARS_APART = 3;

/** "Executed 853 people in 2023, says the report on 1988": the next year behind the number is another one. */
function isOfNextYear(field: FactField, { firstWord, lastWord }: Amount): boolean {
  if (field.has('anchor', firstWord - 6, lastWord)) return false;
  const nextAnchor = field.find('anchor', lastWord + 1, lastWord + 10)[0]?.firstWord ?? 0;
  return hasOtherYear(field, lastWord + 1, Math.min(lastWord + 6, nextAnchor - YEARS_APART));
}

/** "Iran hanged 853 last year; that summer it was 5,000": what a semicolon parts has its own time. */
export function partOf(field: FactField, amount: Amount, bounds: [number, number]): [number, number] {
  return clauseAround(amount, bounds, (word) => /[;؛]/u.test(gapAfter(field, word)));
}

/** Whether the clause says another time. So many prisoners were killed at no other one: only what stands right beside them counts. */
function isOfOtherTime(field: FactField, amount: Amount, unit: Unit, sentence: [number, number]): boolean {
  const isThousands = countsThousands(amount, LEAST_OF_SOURCE);
  const [first, last] = isThousands ? partOf(field, amount, sentence) : sentence;
  if (isThousands && INMATES.has(unit)) {
    const beside: [number, number] = [
      Math.max(first, amount.firstWord - BESIDE.before),
      Math.min(last, amount.lastWord + BESIDE.after),
    ];
    const isToday = hasToday(field, Math.max(first, amount.firstWord - BESIDE.today), beside[1]);
    // "The resolution of 2016 speaks of 30,000": the year is the source's.
    const counts = (word: number) =>
      word > amount.lastWord ||
      !['speech', 'credit', 'source', 'event'].some((kind) => field.has(kind, word, amount.firstWord));
    const isOfYear = !namesSource(field, first, last) && hasOtherYear(field, ...beside, counts);
    return isToday || isOfYear || hasYearOfTerror(field, ...clauseOf(field, amount, first, last));
  }
  const counts = (word: number) => !isThousands || !isSetApart(field, word, amount.firstWord, first);
  const end = isThousands ? Math.min(last, amount.lastWord + OTHER_TIME_REACH) : last;
  if (hasOtherTime(field, first, end, counts)) return true;
  const isOfSource = isThousands && namesSource(field, first, last);
  return !isOfSource && hasOtherYear(field, ...clauseOf(field, amount, first, last), counts);
}

/** "Raisi, who died in May 2024, sent thousands to their deaths": between commas the year is another matter's. */
function isSetApart(field: FactField, word: number, amountWord: number, first: number): boolean {
  const hasComma = (from: number, end: number) => hasGap(field, from, end, /[,،]\s/u);
  return word < amountWord && hasComma(first, word) && hasComma(word, amountWord);
}

/** A report's or a speaker's year: "Amnesty's report of 2018 speaks of 5,000". */
function namesSource(field: FactField, first: number, last: number): boolean {
  return (
    ['credit', 'source'].some((kind) => field.has(kind, first, last)) ||
    field.find('event', first, last).some(({ value }) => value === 'publication')
  );
}

/** The sentence does, or for a large number of persons, or for names, one beside it. */
function speaksOfVictims(field: FactField, amount: Amount, unit: Unit, bounds: [number, number]): boolean {
  const { firstWord } = amount;
  const inWords = ([first, last]: [number, number]) =>
    field.has('killing', first, last) || countsDead(field, first, last);
  if (inWords(bounds) || field.has('justice', firstWord - JUSTICE_REACH, firstWord - 1)) return true;
  const isListed =
    unit === 'names' || field.find('unit', firstWord - 2, firstWord - 1).some((near) => near.value === 'names');
  if (!countsThousands(amount, LARGE) && !isListed) return false;
  const place = field.sentenceOf[firstWord] ?? 0;
  // So many prisoners are those of the text, however far off it says what became of them.
  const reach = unit === 'prisoners' && countsThousands(amount, LEAST_OF_SOURCE) ? PRISONERS : SENTENCES;
  const near = field.sentences.slice(Math.max(0, place - reach.before), place + reach.after + 1);
  const isDated = ([first, last]: [number, number]) => unit === 'unstated' && field.has('anchor', first, last);
  return (
    field.has('anchor', ...bounds) ||
    near.some(({ firstWord: from, endWord }) => inWords([from, endWord - 1]) || isDated([from, endWord - 1]))
  );
}

/** What stands around the amount between semicolons, colons and dashes, to the comma behind the killing that it counts. */
function clauseOf(field: FactField, amount: Amount, first: number, last: number): [number, number] {
  return clauseAround(amount, [first, last], (word) => {
    const gap = gapAfter(field, word);
    return /[;:؛]|\s[–—-]\s/u.test(gap) || (/[,،]/u.test(gap) && field.has('killing', amount.lastWord + 1, word));
  });
}
