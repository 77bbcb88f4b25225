import type { Amount } from './find-amounts.ts';
import { type FactField, spanOf } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Whom a sentence credits with a number: a known name, or a group in the text's words. */
export interface Credit {
  id?: string;
  words?: string;
}

/** @returns undefined when the sentence credits nobody by a word such as "according to" or "estimates" */
export function findCredit(
  field: FactField,
  amount: Amount,
  [first, last]: [number, number],
  language: string,
): Credit | undefined {
  const sourcesIn = ([from, to]: [number, number]) =>
    ['organisation', 'person', 'person-short', 'credit-group'].flatMap((kind) =>
      field.find(kind, from, to).map((cue) => ({ ...cue, kind })),
    );
  const wide = clauseOf(field, amount, [first, last], /[;؛]/u);
  const narrow = clauseOf(field, amount, wide, /[;؛]|[,،](?=\s)/u);
  const ownSources = sourcesIn(narrow);
  // Who is named behind the number, without a word that credits, ordered the killings or did them.
  const isBefore = ({ lastWord }: { lastWord: number }) => lastWord < amount.firstWord;
  const isOwn = ownSources.length > 0 && (ownSources.some(isBefore) || field.find('credit', ...narrow).length > 0);
  const [from] = isOwn ? narrow : wide;
  const sources = isOwn ? ownSources : sourcesIn(wide);
  const credits = field.find('credit', first, last);
  if (sources.length === 0 || credits.length === 0) return undefined;
  const near = credits.flatMap((credit) => {
    const isPreposition = PREPOSITION.test(wordAt(field, credit.firstWord));
    return sources.flatMap((source) => {
      const ahead = source.firstWord - credit.lastWord;
      const behind = credit.firstWord - source.lastWord;
      const gap =
        ahead > 0
          ? ahead + (isPreposition || language === 'ar' ? 0 : INVERSION)
          : behind + (isPreposition ? INVERSION : 0);
      const isFar = Math.abs(source.firstWord - amount.numberWord) > SOURCE_REACH;
      return gap > CREDIT_REACH || isFar || source.value === 'death-commission' ? [] : [{ source, gap }];
    });
  });
  // Human Rights Watch, between 2,800 and 30,000: the verb of the clause before goes on.
  const carried = from > first ? sources.filter(isBefore).map((source) => ({ source, gap: 0 })) : [];
  const source = [...near, ...carried].toSorted((a, b) => a.gap - b.gap)[0]?.source;
  if (!source) return undefined;
  return source.kind === 'credit-group'
    ? { words: spanOf(field, source.firstWord, source.lastWord).words }
    : { id: String(source.value) };
}

/** Words between a name and the word that credits it. */
const CREDIT_REACH = 6;
/** "said X" is rarer than "X said", and after "according to" the name follows. */
const INVERSION = 4;
const SOURCE_REACH = 30;
const PREPOSITION =
  /^(?:according|selon|d|laut|nach|enligt|ifolge|segun|de|secondo|volgens|по|согласно|به|بنا|طبق|بر|براساس|مطابق|وفق\p{L}*|بحسب|حسب|według|wedlug)$/u;

/** The part of the words from first to last, between the marks given, that holds the number. */
function clauseOf(
  field: FactField,
  { firstWord, lastWord }: Amount,
  [first, last]: [number, number],
  marks: RegExp,
): [number, number] {
  let from = firstWord;
  let to = lastWord;
  while (from > first && !marks.test(gapAfter(field, from - 1))) from -= 1;
  while (to < last && !marks.test(gapAfter(field, to))) to += 1;
  return [from, to];
}
