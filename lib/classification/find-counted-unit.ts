import { AFTER_BARE_NUMBER } from './counted-words.ts';
import type { Cue } from './cue-finder.ts';
import type { FigureFact } from './facts.ts';
import type { Amount } from './find-amounts.ts';
import { foldText } from './fold-text.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

type Unit = FigureFact['unit'];
/** Words between a number and what it counts: "30,000 Iranian political prisoners". */
const UNIT_REACH = 5;
/** A number without a unit is one of victims only from here on: "HRW says 2,800 to 30,000". */
const LEAST_UNSTATED = 500;
/** From here on the sentence before may say what a bare number is of. */
const LARGE = 1000;
/** A bare number that is no multiple of this may be one of a page or a picture. */
const ROUND = 100;
/** Words between "thousands" and what says that they died. */
const TOLL_REACH = 14;
/** Words between a killing and the cases of it. */
const CASE_REACH = 7;
/** Units that say that those counted are dead. */
const TOLLS: ReadonlySet<string | number> = new Set(['victims', 'deaths', 'executed']);
const NO_NOUN: ReadonlySet<string> = new Set(foldText(AFTER_BARE_NUMBER).folded.split(' '));

/** What the number counts: the first unit after it, or the one just before it, or none where a toll is spoken of. */
export function findCountedUnit(field: FactField, amount: Amount, [first, last]: [number, number]): Unit | undefined {
  const { firstWord, numberWord, lastWord, value } = amount;
  if (/^\s*(?:%|٪|percent|Prozent)/u.test(gapAfter(field, lastWord))) return undefined;
  if (field.has('month', lastWord + 1, lastWord + 1) || field.has('persian-month', lastWord + 1, lastWord + 1)) {
    return undefined;
  }
  if (field.has('month', firstWord - 1, firstWord - 1) && (value ?? 0) <= 31) return undefined;
  const after = nearUnit(field, lastWord + 1, Math.min(lastWord + UNIT_REACH, last));
  if (after?.value === 'other') return undefined;
  if (after) return killedOf(field, after, [first, last]);
  const before = field.find('unit', Math.max(first, numberWord - 3), firstWord - 1).at(-1);
  const isTooSmall = value !== undefined && value < LEAST_UNSTATED;
  if (before && before.value !== 'other' && before.value !== 'cases' && !isTooSmall) return before.value as Unit;
  const isProse = field.sentences[field.sentenceOf[firstWord] ?? -1]?.kind === 'sentence';
  if (isTooSmall || !isProse || !isToll(field, amount, first, last)) return undefined;
  return 'unstated';
}

/** A toll, an estimate, someone who is credited with one; beside a rally "thousands" are its people. */
function isToll(field: FactField, { value, firstWord, lastWord }: Amount, first: number, last: number): boolean {
  const isTold = (from: number, to: number) => field.find('unit', from, to).some((unit) => TOLLS.has(unit.value));
  const speaksOfKilling = (from: number, to: number) =>
    standsAlone(field, lastWord, last) &&
    (value ?? 0) % ROUND === 0 &&
    (field.has('killing', from, to) || field.has('anchor', from, to));
  if (value !== undefined) {
    if (isTold(first, last) || field.has('credit', first, last) || speaksOfKilling(first, last)) return true;
    const place = field.sentenceOf[firstWord] ?? 0;
    const before = field.sentences[place - 1];
    return value >= LARGE && before !== undefined && speaksOfKilling(before.firstWord, before.endWord - 1);
  }
  const near: [number, number] = [Math.max(first, firstWord - TOLL_REACH), Math.min(last, lastWord + TOLL_REACH)];
  const isRally = field.find('event', lastWord + 1, lastWord + 4).some((event) => event.value === 'rally');
  return !isRally && (isTold(...near) || speaksOfKilling(...near));
}

/** No noun follows that says what is counted: "30,000 of their own", "thousands were hanged". */
function standsAlone(field: FactField, lastWord: number, last: number): boolean {
  if (lastWord === last || /[^\s'’]/u.test(gapAfter(field, lastWord))) return true;
  return NO_NOUN.has(wordAt(field, lastWord + 1)) || field.has('killing', lastWord + 1, lastWord + 1);
}

function nearUnit(field: FactField, from: number, to: number): Cue | undefined {
  let end = to;
  for (let word = from; word <= end; word += 1) {
    const gap = gapAfter(field, word - 1);
    // What follows a comma or stands in the next clause is counted by no number before it.
    if (word > from && /[,;:،؛.]/u.test(gap)) end = word - 1;
  }
  if (/^\s*[;:؛.]/u.test(gapAfter(field, from - 1))) return undefined;
  return field
    .find('unit', from, end)
    .find(({ value, firstWord }) => value !== 'other' || !field.has('killing', from, firstWord - 1));
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
