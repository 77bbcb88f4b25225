import iconv from 'iconv-lite';

/** The standard asks for 1,024; pages with a long comment or script before the declaration are common. */
const DECLARATION_BYTES = 4_096;
/** A UTF-8 page with a few broken bytes (cut teasers, pasted text) is still UTF-8. */
const MAX_BROKEN_SHARE = 0.01;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const utf8 = new TextDecoder('utf-8');

/** Names as browsers take them (WHATWG Encoding Standard): latin-1 is windows-1252 on the web. */
const labels: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
  'x-mac-roman': 'macintosh',
};

/**
 * The text of a page: by byte order mark, as UTF-8 where the bytes are valid UTF-8 whatever is declared, then by the
 * HTTP header, then by the page's own `<meta>`, else windows-1252. Never throws; broken bytes read U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be');
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return decodeDeclared(bytes, contentType);
  }
}

function decodeDeclared(bytes: Uint8Array, contentType: string | undefined): string {
  const header = encodingNamed(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
  const start = iconv.decode(bytes.subarray(0, DECLARATION_BYTES), 'windows-1252');
  const meta = encodingNamed(
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ??
      /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1],
  );
  // A header that says latin-1 is a server's default more often than somebody's word.
  const declared = header && header !== 'windows-1252' ? header : (meta ?? header);
  if (declared && declared !== 'utf-8') return iconv.decode(bytes, declared);
  const text = utf8.decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  return broken <= Math.max(3, text.length * MAX_BROKEN_SHARE) ? text : iconv.decode(bytes, 'windows-1252');
}

function encodingNamed(label: string | undefined): string | undefined {
  if (!label) return undefined;
  const lower = label.toLowerCase();
  // A declaration that could be read byte by byte is not UTF-16.
  const name = /^(utf-?8|utf-?16.*|unicode)$/.test(lower) ? 'utf-8' : (labels[lower] ?? lower);
  return iconv.encodingExists(name) ? name : undefined;
}
