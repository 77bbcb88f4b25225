import { oneLine, plainText } from './plain-text.ts';
import { MAX_CONTENT_CHARS, MAX_TITLE_CHARS, type RawField } from './raw-feed.ts';

/** The first of the names that has any text, as one line without markup. */
export function pickTitle(fields: readonly RawField[], names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const field of fields) {
      if (field.name !== name) continue;
      const title = lineOf(field, MAX_TITLE_CHARS);
      if (title !== '') return title;
    }
  }
  return undefined;
}

/** The first of the names that has any text, as HTML or text, at most 1 MB. */
export function pickBody(fields: readonly RawField[], names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const field of fields) {
      if (field.name !== name) continue;
      const body = (field.markup ?? decodeBase64(field) ?? field.text).trim();
      if (body !== '') return body.slice(0, MAX_CONTENT_CHARS);
    }
  }
  return undefined;
}

/** What is left of markup that was escaped once too often, as many systems do. */
const LEFT_OVER =
  /&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[\da-f]{2,6});|<\/?(?:p|b|i|u|em|strong|span|a|br|img|font|sup|sub|div)\b[^<>]*>/i;

/** Atom 1.0 says with `type` whether a text is HTML; RSS never does, and everybody reads it as HTML. */
export function lineOf(field: RawField, limitChars: number): string {
  const type = field.attributes.type?.toLowerCase() ?? '';
  const text = field.markup ?? decodeBase64(field) ?? field.text;
  const isText = field.markup === undefined && (type === 'text' || type === 'text/plain');
  const line = isText ? oneLine(text, limitChars) : plainText(text, limitChars);
  return LEFT_OVER.test(line) && field.markup === undefined ? plainText(line, limitChars) : line;
}

/** Atom 0.3 §3.1.3, and Atom 1.0 content of types that are not text. */
function decodeBase64(field: RawField): string | undefined {
  const type = field.attributes.type ?? '';
  const isBase64 =
    field.attributes.mode?.toLowerCase() === 'base64' ||
    (field.name === 'content' && /^[\w.-]+\/[\w.+-]+$/.test(type) && !/^text\/|[+/](?:x?html|xml)$/i.test(type));
  if (!isBase64 || !/^[A-Za-z0-9+/=\s]+$/.test(field.text)) return undefined;
  return Buffer.from(field.text, 'base64').toString('utf8');
}
