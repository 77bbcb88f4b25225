import { decodeHTML } from 'entities';

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

function stripTags(html: string): string {
  if (!html.includes('<')) return html;
  const withoutScripts = html.replace(/<(script|style)\b[^<>]*>[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s*>/gi, '');
  return withoutScripts.replace(/<!--(?:[^-]|-(?!->))*-->|<\/?[A-Za-z][^<>]*>/g, '');
}
