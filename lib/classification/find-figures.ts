import { countsLiving } from './counts-living.ts';
import type { FigureFact, OrdinalFact } from './facts.ts';
import { type Amount, findAmounts } from './find-amounts.ts';
import { AND, findCountedUnit } from './find-counted-unit.ts';
import { findCredit } from './find-credit.ts';
import { judgeFigureSubject, partOf } from './judge-figure-subject.ts';
import { type FactField, placeBefore, type Span, spanOf } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

type OrdinalsByField = Readonly<Record<Span['field'], readonly OrdinalFact[]>>;
type Place = Pick<Span, 'field' | 'start' | 'end'>;

interface Naming {
  language: string;
  nameOf: (id: string) => string;
}

/** A longer sentence is looked at so far before and after the number. */
const CONTEXT_WORDS = 60;
const SENTENCE_CHARS = 300;
/** As the state counts those whom the opposition killed, and the opposition its dead of all the years. */
const OF_OTHER_DEAD: ReadonlySet<number | undefined> = new Set([17_000, 120_000]);
/** As many as the opposition counts in all the years; votes are more. */
const MOST_DEAD = 200_000;
const PART = /^(?:of|among|out|parmi|des|von|der|unter|av|blant|blandt|af|de|dei|delle|van|iz|из|از|من|tra|entre)$/u;

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
    const amounts = findAmounts(field);
    for (const [index, amount] of amounts.entries()) {
      if (isPartOf(field, amount, amounts[index + 1])) continue;
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

/** "46 of the 110", "dozens of several thousand": the whole is the figure. */
function isPartOf(field: FactField, { lastWord }: Amount, whole: Amount | undefined): boolean {
  if (!whole || whole.firstWord > lastWord + 4 || whole.firstWord === lastWord + 1) return false;
  if (/[^\s'’]/u.test(gapAfter(field, lastWord)) || AND.test(wordAt(field, lastWord + 1))) return false;
  // "Amnesty speaks of 5,000 and the opposition of 30,000" are two.
  if (['speech', 'credit', 'organisation'].some((kind) => field.has(kind, lastWord + 1, whole.firstWord - 1)))
    return false;
  return PART.test(wordAt(field, lastWord + 1)) || PART.test(wordAt(field, whole.firstWord - 1));
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
  const sentence = field.sentenceAt(amount.firstWord);
  if (!sentence || sentence.kind === 'repeated') return undefined;
  const bounds: [number, number] = [
    Math.max(sentence.firstWord, amount.firstWord - CONTEXT_WORDS),
    Math.min(sentence.endWord - 1, amount.lastWord + CONTEXT_WORDS),
  ];
  const unit = findCountedUnit(field, amount, bounds);
  // The sentence that names the anniversary is as good as one that names the year.
  const isDated =
    field.has('anchor', ...partOf(field, amount, bounds)) ||
    overlapsOrdinal(
      ordinals,
      { ...sentence, field: field.field },
      ({ of, kind }) => of === 'event' && kind !== 'decades',
    );
  if (!unit || !judgeFigureSubject(field, amount, unit, bounds, isDated)) return undefined;
  if (OF_OTHER_DEAD.has(amount.value) || (amount.value ?? 0) > MOST_DEAD || countsLiving(field, amount, unit, bounds))
    return undefined;
  const credit = findCredit(field, amount, bounds, naming.language);
  const { value, to, qualifier } = amount;
  return {
    ...spanOfAmount(field, amount),
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

function spanOfAmount(field: FactField, { firstWord, lastWord, reachWord, endingChars = 0 }: Amount): Span {
  const span = spanOf(field, firstWord, reachWord ?? lastWord);
  const end = span.end + endingChars;
  return { ...span, end, words: field.original.slice(span.start, end) };
}
