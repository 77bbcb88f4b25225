import type { Cue } from './cue-finder.ts';
import type { FigureFact, OrdinalFact } from './facts.ts';
import { type Amount, findAmounts } from './find-amounts.ts';
import { findCredit } from './find-credit.ts';
import { type FactField, placeBefore, type Span, spanOf } from './read-fact-field.ts';
import { gapAfter } from './word-at.ts';

type OrdinalsByField = Readonly<Record<Span['field'], readonly OrdinalFact[]>>;
type Place = Pick<Span, 'field' | 'start' | 'end'>;

interface Naming {
  language: string;
  nameOf: (id: string) => string;
}

/** A longer sentence is looked at so far before and after the number. */
const CONTEXT_WORDS = 60;
const SENTENCE_CHARS = 300;
/** Words between a number and what it counts: "30,000 Iranian political prisoners". */
const UNIT_REACH = 5;
/** A number without a unit is one of victims only from here on: "HRW says 2,800 to 30,000". */
const LEAST_UNSTATED = 500;
/** Words between "thousands" and what says that they died. */
const TOLL_REACH = 14;
type Unit = FigureFact['unit'];
/** Units that need a word for killing in the sentence. */
const TOLLS: ReadonlySet<string | number> = new Set(['victims', 'deaths', 'executed']);
const LIVING = new Set<Unit | 'other'>(['people', 'prisoners', 'names', 'unstated']);

/**
 * The figures of the killings of 1988 in the order of the text, each once; repeated lines are left out. A figure in a
 * sentence about another event or another year is none, nor is a year: "1988 massacre victims".
 */
export function findFigures(
  fields: readonly FactField[],
  ordinals: readonly OrdinalFact[],
  naming: Naming,
): FigureFact[] {
  const found = new Map<string, FigureFact>();
  const byField = {
    title: ordinals.filter(({ field }) => field === 'title'),
    text: ordinals.filter(({ field }) => field === 'text'),
  };
  for (const field of fields) {
    for (const amount of findAmounts(field)) {
      const fact = figureOf(field, amount, byField, naming);
      if (!fact || overlapsOrdinal(byField, fact, () => true)) continue;
      const isOfThings = fact.unit === 'names' || fact.unit === 'graves';
      const key = [fact.value, fact.to, fact.qualifier?.toLowerCase(), isOfThings && fact.unit].join(' ');
      const known = found.get(key);
      if (!known || (known.creditedTo === undefined && fact.creditedTo !== undefined)) found.set(key, fact);
    }
  }
  return [...found.values()].toSorted(
    (a, b) => Number(b.field === 'title') - Number(a.field === 'title') || a.start - b.start,
  );
}

/** Ordinals of a field stand in its order and do not overlap. */
function overlapsOrdinal(
  ordinals: OrdinalsByField,
  { field, start, end }: Place,
  isMeant: (ordinal: OrdinalFact) => boolean,
): boolean {
  const list = ordinals[field];
  const last = placeBefore(list, end - 1);
  for (let i = last; i > last - CONTEXT_WORDS; i -= 1) {
    const ordinal = list[i];
    if (!ordinal || ordinal.end <= start) return false;
    if (isMeant(ordinal)) return true;
  }
  return false;
}

function figureOf(field: FactField, amount: Amount, ordinals: OrdinalsByField, naming: Naming): FigureFact | undefined {
  const sentence = field.sentences[field.sentenceOf[amount.firstWord] ?? -1];
  if (!sentence || sentence.kind === 'repeated') return undefined;
  const bounds: [number, number] = [
    Math.max(sentence.firstWord, amount.firstWord - CONTEXT_WORDS),
    Math.min(sentence.endWord - 1, amount.lastWord + CONTEXT_WORDS),
  ];
  const unit = unitOf(field, amount, bounds);
  // The sentence that names the anniversary is as good as one that names the year.
  const isDated =
    field.has('anchor', ...bounds) ||
    overlapsOrdinal(ordinals, { ...sentence, field: field.field }, ({ of }) => of === 'event');
  if (!unit || !isAboutKillings(field, amount, unit, bounds, isDated)) return undefined;
  const credit = findCredit(field, amount, bounds, naming.language);
  const { value, to, qualifier } = amount;
  return {
    ...spanOf(field, amount.firstWord, amount.lastWord),
    ruleId: `figures/${unit}`,
    ...(value !== undefined && { value }),
    ...(to !== undefined && { to }),
    ...(qualifier !== undefined && { qualifier }),
    unit,
    ...(credit?.id !== undefined && { creditedId: credit.id, creditedTo: naming.nameOf(credit.id) }),
    ...(credit?.words !== undefined && { creditedTo: credit.words }),
    sentence: field.original.slice(sentence.start, sentence.end).trim().slice(0, SENTENCE_CHARS),
  };
}

