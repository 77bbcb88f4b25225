/** Letters that a language has and Russian has not. */
const letters = {
  uk: /[іїєґ]/g,
  be: /[ўі]/g,
  sr: /[ђћљњџј]/g,
  mk: /[ѓќѕљњџј]/g,
  kk: /[әғқңөұүһі]/g,
  ky: /[ңөү]/g,
  mn: /[өү]/g,
  tg: /[ӣӯҷҳқғ]/g,
  tt: /[әҗңөүһ]/g,
};
/** Rare in Russian, and its commonest own letters are unknown to Bulgarian. */
const HARD_SIGN = /ъ/g;
const RUSSIAN = /[ыэё]/;
const LEAST_HARD_SIGNS = 0.005;

/** The language of a text in Cyrillic letters, by those that Russian lacks; of two that have as many the first. */
export function cyrillicLanguage(text: string): string {
  const lower = text.toLowerCase();
  const count = (pattern: RegExp) => lower.match(pattern)?.length ?? 0;
  const [best] = Object.entries(letters)
    .map(([language, own]) => ({ language, own: count(own) }))
    .sort((one, other) => other.own - one.own);
  if (best && best.own > 0) return best.language;
  return !RUSSIAN.test(lower) && count(HARD_SIGN) >= LEAST_HARD_SIGNS * lower.length ? 'bg' : 'ru';
}
