import { isUtf8 } from 'node:buffer';
import { decodeBytes } from '../feeds/decode-bytes.ts';

/** The standard asks for 1,024; pages with a long comment or script before the declaration are common. */
const DECLARATION_BYTES = 4_096;

/**
 * The text of a page: by byte order mark, as UTF-8 where the bytes are valid UTF-8 whatever is declared, then by the
 * HTTP header, then by the page's own `<meta>`, else by its letters. Never throws; broken bytes read U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType?: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, DECLARATION_BYTES);
  const meta = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
  const header = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  // A header that says latin-1 is a server's default more often than somebody's word.
  const charset = header && !(meta && /^(iso-8859-1|latin-?1|us-ascii)$/i.test(header)) ? header : meta;
  // Nine pages in ten. Zeros are UTF-16 without a mark, and the escaping encodings are valid UTF-8 as well.
  const isPlain = !/iso-2022|hz|utf-(7|16|32)/i.test(`${charset}`) && !buffer.includes(0) && isUtf8(buffer);
  if (isPlain) return buffer.toString('utf8').replace(/^[\ufeff\s]+/, '');
  return decodeBytes(bytes, charset && `text/html; charset=${charset}`).text;
}
