import type { OrdinalMention } from './find-ordinals.ts';
import type { FactField } from './read-fact-field.ts';
import { wordAt } from './word-at.ts';

/** Words between "celebrates" and the number. */
const CELEBRATION_REACH = 7;
/** "Its second anniversary", son soixantième anniversaire; in Persian it stands behind. */
const OWN: Readonly<Record<string, RegExp>> = {
  en: /^(?:its|their|his|our)$/,
  fr: /^(?:son|leur|notre)$/,
  de: /^(?:sein|seinen|seinem|ihr|ihren|ihrem|unser|unseren|unserem)$/,
  sv: /^(?:sitt|sin|vart)$/,
  no: /^(?:sitt|sin|vart)$/,
  da: /^(?:sit|sin|vores)$/,
  es: /^(?:su|nuestro)$/,
  it: /^(?:suo|loro|nostro)$/,
  nl: /^(?:zijn|haar|hun|ons)$/,
  tr: /^kendi$/,
  ru: /^(?:свои|свое|своего|своем|своеи)$/,
};
const OWN_BEHIND = /^(?:خود|خودش)$/;

/** "Its second anniversary", "celebrates ten years": a body's own. */
export function isOwnAnniversary(
  field: FactField,
  { firstWord, lastWord }: OrdinalMention,
  isNamed: boolean,
  language: string,
): boolean {
  const sentence = field.sentenceAt(firstWord);
  if (!sentence) return false;
  const first = Math.max(sentence.firstWord, firstWord - CELEBRATION_REACH);
  const last = Math.min(sentence.endWord - 1, lastWord + CELEBRATION_REACH);
  const isPossessed =
    [1, 2].some((back) => OWN[language]?.test(wordAt(field, firstWord - back)) === true) ||
    [1, 2].some((ahead) => OWN_BEHIND.test(wordAt(field, lastWord + ahead)));
  const isCelebrated = field.has('celebrates', first, last);
  if (isNamed && (isMarked(field, { lastWord }) || !isPossessed)) return isPossessed && isCelebrated;
  return isCelebrated || (isPossessed && !field.has('killing', sentence.firstWord, firstWord - 1));
}

/** "Of" follows, or is in the noun. */
export function isMarked(field: FactField, { lastWord }: Pick<OrdinalMention, 'lastWord'>): boolean {
  return field.has('genitive-marker', lastWord, lastWord + 1);
}
