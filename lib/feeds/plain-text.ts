import { decodeHTML } from 'entities';

const TAG = /<\/?([A-Za-z][\w:-]*)[^<>]*>/y;

/**
 * Text of a short piece of HTML on one line: tags dropped, entities decoded. A `<` that opens no tag stays.
 *
 * @param limitChars of the result; the input is cut well above it before any work
 */
export function plainText(html: string, limitChars: number): string {
  const start = html.length > limitChars * 20 ? html.slice(0, limitChars * 20) : html;
  return oneLine(decodeHTML(stripTags(start)), limitChars);
}

/** White space as single blanks; characters that only steer the display are dropped, ZWNJ and ZWJ kept. */
export function oneLine(text: string, limitChars: number): string {
  const start = text.length > limitChars * 20 ? text.slice(0, limitChars * 20) : text;
  return start
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limitChars)
    .toWellFormed();
}

/** One walk from `<` to `<`: every search that found nothing is not made again. */
function stripTags(html: string): string {
  const parts: string[] = [];
  const missing = new Set<string>();
  let from = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    parts.push(html.slice(from, open));
    const end = endOfTag(html, open, missing);
    if (end === open) parts.push('<');
    from = Math.max(end, open + 1);
  }
  parts.push(html.slice(from));
  return parts.join('');
}

/** @returns the place after the tag, comment or script; the place itself when no tag begins there */
function endOfTag(html: string, open: number, missing: Set<string>): number {
  const after = (mark: string, from: number): number => {
    const at = missing.has(mark) ? -1 : html.indexOf(mark, from);
    if (at < 0) missing.add(mark);
    return at < 0 ? -1 : at + mark.length;
  };
  if (html.startsWith('<!--', open)) return Math.max(after('-->', open + 4), open);
  TAG.lastIndex = open;
  const tag = TAG.exec(html);
  if (!tag) return open;
  const [whole, name = ''] = tag;
  const end = open + whole.length;
  return /^(?:script|style)$/i.test(name) ? Math.max(after(`</${name}>`, end), end) : end;
}
