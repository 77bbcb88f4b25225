/** Decoded characters of a page; the fetcher stops at 6 MB on the wire before. */
export const MAX_PAGE_CHARS = 6_000_000;
/** Open elements at one point. Nested `<div>`s cost a DOM quadratic time beyond a few thousand. */
export const MAX_DEPTH = 256;
/** Elements left after cleaning. */
export const MAX_ELEMENTS = 12_000;
/** Links; what more there are is plain text. Readability takes quadratic time for links side by side: 12,000 cost 3 s. */
export const MAX_LINKS = 3_000;
/** Characters of one attribute's value; a longer one is left out. */
export const MAX_ATTRIBUTE_CHARS = 2_048;
/** Characters of all JSON-LD blocks of a page together. */
export const MAX_JSON_LD_CHARS = 200_000;

/** The page is over one of the limits above: expected, and turned into a reading by `extractArticle`. */
export class PageLimitError extends Error {
  override readonly name = 'PageLimitError';
  readonly reason: 'too-deep' | 'too-large';
  constructor(reason: 'too-deep' | 'too-large', message: string) {
    super(message);
    this.reason = reason;
  }
}
