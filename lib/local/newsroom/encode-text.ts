import iconv from 'iconv-lite';

/** Bytes of markup; a character that the charset lacks becomes a numeric reference, as content systems do it. */
export function encodeText(markup: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(markup, 'utf8');
  const encodable = markup.replace(/[^\p{ASCII}]/gu, (character) =>
    iconv.decode(iconv.encode(character, charset), charset) === character
      ? character
      : `&#${character.codePointAt(0)};`,
  );
  return iconv.encode(encodable, charset);
}
