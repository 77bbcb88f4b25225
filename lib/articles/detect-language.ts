import { detect, detectAll } from 'tinyld';
import { charsInRuns } from './chars-in-runs.ts';
import { isNeighbour } from './neighbour-languages.ts';
import { stopWordLanguage } from './stop-words.ts';

/** More text does not change the answer. */
const MAX_CHARS = 2_000;
/** Below this the page's own word is better than a guess. */
const MIN_CHARS = 60;
/** What the letter statistics must be sure of. */
const MIN_ACCURACY = 0.2;

type Script = 'latin' | 'arabic' | 'cyrillic' | 'greek' | 'hebrew' | 'han' | 'kana' | 'hangul' | 'devanagari';

const scripts: Readonly<Record<Script, RegExp>> = {
  latin: /\p{Script=Latin}+/gu,
  arabic: /\p{Script=Arabic}+/gu,
  cyrillic: /\p{Script=Cyrillic}+/gu,
  greek: /\p{Script=Greek}+/gu,
  hebrew: /\p{Script=Hebrew}+/gu,
  han: /\p{Script=Han}+/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  hangul: /\p{Script=Hangul}+/gu,
  devanagari: /\p{Script=Devanagari}+/gu,
};

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

/** Short words of one language and not of its neighbours in the same script. */
const persianWords = /(^|[^\p{L}])(است|این|که|را|از|به|در|با|آن|شد|شده|بود|برای|می|های|کرد|خود|یک)(?=[^\p{L}]|$)/gu;
const arabicWords = /(^|[^\p{L}])(في|من|على|إلى|عن|أن|التي|الذي|هذا|هذه|مع|كان|قد|لا|ما|بعد|كما|ذلك)(?=[^\p{L}]|$)/gu;

/**
 * The language of a text. What the page declares wins unless the text clearly contradicts it: another script, the
 * commonest words of another language, or letter statistics of a longer text that leave no room for the declared one.
 *
 * @param declared a BCP 47 tag, empty when the page says nothing
 * @returns a primary subtag, "und" when nothing tells
 */
export function detectLanguage(text: string, declared = ''): string {
  const claim = primarySubtag(declared);
  const sample = text.slice(0, MAX_CHARS);
  const letters = countLetters(sample);
  if (letters < MIN_CHARS / 2) return claim ?? 'und';
  const script = mainScript(sample);
  if (script === 'arabic') return arabicScriptLanguage(sample, claim);
  const possible = script ? languagesOf[script] : undefined;
  if (possible) {
    if (claim && possible.includes(claim)) return claim;
    if (possible.length === 1) return possible[0] as string;
    return detect(sample, { only: [...possible] }) || (possible[0] as string);
  }
  const usable = claim && isLatin(claim) ? claim : undefined;
  const counted = stopWordLanguage(sample);
  if (counted && (!usable || counted.shares.has(usable))) {
    const share = counted.shares.get(counted.language) ?? 0;
    const isDeclaredPossible = usable && (counted.shares.get(usable) ?? 0) > share / 2;
    return usable && (isDeclaredPossible || isNeighbour(usable, counted.language)) ? usable : counted.language;
  }
  if (usable && letters < ENOUGH_LETTERS) return usable;
  const found = detectAll(sample).filter(({ lang, accuracy }) => isLatin(lang) && accuracy > MIN_ACCURACY);
  const detected = found[0]?.lang;
  if (!usable || !detected) return usable ?? detected ?? 'und';
  return isNeighbour(usable, detected) || found.some(({ lang }) => lang === usable) ? usable : detected;
}

/** Azerbaijani, Kurdish and Uzbek are written in several scripts. */
function isLatin(language: string): boolean {
  return /^(az|ku|uz|sr|kk|mn)$/.test(language) || !Object.values(languagesOf).some((list) => list.includes(language));
}

/** Whether there are this many is all that is asked; the first characters mostly say so. */
const ENOUGH_LETTERS = 200;
const FIRST_CHARS = 600;

function countLetters(sample: string): number {
  const first = charsInRuns(sample.slice(0, FIRST_CHARS));
  return first >= ENOUGH_LETTERS ? first : charsInRuns(sample);
}

/** More text does not change its script. */
const SCRIPT_CHARS = 600;

function mainScript(sample: string): Script | undefined {
  const text = sample.slice(0, SCRIPT_CHARS);
  if (charsInRuns(text, scripts.latin) > text.length / 2) return 'latin';
  let best: Script | undefined;
  let most = 0;
  for (const [script, pattern] of Object.entries(scripts) as [Script, RegExp][]) {
    // Japanese is recognised by its kana even where most characters are Han.
    const count = charsInRuns(text, pattern) * (script === 'kana' ? 5 : 1);
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

function arabicScriptLanguage(text: string, claim: string | undefined): string {
  const persian = (text.match(/[پچژگکی]/g)?.length ?? 0) + 4 * (text.match(persianWords)?.length ?? 0);
  const arabic = (text.match(/[كيةىأإؤ]/g)?.length ?? 0) + 4 * (text.match(arabicWords)?.length ?? 0);
  if (claim && claim !== 'fa' && claim !== 'ar' && languagesOf.arabic?.includes(claim)) return claim;
  if (claim === 'fa') return arabic > 2 * persian ? 'ar' : 'fa';
  if (claim === 'ar') return persian > 2 * arabic ? 'fa' : 'ar';
  if (/[ٹڈڑےں]/.test(text)) return 'ur';
  return persian > arabic ? 'fa' : 'ar';
}

function primarySubtag(tag: string): string | undefined {
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag)?.[1]?.toLowerCase();
  if (primary === 'iw') return 'he';
  return primary === 'in' ? 'id' : primary === 'und' || primary === 'mul' ? undefined : primary;
}
