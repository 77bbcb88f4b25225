import { isUtf8 } from 'node:buffer';
import { unzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { type DeclaredEncoding, declaredEncodings } from './declared-encodings.ts';
import { guessEncoding } from './guess-encoding.ts';

/** Feeds above this are cut here, as measured on public suites: the largest sound one has 4 MB. */
const MAX_DOCUMENT_BYTES = 15_000_000;

export interface DecodedDocument {
  /** Without byte order mark. */
  text: string;
  /** As in `ParsedFeed.repairs`. */
  repairs: string[];
  encoding: string;
  /** As in `FeedAccount`. */
  encodingFrom: string;
}

/**
 * Text of a document whose declarations may be wrong. A byte order mark decides; then valid UTF-8 beats every
 * declaration, the document's own declaration beats the header's, and where all fail the letters decide.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): DecodedDocument {
  const repairs: string[] = [];
  let body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const isZlib = body[0] === 0x78 && (body[1] === 0x01 || body[1] === 0x9c || body[1] === 0xda);
  if (isGzip || isZlib) {
    body = unzipPrefix(body);
    repairs.push('compressed twice');
  }
  if (body.length > MAX_DOCUMENT_BYTES) {
    let end = MAX_DOCUMENT_BYTES;
    // Not within a character of UTF-8.
    while (end > 0 && ((body[end] as number) & 0xc0) === 0x80) end -= 1;
    body = body.subarray(0, end);
    repairs.push('cut at 15 MB');
  }
  const { encoding, from, isGuess } = findEncoding(body, contentType);
  if (isGuess) repairs.push(`read as ${encoding}`);
  const text = decode(body, encoding).replace(/^[\ufeff\u0000\s]+/, '');
  return { text, repairs, encoding, encodingFrom: from };
}

interface FoundEncoding {
  encoding: string;
  from: string;
  isGuess?: boolean;
}

function findEncoding(body: Buffer, contentType?: string): FoundEncoding {
  const marked = encodingByFirstBytes(body);
  if (marked && marked !== 'utf-8') return { encoding: marked, from: 'its first bytes' };
  const declared = declaredEncodings(body, contentType);
  const escaped = declared.find(({ name }) => /^(?:iso-2022-|hz|utf-7)/.test(name) && isKnown(name));
  if (escaped) return asDeclared(escaped);
  if (isUtf8(body)) return { encoding: 'utf-8', from: 'valid UTF-8' };
  // A few broken bytes in a text that is UTF-8 otherwise: cut by a byte counter, or pasted from elsewhere.
  if (isMostlyUtf8(body)) return { encoding: 'utf-8', from: 'UTF-8 but for a few bytes', isGuess: true };
  const usable = declared.find(({ name }) => !/^(?:utf-|ucs-|us-ascii|ascii|unicode)/.test(name) && isKnown(name));
  if (usable) return asDeclared(usable);
  return { encoding: guessEncoding(body), from: 'its letters', isGuess: true };
}

const asDeclared = ({ name, by }: DeclaredEncoding): FoundEncoding => ({ encoding: name, from: `declared by ${by}` });

/** Byte order marks, and the first `<` or `{` where the mark is missing (XML 1.0, appendix F). */
function encodingByFirstBytes(body: Buffer): string | undefined {
  const head = body.subarray(0, 4).toString('hex');
  if (head.startsWith('efbbbf')) return 'utf-8';
  if (head === 'fffe0000' || /^(?:3c|7b)000000$/.test(head)) return 'utf-32le';
  if (head === '0000feff' || /^000000(?:3c|7b)$/.test(head)) return 'utf-32be';
  if (head.startsWith('fffe') || /^(?:3c|7b|0a|0d|20)00/.test(head)) return 'utf-16le';
  if (head.startsWith('feff') || /^00(?:3c|7b|0a|0d|20)/.test(head)) return 'utf-16be';
  if (head === '4c6fa794') return 'ebcdic';
  return undefined;
}

function isKnown(encoding: string): boolean {
  if (iconv.encodingExists(encoding)) return true;
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

function decode(body: Buffer, encoding: string): string {
  // iconv-lite has no ISO 2022 family; the platform has.
  if (iconv.encodingExists(encoding)) return iconv.decode(body, encoding);
  try {
    return new TextDecoder(encoding).decode(body);
  } catch {
    return body.toString('latin1');
  }
}

/**
 * Whole multi-byte characters outnumber broken bytes. In no other encoding do they by chance: in windows-1256 one pair of
 * letters in fifty looks like a character of UTF-8, in the double-byte ones one in seven.
 */
function isMostlyUtf8(body: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] as number;
    if (byte < 0x80) continue;
    const size = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (size > 0 && byte < 0xf5 && at + size <= body.length && isUtf8(body.subarray(at, at + size))) {
      whole += 1;
      at += size - 1;
    } else broken += 1;
  }
  return whole > 2 * broken || (whole >= 3 && broken === 1);
}

/** As much as there is: a server that compressed twice may have cut off the end too. */
function unzipPrefix(body: Buffer): Buffer<ArrayBuffer> {
  try {
    return unzipSync(body, { maxOutputLength: MAX_DOCUMENT_BYTES, finishFlush: 2 });
  } catch {
    return Buffer.alloc(0);
  }
}
