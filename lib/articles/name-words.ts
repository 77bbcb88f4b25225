/** Classes in which WordPress says what a post or a page is about. */
const marks = /\b(?:tag|category|postid|status|format|type|post)-[\w-]+/g;
const hasMarks = /(?:tag|category|postid|status|format|type|post)-/;
/** Only beside such a class is this one such a class; alone it is the author's box. */
const authorMarks = /\bauthor-[\w-]+/g;

/**
 * The words of a class or id in small letters: "relatedArticles js-share" has four. What WordPress writes about a post
 * into its class ("category-newsletter") says nothing about the element.
 */
export function nameWords(names: string): string[] {
  const text = hasMarks.test(names) ? names.replace(marks, ' ').replace(authorMarks, ' ') : names;
  const words: string[] = [];
  let start = -1;
  let isAfterSmall = false;
  let hasCapital = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isSmall = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    const isCapital = !isSmall && code >= 0x41 && code <= 0x5a;
    if (start >= 0 && ((isCapital && isAfterSmall) || !(isCapital || isSmall))) {
      const word = text.slice(start, index);
      words.push(hasCapital ? word.toLowerCase() : word);
      start = -1;
    }
    if (start < 0 && (isCapital || isSmall)) {
      start = index;
      hasCapital = false;
    }
    hasCapital ||= isCapital;
    isAfterSmall = isSmall;
  }
  return words;
}
