import { countsDead } from './counts-dead.ts';
import type { Cue } from './cue-finder.ts';
import type { FigureFact } from './facts.ts';
import type { Amount } from './find-amounts.ts';
import { isToll, standsAlone } from './is-toll.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, hasGap, wordAt } from './word-at.ts';

type Unit = FigureFact['unit'];
/** Words between a number and what it counts: "30,000 Iranian political prisoners". */
const UNIT_REACH = 5;
/** A number without a unit is one of victims only from here on: "HRW says 2,800 to 30,000". */
const LEAST_UNSTATED = 500;
/** The toll of a town is told without a noun, too: "in Ahvaz some 300 were shot". */
const LEAST_LOCAL = 20;
/** The year of the killings in two digits. */
const SHORT_YEARS: ReadonlySet<number> = new Set([88, 67]);
/** Words between such a toll and the killing: "were", "had been". */
const AUXILIARIES = 2;
/** Words between things and "one for each". */
const EACH_REACH = 12;
/** Words that begin another clause: "she was 92 when she died". */
const BREAKS =
  /^(?:when|because|while|she|he|they|the|quand|lorsque|elle|il|als|weil|sie|er|nar|hon|han|da|dengang|cuando|ella|quando|toen|terwijl|ze|hij|когда|он|она|وقتی|هنگامی|او|عندما|حين|هو|هي)$/u;
const OF =
  /^(?:of|de|des|d|von|der|av|af|van|di|dei|delle|degli|del|to|or|and|à|a|o|och|og|und|et|y|e|из|از|من|و|the)$/u;
const FLOWERS = /^(?:گل|لاله)$/;
export const AND = /^(?:and|et|und|och|og|y|e|en|ve|и|و)$/u;
/** Words between a killing and the cases of it. */
const CASE_REACH = 7;

/** What the number counts: the first unit after it, or the one just before it, or none where a toll is spoken of. */
export function findCountedUnit(field: FactField, amount: Amount, [first, last]: [number, number]): Unit | undefined {
  const { firstWord, numberWord, lastWord, value } = amount;
  if (/^\s*(?:%|٪|percent|Prozent)/u.test(gapAfter(field, lastWord))) return undefined;
  // "En 58-årig medborgare".
  if (field.has('years-attribute', lastWord + 1, lastWord + 1)) return undefined;
  const isDay = (value ?? 0) <= 31;
  if (
    isDay &&
    (field.has('month', lastWord + 1, lastWord + 1) || field.has('persian-month', lastWord + 1, lastWord + 1))
  ) {
    return undefined;
  }
  if (isDay && field.has('month', firstWord - 1, firstWord - 1)) return undefined;
  const near = nearUnit(field, lastWord + 1, Math.min(lastWord + UNIT_REACH, last));
  const after = near?.value === 'other' && isApart(field, lastWord, near, last) ? undefined : near;
  if (after?.value === 'other') return isOneForEach(field, after, last) ? 'victims' : undefined;
  // «۳۰ هزار گل سرخ» are the dead, thirty-three are flowers.
  if (after && (value ?? LEAST_UNSTATED) < LEAST_UNSTATED && FLOWERS.test(wordAt(field, after.firstWord)))
    return undefined;
  if (after) return killedOf(field, after, [first, last]);
  const before = field.find('unit', Math.max(first, numberWord - 3), firstWord - 1).at(-1);
  const isTooSmall = value !== undefined && value < LEAST_UNSTATED;
  if (before && before.value !== 'other' && before.value !== 'cases' && !isTooSmall) return before.value as Unit;
  const isProse = field.sentenceAt(firstWord)?.kind === 'sentence';
  if (isTooSmall && isProse && value >= LEAST_LOCAL && !SHORT_YEARS.has(value) && isKilledBeside(field, amount, last))
    return 'deaths';
  if (isTooSmall || !isProse || !isToll(field, amount, first, last)) return undefined;
  return 'unstated';
}

/** "Rund 300 erschossen", "300 had been shot", fusilaron a unos 300. */
function isKilledBeside(field: FactField, { firstWord, lastWord }: Amount, last: number): boolean {
  if (!standsAlone(field, lastWord, last)) return false;
  const isJoined = (from: number, end: number) => !hasGap(field, from, end, /[^\s'’]/u);
  const [behind] = field.find('killing', lastWord + 1, Math.min(last, lastWord + 1 + AUXILIARIES));
  if (behind && isJoined(lastWord, behind.firstWord) && standsOnlyAuxiliaries(field, lastWord + 1, behind.firstWord))
    return true;
  // "The hall where they were hanged, 20 by 30".
  if (field.numeralsIn(lastWord + 1, lastWord + 2).length > 0) return false;
  const end = wordAt(field, firstWord - 1) === 'a' ? firstWord - 2 : firstWord - 1;
  return field.find('killing', end - 1, end).some((cue) => cue.lastWord === end && isJoined(end, firstWord));
}

/** "300 were shot", but not "300 guards shot". */
function standsOnlyAuxiliaries(field: FactField, from: number, end: number): boolean {
  for (let word = from; word < end; word += 1)
    if (BREAKS.test(wordAt(field, word)) || !standsAlone(field, word - 1, end)) return false;
  return true;
}

function nearUnit(field: FactField, from: number, to: number): Cue | undefined {
  let end = to;
  for (let word = from; word <= end; word += 1) {
    const gap = gapAfter(field, word - 1);
    // What follows a comma or stands in the next clause is counted by no number before it.
    if (word > from && /[,;:،؛.]/u.test(gap)) end = word - 1;
  }
  if (/^\s*[;:؛.]/u.test(gapAfter(field, from - 1)) || BREAKS.test(wordAt(field, from))) return undefined;
  return field.find('unit', from, end).find(
    ({ value, firstWord }) =>
      (value !== 'other' || !field.has('killing', from, firstWord - 1)) &&
      // "Six exhibitions and a book of names".
      !((value === 'names' || value === 'graves') && hasAnd(field, from, firstWord - 1)),
  );
}

/** "Thousands, in the whole country", "thousands vanished within weeks": other things that the number does not count. */
function isApart(field: FactField, lastWord: number, { firstWord }: Cue, last: number): boolean {
  if (/[,،]/u.test(gapAfter(field, lastWord))) return true;
  return firstWord > lastWord + 1 && !OF.test(wordAt(field, lastWord + 1)) && standsAlone(field, lastWord, last);
}

function hasAnd(field: FactField, from: number, to: number): boolean {
  for (let word = from; word <= to; word += 1) if (AND.test(wordAt(field, word))) return true;
  return false;
}

/** "110 chairs, one for every victim of the indictment". */
function isOneForEach(field: FactField, { lastWord }: Cue, last: number): boolean {
  const each = field.find('one-for-each', lastWord + 1, Math.min(last, lastWord + EACH_REACH))[0];
  if (!each) return false;
  return countsDead(field, each.lastWord + 1, Math.min(last, each.lastWord + 3));
}

/** "30,000 political prisoners executed": the prisoners are the executed. */
function killedOf(field: FactField, unit: Cue, [first, last]: [number, number]): Unit | undefined {
  if (unit.value === 'cases') {
    return field.has('killing', Math.max(first, unit.firstWord - CASE_REACH), unit.firstWord) ? 'deaths' : undefined;
  }
  const stated = unit.value as Unit;
  if (stated !== 'prisoners' && stated !== 'people') return stated;
  const near = field.find('unit', Math.max(first, unit.firstWord - 8), Math.min(last, unit.lastWord + 6));
  if (near.some(({ value }) => value === 'executed')) return 'executed';
  return stated;
}
