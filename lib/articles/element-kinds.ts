const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Left out with all they hold. */
export const leftOut = words(
  'script style svg iframe template object embed applet video audio picture canvas map noscript noframes frameset ' +
    'select datalist textarea button input progress meter nav menu dialog figcaption img image source track area ' +
    'frame link meta base param title rp rt option optgroup keygen portal',
);

/** Only their text counts: to Readability it is the same with and without them, and every node costs time. */
const unwrapped = words(
  'span b i em strong u font small big mark sub sup abbr acronym cite q code kbd time bdi bdo ins s strike del ' +
    'data tt var samp nobr wbr label blink dfn ruby rb html body head output slot',
);

/** Written under their own names; any other element that is not unwrapped becomes a `div`. */
const written = words(
  'div section article main header footer aside p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tbody ' +
    'thead tfoot tr td th figure a br hr address details summary',
);

/** Never suspected of being boilerplate by their class. */
export const structural = words('html body main head h1 table tbody tr');

/** A text that begins in one of these ends where the element ends. */
export const blocks = words(
  'div section article main header footer aside p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tbody ' +
    'thead tfoot tr td th figure address details summary body html center form fieldset caption hr',
);

/** Under which name an element is written, empty when only its text counts. */
export function tagFor(name: string, isInParagraph: boolean): string {
  if (name === 'br') return 'br';
  if (unwrapped.has(name)) return '';
  if (written.has(name)) return name;
  return isInParagraph || name === 'hr' || name === 'wbr' ? '' : 'div';
}
