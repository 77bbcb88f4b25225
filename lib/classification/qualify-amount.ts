import type { Cue } from './cue-finder.ts';
import type { Amount } from './find-amounts.ts';
import { type FactField, spanOf } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Sorts of words before a number; "from" and "between" belong to a range only. */
export const QUALIFIERS = ['over', 'at-least', 'about', 'up-to', 'between'] as const;

/** Sorts of words behind it: "30,000 or more", «سی هزار و اندی», and those that also stand before one: "5 000 au moins". */
const BEHIND = [
  ['over-behind', 'over'],
  ['about-behind', 'about'],
  ['at-least-behind', 'at-least'],
  ['at-least', 'at-least'],
] as const;

/** Folded endings of a number to which "kadar" is a limit: 30 bine kadar, 30.000'e kadar. */
const TURKISH_DATIVE = /[ae]$/;

/** The amount with what is said of it: "over", "au moins", "or more". */
export function qualifyAmount(field: FactField, amount: Amount): Amount {
  const cues = QUALIFIERS.flatMap((kind) =>
    field.find(kind, amount.firstWord - 5, amount.firstWord - 1).map((cue) => ({ ...cue, kind })),
  );
  const before = cues
    .filter(({ lastWord }) => lastWord === amount.firstWord - 1 || isArticleBetween(field, lastWord, amount.firstWord))
    .toSorted((a, b) => a.firstWord - b.firstWord)[0];
  if (!before || (before.kind === 'between' && amount.to === undefined)) return withQualifierBehind(field, amount);
  if (field.sentenceOf[before.firstWord] !== field.sentenceOf[amount.firstWord]) return amount;
  return {
    ...amount,
    firstWord: before.firstWord,
    qualifier: spanOf(field, before.firstWord, before.lastWord).words,
    qualifierKind: before.kind,
  };
}

/** "estimados en unos 30.000", "bis zu den 30.000". */
export function isArticleBetween(field: FactField, lastWord: number, firstWord: number): boolean {
  return (
    lastWord === firstWord - 2 &&
    /^(?:the|les|los|las|le|i|die|den|de|a|an|о|об|в)$/u.test(wordAt(field, firstWord - 1))
  );
}

/** "5 000 au moins", "5 000 morts au moins", "30.000'den fazla". */
function withQualifierBehind(field: FactField, amount: Amount): Amount {
  const { lastWord } = amount;
  // "30,000+".
  if (gapAfter(field, lastWord).startsWith('+'))
    return { ...amount, qualifier: '+', qualifierKind: 'over', endingChars: 1 };
  if (!/^\s?['’]?$/u.test(gapAfter(field, lastWord))) return amount;
  const beside = behindAt(field, lastWord);
  if (beside) return { ...amount, ...qualifierOf(field, beside), lastWord: beside.lastWord };
  const unit = field.find('unit', lastWord + 1, lastWord + 1)[0];
  if (!unit || unit.value === 'other' || !/^\s$/u.test(gapAfter(field, unit.lastWord))) return amount;
  const behind = behindAt(field, unit.lastWord);
  if (!behind || isOfNext(field, behind)) return amount;
  return { ...amount, ...qualifierOf(field, behind), reachWord: behind.lastWord };
}

type Behind = Cue & { sort: Amount['qualifierKind'] };

function behindAt(field: FactField, lastWord: number): Behind | undefined {
  const next = lastWord + 1;
  const cues = BEHIND.flatMap(([kind, sort]) => field.find(kind, next, next).map((cue) => ({ ...cue, sort })));
  // Turkish puts all of them behind.
  const turkish = (['over', 'about', 'up-to'] as const).flatMap((sort) =>
    field.find(sort, next, next).flatMap((cue) => (cue.ruleId === `tr/${sort}` ? [{ ...cue, sort }] : [])),
  );
  const cue = [...turkish, ...cues].toSorted((a, b) => b.lastWord - a.lastWord)[0];
  if (cue?.sort !== 'up-to' || wordAt(field, next) !== 'kadar') return cue;
  return { ...cue, sort: TURKISH_DATIVE.test(wordAt(field, lastWord)) ? 'up-to' : 'about' };
}

const qualifierOf = (field: FactField, { firstWord, lastWord, sort }: Behind) => ({
  qualifier: spanOf(field, firstWord, lastWord).words,
  ...(sort !== undefined && { qualifierKind: sort }),
});

/** "5,000 dead, at least 200 of them": it stands before a number of its own. */
function isOfNext(field: FactField, { lastWord }: Behind): boolean {
  return field.numeralsIn(lastWord + 1, lastWord + 2).length > 0;
}
