/** Nouns that stand for about so many, by language and number; most want an article before them: une centaine. */
export const ROUND_WORDS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  fr: { 20: 'vingtaine', 30: 'trentaine', 50: 'cinquantaine', 60: 'soixantaine', 100: 'centaine', 1000: 'millier' },
  es: { 20: 'veintena', 30: 'treintena', 50: 'cincuentena', 100: 'centenar', 1000: 'millar' },
  it: {
    20: 'ventina',
    30: 'trentina',
    40: 'quarantina',
    50: 'cinquantina',
    60: 'sessantina',
    100: 'centinaio',
    1000: 'migliaio',
  },
  nl: {
    20: 'twintigtal',
    30: 'dertigtal',
    40: 'veertigtal',
    50: 'vijftigtal',
    100: 'honderdtal',
    1000: 'duizendtal',
  },
  sv: { 20: 'tjugotal', 30: 'trettiotal', 40: 'fyrtiotal', 50: 'femtiotal', 100: 'hundratal', 1000: 'tusental' },
  no: {
    20: 'tjuetall|tjuetalls',
    30: 'trettitall|trettitalls',
    50: 'femtitall|femtitalls',
    100: 'hundretall|hundretalls',
    1000: 'tusentall|tusentalls',
  },
  da: { 20: 'snes', 50: 'halvt hundrede', 100: 'hundredtal', 1000: 'tusindtal' },
  ru: { 50: 'полсотни', 100: 'сотня|сотню', 500: 'полтысячи' },
};
