const ARABIC_SCRIPT = /[\u0600-\u06FF]/;
/** Article, conjunction and prepositions that Arabic writes together with the word; what is left has three letters at least. */
const ARABIC_PREFIX = /^(?:و|ف)?(?:بال|کال|لل|ال|ب(?=.{4})|ل(?=.{4}))?(?=.{3})/;
/** "Chairs", "lettres", "sillas": what is left has four letters at least; "witness" and "status" are no plurals. */
const PLURAL = /(?<=^\p{L}{3,}[^\P{L}siu])s$/u;
const STEM_LETTERS = 6;
const ARABIC_STEM_LETTERS = 5;

/**
 * The part of a folded word that its inflected forms share, roughly: prefixes off in Arabic script, then the first letters.
 * It need not be a word; two tellings of one event must only come to the same.
 */
export function stemWord(word: string): string {
  if (!ARABIC_SCRIPT.test(word)) return word.replace(PLURAL, '').slice(0, STEM_LETTERS);
  return word.replace(ARABIC_PREFIX, '').slice(0, ARABIC_STEM_LETTERS);
}
