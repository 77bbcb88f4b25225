import { detect, detectAll } from 'tinyld/light';
import { arabicScriptLanguage } from './arabic-script-language.ts';
import { cyrillicLanguage } from './cyrillic-language.ts';
import { danishOrNorwegian } from './danish-or-norwegian.ts';
import { mainScript, type Script } from './main-script.ts';
import { isNeighbour } from './neighbour-languages.ts';
import { countedLanguages, countStopWords } from './stop-words.ts';

/** More text does not change the answer. */
const MAX_CHARS = 1_000;
/** Below this the page's own word is better than a guess. */
const MIN_LETTERS = 30;
/** From so many letters on their statistics tell languages apart. */
const ENOUGH_LETTERS = 200;
/** What the letter statistics must be sure of. */
const MIN_ACCURACY = 0.2;

const languagesOf: Partial<Record<Script, readonly string[]>> = {
  arabic: ['fa', 'ar', 'ur', 'ckb', 'ps', 'ug', 'sd', 'az', 'ku'],
  cyrillic: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt', 'uz'],
  greek: ['el'],
  hebrew: ['he', 'yi'],
  han: ['zh', 'ja', 'yue'],
  kana: ['ja'],
  hangul: ['ko'],
  devanagari: ['hi', 'mr', 'ne', 'sa'],
};

/**
 * The language of a text. What the page declares wins unless the text clearly contradicts it: another script, the
 * commonest words of another language, or letter statistics of a longer text that leave no room for the declared one.
 *
 * @param declared a BCP 47 tag, empty when the page says nothing
 * @returns a primary subtag, "no" for both forms of Norwegian, "und" when nothing tells
 */
export function detectLanguage(text: string, declared = ''): string {
  const claim = primarySubtag(declared);
  const sample = text.slice(0, MAX_CHARS);
  const { script, letters } = mainScript(sample);
  if (letters === 0) return claim ?? 'und';
  if (script === undefined) return detect(sample) || (claim ?? 'und');
  if (script === 'arabic') return arabicScriptLanguage(sample, claim && isArabicScript(claim) ? claim : undefined);
  const possible = languagesOf[script];
  if (possible) {
    if (claim && possible.includes(claim)) return claim;
    if (script === 'cyrillic') return cyrillicLanguage(sample);
    const isTold = possible.length > 1 && letters >= ENOUGH_LETTERS;
    return (isTold && detect(sample, { only: [...possible] })) || (possible[0] as string);
  }
  return latinLanguage(sample, letters, claim && isLatin(claim) ? claim : undefined);
}

/** Below this share of its words a longer text is in none of the languages whose words are counted. */
const MIN_SHARE = 0.12;
const MIN_WORDS = 3;

function latinLanguage(sample: string, letters: number, claim: string | undefined): string {
  if (claim && letters < MIN_LETTERS) return claim;
  const { best, count, countOf, words, isClear } = countStopWords(sample);
  const isTold = isClear && count >= MIN_WORDS && count >= MIN_SHARE * words;
  if (isTold && (!claim || countOf(claim) !== undefined)) {
    const isPossible = claim && ((countOf(claim) ?? 0) > count / 2 || isNeighbour(claim, best));
    return isPossible ? claim : withoutMistake(best, sample);
  }
  if (claim && letters < ENOUGH_LETTERS) return claim;
  // Of few letters the statistics make any language.
  if (letters < ENOUGH_LETTERS) {
    const guess = isClear ? best : detect(sample, { only: [...countedLanguages] });
    return withoutMistake(guess || 'und', sample);
  }
  const found = detectAll(sample).filter(({ lang, accuracy }) => isLatin(lang) && accuracy > MIN_ACCURACY);
  const detected = found[0]?.lang;
  if (!claim) return withoutMistake(detected ?? 'und', sample);
  const isPossible = !detected || isNeighbour(claim, detected) || found.some(({ lang }) => lang === claim);
  return isPossible ? claim : detected;
}

const withoutMistake = (language: string, sample: string) =>
  language === 'no' || language === 'da' ? danishOrNorwegian(sample) : language;

const isArabicScript = (language: string) => languagesOf.arabic?.includes(language) === true;

/** Azerbaijani, Kurdish and Uzbek are written in several scripts. */
function isLatin(language: string): boolean {
  return /^(az|ku|uz|sr|kk|mn)$/.test(language) || !Object.values(languagesOf).some((list) => list.includes(language));
}

function primarySubtag(tag: string): string | undefined {
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag)?.[1]?.toLowerCase();
  if (primary === 'iw') return 'he';
  if (primary === 'nb' || primary === 'nn') return 'no';
  return primary === 'in' ? 'id' : primary === 'und' || primary === 'mul' ? undefined : primary;
}
