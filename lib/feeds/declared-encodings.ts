/** Names that mean another encoding in practice (WHATWG Encoding, §4.2): what calls itself Latin-1 is windows-1252. */
const MEANT: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  iso8859_1: 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  iso_8859_1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'x-windows-1256': 'windows-1256',
  cp1256: 'windows-1256',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'euc-kr': 'cp949',
  ks_c_5601: 'cp949',
  'ks_c_5601-1987': 'cp949',
  'x-sjis': 'shift_jis',
  utf8: 'utf-8',
};

export interface DeclaredEncoding {
  /** In lower case. */
  name: string;
  by: 'the document' | 'the server';
}

/** Encodings that the document and then the header name; none, one or two. */
export function declaredEncodings(body: Buffer, contentType?: string): DeclaredEncoding[] {
  const head = body.subarray(0, 2_048).toString('latin1');
  const inDocument = /<\?xml[^>]{0,400}?\sencoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  const inHeader = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec((contentType ?? '').slice(0, 1_000))?.[1];
  const declared: [string | undefined, DeclaredEncoding['by']][] = [
    [inDocument, 'the document'],
    [inHeader, 'the server'],
  ];
  return declared.flatMap(([name, by]) => {
    const lower = name?.toLowerCase();
    return lower === undefined ? [] : [{ name: MEANT[lower] ?? lower, by }];
  });
}
