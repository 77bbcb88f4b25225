import { detect } from 'tinyld/light';

/** ISO 639-1 codes that the script decides among; the Latin ones go to the detector. */
const LATIN = ['en', 'fr', 'de', 'sv', 'es', 'it', 'nl', 'no', 'da', 'fi', 'tr', 'pl'];
const SAMPLE_CHARS = 4000;

/**
 * The language of a text, two letters, or "und".
 *
 * What the page declares is believed unless the script contradicts it: sites in Persian often declare English.
 *
 * @param declared BCP 47; only its first part is looked at
 */
export function detectLanguage(text: string, declared?: string | undefined): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const script = dominantScript(sample);
  const primary = normalise(declared);
  if (script === 'none') return primary ?? 'und';
  if (script === 'arabic') {
    if (primary && !LATIN.includes(primary) && primary !== 'ru') return primary;
    return persianOrArabic(sample);
  }
  if (script === 'cyrillic') return primary && !LATIN.includes(primary) && !isArabicScript(primary) ? primary : 'ru';
  if (script === 'other') return primary ?? 'und';
  if (primary && primary !== 'ru' && !isArabicScript(primary)) return primary;
  const detected = normalise(detect(sample, { only: LATIN })) ?? 'und';
  return detected === 'no' || detected === 'da' ? danishOrNorwegian(sample) : detected;
}

function normalise(language: string | undefined): string | undefined {
  const primary = language?.trim().toLowerCase().split(/[-_]/)[0];
  if (!primary || !/^[a-z]{2,3}$/.test(primary) || primary === 'und') return undefined;
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}

function isArabicScript(language: string): boolean {
  return ['fa', 'ar', 'ur', 'ps', 'ckb'].includes(language);
}

function dominantScript(text: string): 'latin' | 'arabic' | 'cyrillic' | 'other' | 'none' {
  const counts = {
    latin: text.match(/\p{Script=Latin}/gu)?.length ?? 0,
    arabic: text.match(/\p{Script=Arabic}/gu)?.length ?? 0,
    cyrillic: text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0,
    other: text.match(/[^\P{L}\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}]/gu)?.length ?? 0,
  };
  const most = Math.max(...Object.values(counts));
  if (most === 0) return 'none';
  if (counts.arabic === most) return 'arabic';
  if (counts.cyrillic === most) return 'cyrillic';
  return counts.latin === most ? 'latin' : 'other';
}

/** Letters of one alphabet only, and the small words that every text has. */
function persianOrArabic(text: string): 'fa' | 'ar' {
  const persian = text.match(/[پچژگی]|(?<!\p{L})(?:در|که|است|این|را|به|از)(?!\p{L})/gu)?.length ?? 0;
  const arabic = text.match(/[ةيىأإ]|(?<!\p{L})(?:في|من|على|أن|إلى|التي)(?!\p{L})/gu)?.length ?? 0;
  return persian >= arabic ? 'fa' : 'ar';
}

/** The two share most of their words; the detector guesses. */
function danishOrNorwegian(text: string): 'da' | 'no' {
  const danish = text.match(
    /(?<!\p{L})(?:af|blev|efter|mellem|nogle|ud|hvad|fængsel\p{L}*|\p{L}+(?:tion|else)erne)(?!\p{L})/giu,
  );
  const norwegian = text.match(
    /(?<!\p{L})(?:av|ble|etter|mellom|noen|ut|hva|fengsel\p{L}*|\p{L}+(?:sjon|else)ene)(?!\p{L})/giu,
  );
  return (danish?.length ?? 0) > (norwegian?.length ?? 0) ? 'da' : 'no';
}
