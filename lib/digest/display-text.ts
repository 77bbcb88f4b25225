/**
 * What must never be shown: controls, bidi marks, embeddings, overrides and isolates, zero-width spaces and joiners
 * of words, soft hyphens, byte order marks, interlinear and tag characters, noncharacters, lone surrogates. ZWNJ
 * (U+200C) and ZWJ (U+200D) are letters' business in Persian, Arabic and the Indic scripts and stay.
 */
const UNSEEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;
/** More marks on one letter than any script writes: they climb over the lines around. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** The text as it may be shown, line ends and spaces untouched. */
export function withoutUnseen(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').replace(PILED_MARKS, '$1');
}

/**
 * Outsiders' text as one line for display.
 *
 * @param maxChars UTF-16 code units; longer text is cut at a word where one ends near the limit, with "…"
 */
export function displayText(text: string, maxChars: number): string {
  const line = withoutUnseen(text.slice(0, maxChars * 20))
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  const isWhole = line[cut.length] === ' ' || lastSpace <= maxChars * 0.7;
  const whole = isWhole ? cut : cut.slice(0, lastSpace);
  return `${whole.replace(/[\s,;:،؛.–—-]+$/u, '')}…`;
}