/** What the number counts: the first unit after it, or the one just before it, or none where a toll is spoken of. */
function unitOf(field: FactField, amount: Amount, [first, last]: [number, number]): Unit | undefined {
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
  if (before && before.value !== 'other' && !isTooSmall) return before.value as Unit;
  const isProse = field.sentences[field.sentenceOf[firstWord] ?? -1]?.kind === 'sentence';
  if (isTooSmall || !isProse || !isToll(field, amount, first, last)) return undefined;
  return 'unstated';
}

/** A toll, an estimate, someone who is credited with one; beside a rally "thousands" are its people. */
function isToll(field: FactField, { value, firstWord, lastWord }: Amount, first: number, last: number): boolean {
  const isTold = (from: number, to: number) => field.find('unit', from, to).some((unit) => TOLLS.has(unit.value));
  if (value !== undefined) return isTold(first, last) || field.has('credit', first, last);
  const isRally = field.find('event', lastWord + 1, lastWord + 4).some((event) => event.value === 'rally');
  return !isRally && isTold(Math.max(first, firstWord - TOLL_REACH), Math.min(last, lastWord + TOLL_REACH));
}

function nearUnit(field: FactField, from: number, to: number): Cue | undefined {
  let end = to;
  for (let word = from; word <= end; word += 1) {
    const gap = gapAfter(field, word - 1);
    // What follows a comma or stands in the next clause is counted by no number before it.
    if (word > from && /[,;:،؛.]/u.test(gap)) end = word - 1;
  }
  if (/^\s*[;:؛.]/u.test(gapAfter(field, from - 1))) return undefined;
  return field.find('unit', from, end)[0];
}

/** "30,000 political prisoners executed": the prisoners are the executed. */
function killedOf(field: FactField, unit: Cue, [first, last]: [number, number]): Unit {
  const stated = unit.value as Unit;
  if (stated !== 'prisoners' && stated !== 'people') return stated;
  const near = field.find('unit', Math.max(first, unit.firstWord - 8), Math.min(last, unit.lastWord + 6));
  if (near.some(({ value }) => value === 'executed')) return 'executed';
  return stated;
}

function isAboutKillings(
  field: FactField,
  amount: Amount,
  unit: Unit,
  [first, last]: [number, number],
  isDated: boolean,
): boolean {
  if (field.has('battle', first, last) && !isDated) return false;
  if (field.has('other-event', first, last) && unit !== 'prisoners' && unit !== 'executed') return false;
  if (!isDated && (field.has('other-time', first, last) || hasOtherYear(field, first, last))) return false;
  const isOfVictims =
    field.has('killing', first, last) || field.find('unit', first, last).some(({ value }) => TOLLS.has(value));
  if (LIVING.has(unit) && !isOfVictims) return false;
  // Of two years in one sentence the figure belongs to the one beside it.
  if (!field.has('anchor', first, last) || !hasOtherYear(field, amount.firstWord - 4, amount.lastWord + 6)) return true;
  return field.has('anchor', amount.firstWord - 6, amount.lastWord + 10);
}

/** A year of our time, or of the years around 1988, written plainly. */
function hasOtherYear(field: FactField, first: number, last: number): boolean {
  return field
    .numeralsIn(first, last)
    .some(
      ({ value, isGrouped, isWords }) =>
        !isGrouped &&
        !isWords &&
        value !== 1988 &&
        ((value >= 1978 && value <= 2100) || (value >= 1388 && value <= 1420)),
    );
}
