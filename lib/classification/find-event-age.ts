import { AGE_JOINTS } from './age-words.ts';
import type { Cue } from './cue-finder.ts';
import type { Numeral } from './find-numerals.ts';
import type { OrdinalMention } from './find-ordinals.ts';
import { yearsBehind } from './find-years-on.ts';
import { foldText } from './fold-text.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Words for "is now" between the deed and its years, and for "old" behind them. */
const MOST_BETWEEN = 4;
const MOST_BEHIND = 2;
/** Otuz üç yaşında: the word for "aged" has the years in it. */
const TURKISH_AGED = /^yas(?:inda|indaki|ina)$/;
/** In these a number right behind the deed is no age of it unless its own word says so: katliamı 36 yıl önce. */
const SAYS_AGE: Readonly<Record<string, RegExp>> = { tr: TURKISH_AGED, ar: /^عمر(?:ها|ه)?$/ };

const joints = new Map(
  Object.entries(AGE_JOINTS).map(([language, words]) => [language, new Set(foldText(words).folded.split(' '))]),
);

/** "The crime is thirty-three years old", "a 33-year-old massacre", un massacre vieux de 35 ans, جنایت سی و سه ساله. */
export function findEventAge(field: FactField, numeral: Numeral, language: string): OrdinalMention | undefined {
  const { value, firstWord, lastWord, isOrdinal } = numeral;
  const compound = field.find('years-compound', firstWord, firstWord)[0];
  const years = compound ?? yearsBehind(field, lastWord + 1);
  const isAged = TURKISH_AGED.test(wordAt(field, lastWord + 1));
  if ((!years && !isAged) || (isOrdinal && !compound)) return undefined;
  const end = years?.lastWord ?? lastWord + 1;
  const ruleId = `${years?.ruleId ?? 'tr/years'}-old`;
  const found = { kind: 'years-on' as const, ordinal: value, ruleId, isAtLeast: false, needsHead: false };
  const deed = deedBefore(field, firstWord, language);
  if (deed !== undefined && saysAge(field, deed, end, language)) return { ...found, firstWord: deed, lastWord: end };
  const behind = deedBehind(field, end, compound !== undefined || years?.kind === 'years-attribute', language);
  return behind && { ...found, firstWord, lastWord: behind.lastWord };
}

function saysAge(field: FactField, deed: number, end: number, language: string): boolean {
  const needed = SAYS_AGE[language];
  if (!needed) return true;
  for (let word = deed - 1; word <= end; word += 1) if (needed.test(wordAt(field, word))) return true;
  return false;
}

/** The first word of the deed that nothing but words for its age part from the number. */
function deedBefore(field: FactField, firstWord: number, language: string): number | undefined {
  for (let word = firstWord - 1; word >= firstWord - MOST_BETWEEN - 1; word -= 1) {
    // "The massacre, now 33 years old".
    const isOneClause = (word < firstWord - 1 ? /^,?\s*$/u : /^[\s'’]*$/u).test(gapAfter(field, word));
    if (!isOneClause) return undefined;
    const deed = field.find('deed', word - 1, word).find(({ lastWord }) => lastWord === word);
    if (deed) return deed.firstWord;
    if (!joints.get(language)?.has(wordAt(field, word))) return undefined;
  }
  return undefined;
}

/** "A 33-year-old massacre", den 33 år gamle massakren, тридцатилетнее преступление. */
function deedBehind(field: FactField, end: number, isAttribute: boolean, language: string): Cue | undefined {
  for (let word = end + 1; word <= end + 1 + MOST_BEHIND; word += 1) {
    if (!/^[\s'’-]*$/u.test(gapAfter(field, word - 1))) return undefined;
    if (word > end + 1 || isAttribute) {
      const deed = field.find('deed', word, word)[0];
      if (deed) return deed;
    }
    if (!joints.get(language)?.has(wordAt(field, word))) return undefined;
  }
  return undefined;
}
