const AGENCIES =
  'ap|afp|reuters|getty(?: images)?|dpa|epa|imago|apa|efe|ansa|tt|ritzau|ntb|anp|belga|keystone|isna|irna|رويترز|أ ف ب|فرانس برس|ایسنا|ایرنا';

const credited: readonly RegExp[] = [
  /\((ap photo|photos?|foto|photo by|image|credit|courtesy|via)\b[^)]{0,80}\)\s*$/i,
  /\bap photo\/|\bgetty images\b|\bafp via\b|\breuters\/|\bfile photo\b|\bthis (undated|file|handout)( file| handout)? photo\b|^in this .{0,60}photo\b/i,
  /\b(image credit|photo(graph)? (by|credit|courtesy)|photos?|foto|fotos|bild|bildnachweis|bildrechte|bildquelle|immagine|imagen) ?:|\bphoto(graph)? (by|courtesy of) \p{Lu}|\bcrédits? photo|(photo|image|picture) ?: ?\p{L}|(^|\s)(عکس|تصویر|صورة) ?:|(^|[\s(])(شترستوك|شاترستوك)/iu,
  /(^|\s)©\s?\p{L}[^.]{0,60}$/u,
];
const agencyAtEnd = new RegExp(`\\((?:${AGENCIES})(?:[/, –-][^)]{0,60})?\\)\\s*$`, 'iu');
/** An agency behind a whole sentence signs the report: "… said the minister. (dpa)" */
const signedSentence = new RegExp(`[.!?…»”"]\\s*\\((?:${AGENCIES})(?:[/, –-][^)]{0,60})?\\)\\s*$`, 'iu');

/** Something of this is in every caption. */
const hint = /[(©/:]|photo|getty|شترستوك|شاترستوك/i;

/** Whether a line describes a picture or names who took it. */
export function isCaption(line: string): boolean {
  if (line.length >= 420 || !hint.test(line)) return false;
  if (credited.some((pattern) => pattern.test(line))) return true;
  return /\)\s*$/.test(line.slice(-4)) && agencyAtEnd.test(line) && !(line.length > 80 && signedSentence.test(line));
}
