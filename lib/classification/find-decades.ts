import type { Numeral } from './find-numerals.ts';
import type { OrdinalMention } from './find-ordinals.ts';
import { isMoreThan, isTerm } from './find-years-on.ts';
import type { FactField } from './read-fact-field.ts';

/** "Three decades", "three and a half decades": loose numbers of years. */
export function findDecades(
  field: FactField,
  { value, firstWord, lastWord, isOrdinal }: Numeral,
): OrdinalMention | undefined {
  const noun = field.find('decades', lastWord + 1, lastWord + 1)[0];
  if (!noun || value > 6 || value < 2 || isOrdinal) return undefined;
  // "Tres décadas y media"; of "three and a half decades" the number has it.
  const half = field.find('and-a-half', noun.lastWord + 1, noun.lastWord + 1)[0];
  return {
    kind: 'decades',
    ordinal: value * 10 + (half ? 5 : 0),
    ruleId: noun.ruleId,
    firstWord,
    lastWord: Math.max(noun.lastWord, half?.lastWord ?? 0),
    isAtLeast: isMoreThan(field, firstWord),
    needsHead: false,
  };
}

/** "A third of a century after", a loose number as decades are. */
export function findCenturyShares(field: FactField): OrdinalMention[] {
  return field
    .find('century-share', 0, field.text.words.length)
    .filter(({ firstWord, lastWord }) => isCounted(field, firstWord, lastWord) && !isTerm(field, firstWord, lastWord))
    .map(({ value, ruleId, firstWord, lastWord }) => ({
      ...{ kind: 'decades' as const, ordinal: Number(value), ruleId, firstWord, lastWord },
      isAtLeast: isMoreThan(field, firstWord),
      needsHead: false,
    }));
}

/** "A quarter of a century after", but "for a quarter of a century she carried flowers" is how long she did. */
function isCounted(field: FactField, firstWord: number, lastWord: number): boolean {
  return (
    field.has('elapsed-after', lastWord + 1, lastWord + 1) || field.has('elapsed-since', firstWord - 3, firstWord - 1)
  );
}
