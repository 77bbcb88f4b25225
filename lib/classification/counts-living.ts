import type { Cue } from './cue-finder.ts';
import type { FigureFact } from './facts.ts';
import type { Amount } from './find-amounts.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Words after a number that say who it counts, and before it where the verb comes first. */
const REACH = { after: 9, before: 4, beforeTheDead: 3 };
const BEFORE_REACH = 5;
/** Words between "against" and a killing: an article, an adjective. */
const AGAINST_REACH = 3;
const GENITIVE = /^(?:of|de|des|du|d|der|von|vom|av|af|van|del|di|dei|delle|degli)$/u;
const MOSTLY =
  /^(?:most|mostly|mainly|many|dont|surtout|meist|darunter|flesta|fleste|mayoria|muchos|molti|veelal|merendeels|cogu|большинство|بیشتر|اغلب|معظمهم)$/;
/** The dead are called so: what else the clause says of them is about others. */
const DEAD: ReadonlySet<string | number> = new Set<FigureFact['unit']>(['executed', 'deaths', 'victims', 'graves']);

/**
 * "Thirty-one members of the Assembly", "thousands of supporters marched", "forty people who came out alive": those
 * counted are alive, for the clause says so before it says anything of killing.
 */
export function countsLiving(
  field: FactField,
  { firstWord, lastWord }: Pick<Amount, 'firstWord' | 'lastWord'>,
  unit: FigureFact['unit'],
  [first, last]: [number, number],
): boolean {
  // "Dozens of relatives of the victims".
  const counted = field.find('unit', lastWord + 1, lastWord + 1)[0]?.value;
  const reach = DEAD.has(unit) && counted !== 'people' ? REACH.beforeTheDead : REACH.after;
  const end = clauseEnd(field, lastWord, Math.min(last, lastWord + reach));
  const living = field.find('living', lastWord + 1, end)[0] ?? field.find('former', lastWord + 1, end)[0];
  if (unit === 'names' && field.has('petition', first, last)) return true;
  const before: [number, number] = [Math.max(first, firstWord - REACH.before), firstWord - 1];
  if (field.has('gathered-before', ...before)) return true;
  if (living && isOfTheLiving(field, firstWord)) return false;
  if (isAgainst(field, lastWord, clauseEnd(field, lastWord, last))) return true;
  if (!living) {
    // "I lördags gick omkring tvåhundra människor", but "gick femtusen i döden".
    const isOfPrisoners = unit === 'prisoners' || DEAD.has(unit);
    return (
      !isOfPrisoners &&
      field.has('went-before', ...before) &&
      !field.has('killing', lastWord + 1, clauseEnd(field, lastWord, last))
    );
  }
  const isKilled = (word: number) =>
    [
      ...field.find('killing', lastWord + 1, word),
      ...field.find('unit', lastWord + 1, word).filter(({ value }) => DEAD.has(value) && value !== 'victims'),
    ].some((cue) => !isObject(field, cue));
  return !isKilled(living.firstWord - 1);
}

/** "85,000 in Paris against the executions": the killings are what they are against. */
function isAgainst(field: FactField, lastWord: number, end: number): boolean {
  const [first] = field.find('killing', lastWord + 1, Math.min(end, lastWord + REACH.after));
  if (!first) return false;
  return field
    .find('against', first.firstWord - AGAINST_REACH, first.lastWord + 1)
    .some(({ ruleId, firstWord }) =>
      ruleId.startsWith('tr/') ? firstWord > first.lastWord : firstWord > lastWord && firstWord < first.firstWord,
    );
}

/** "The families of the 30,000 demand a court": it is they who demand. */
function isOfTheLiving(field: FactField, firstWord: number): boolean {
  if (!field.has('living', firstWord - BEFORE_REACH, firstWord - 1)) return false;
  const before = [wordAt(field, firstWord - 2), wordAt(field, firstWord - 1)];
  return before.some((word) => GENITIVE.test(word)) || /^(?:fa|ar)\//.test(ruleBefore(field, firstWord));
}

/** Persian and Arabic put the owned thing right before. */
function ruleBefore(field: FactField, firstWord: number): string {
  return field.find('living', firstWord - 2, firstWord - 1).at(-1)?.ruleId ?? '';
}

/** Turkish and Persian put the object before its verb: iki yüz kişi asılanları andı, «یاد اعدام‌شدگان را گرامی داشتند». */
function isObject(field: FactField, { ruleId, lastWord }: Cue): boolean {
  if (ruleId.startsWith('tr/')) return /l[ae]r(?:[ie]n?|[ie]n[ie]|a)$/.test(wordAt(field, lastWord));
  if (!ruleId.startsWith('fa/')) return false;
  return [1, 2].some((ahead) => wordAt(field, lastWord + ahead) === 'را');
}

function clauseEnd(field: FactField, from: number, to: number): number {
  let isAside = false;
  for (let word = from; word < to; word += 1) {
    const gap = gapAfter(field, word);
    if (!/[,;:،؛.!?؟–—]/u.test(gap)) continue;
    // "Forty people, most of them residents, stood": what they are goes on to the next comma.
    const isComma = /^[,،]\s$/u.test(gap);
    const opens = isComma && [1, 2].some((ahead) => MOSTLY.test(wordAt(field, word + ahead)));
    if (!isComma || !(opens || isAside)) return word;
    isAside = !isAside;
  }
  return to;
}
