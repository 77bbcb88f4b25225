import { decodeBytes } from '../feeds/decode-bytes.ts';

/** The standard asks for 1,024; pages with a long comment or script before the declaration are common. */
const DECLARATION_BYTES = 4_096;

/**
 * The text of a page: by byte order mark, as UTF-8 where the bytes are valid UTF-8 whatever is declared, then by the
 * HTTP header, then by the page's own `<meta>`, else by its letters. Never throws; broken bytes read U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType?: string): string {
  const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const meta = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
  const header = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  // A header that says latin-1 is a server's default more often than somebody's word.
  const charset = header && !(meta && /^(iso-8859-1|latin-?1|us-ascii)$/i.test(header)) ? header : meta;
  return decodeBytes(bytes, charset && `text/html; charset=${charset}`).text;
}
