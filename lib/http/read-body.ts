import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { SNIFFED_BYTES } from './looks-like-html.ts';
import type { FailureReason } from './web-fetcher.ts';

/** The body ended in a way that leaves nothing to read. The message is a sentence for a person. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly reason: FailureReason;
  constructor(reason: FailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export interface BodyLimits {
  wireBytes: number;
  decodedBytes: number;
  bytesPerSecond: number;
  rateWindowSeconds: number;
  /** Above a cap, keep what came so far instead of failing. */
  keepsBeginning: boolean;
  /** Asked once about the first bytes, where the server does not say what they are; the body ends when it says no. */
  isWanted?: (beginning: Uint8Array) => boolean;
}

export interface BodyHead {
  /** Content-Encoding as sent. */
  contentEncoding: string | undefined;
  /** Content-Length as sent. */
  contentLength: string | undefined;
}

/**
 * A compressed body is never longer than what is in it, but for what is under way: more than that is half a million empty
 * members one after another, 3 s of CPU for 10 MB.
 */
const MOST_IDLE_BYTES = 1024 * 1024;

/** Keeps a decompressor from making more than this at one go. */
const CHUNK = { chunkSize: 64 * 1024 };

/** @throws BodyError for two codings on top of each other, or one that nobody asked for */
function readContentCoding(contentEncoding: string | undefined): 'gzip' | 'deflate' | 'br' | undefined {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().replace(/^x-gzip$/, 'gzip'))
    .filter((coding) => coding !== '' && coding !== 'identity');
  const [coding, second] = codings;
  if (second !== undefined) throw new BodyError('wrong-type', 'the body is compressed more than once');
  if (coding === undefined || coding === 'gzip' || coding === 'deflate' || coding === 'br') return coding;
  throw new BodyError('wrong-type', `the body is compressed in an unknown way: ${coding.slice(0, 20)}`);
}

/** "deflate" means zlib, but some servers send it bare: the low half of zlib's first byte is 8. */
function createDecoder(coding: 'gzip' | 'deflate' | 'br', firstByte: number): Transform {
  if (coding === 'gzip') return createGunzip(CHUNK);
  if (coding === 'br') return createBrotliDecompress(CHUNK);
  return (firstByte & 0x0f) === 8 ? createInflate(CHUNK) : createInflateRaw(CHUNK);
}

/** Ends the body when a window of time brought too little. Returns the function that notes bytes, and the end of it. */
function watchRate(body: Readable, limits: BodyLimits) {
  let inWindow = 0;
  const timer = setInterval(() => {
    if (inWindow < limits.bytesPerSecond * limits.rateWindowSeconds) {
      body.destroy(new BodyError('too-slow', `slower than ${limits.bytesPerSecond} bytes per second`));
    }
    inWindow = 0;
  }, limits.rateWindowSeconds * 1000);
  return { note: (bytes: number) => (inWindow += bytes), stop: () => clearInterval(timer) };
}

/** Marks the end of a body of which only the beginning is wanted. */
class EnoughError extends Error {}

/**
 * The bytes of a body, decompressed while they come, so that neither cap is ever passed by more than one chunk.
 *
 * @throws BodyError too-large, too-slow, cut-short (broken off, length differs from Content-Length, truncated or
 *   damaged compression), wrong-type (compressed twice or unknown, or
 *   not wanted)
 */
export async function readBody(body: Readable, head: BodyHead, limits: BodyLimits): Promise<Uint8Array> {
  const coding = readContentCoding(head.contentEncoding);
  const announced = head.contentLength === undefined ? undefined : Number(head.contentLength);
  const tooLarge = (cap: number, what: string) =>
    limits.keepsBeginning ? new EnoughError() : new BodyError('too-large', `${what} more than ${cap} bytes`);
  if (!limits.keepsBeginning && announced !== undefined && announced > limits.wireBytes) {
    throw tooLarge(limits.wireBytes, 'announces');
  }

  const rate = watchRate(body, limits);
  const parts: Buffer[] = [];
  let wire = 0;
  let decoded = 0;
  let { isWanted } = limits;

  async function* metered(): AsyncGenerator<Buffer> {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      wire += chunk.length;
      rate.note(chunk.length);
      if (wire > limits.wireBytes) throw tooLarge(limits.wireBytes, 'sent');
      if (coding !== undefined && wire - decoded > MOST_IDLE_BYTES) {
        throw new BodyError('wrong-type', 'the compressed body holds nothing');
      }
      yield chunk;
    }
    if (announced !== undefined && wire !== announced) {
      throw new BodyError('cut-short', `${announced} bytes were announced, ${wire} came`);
    }
  }
  async function collect(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) {
      decoded += chunk.length;
      if (decoded > limits.decodedBytes) throw tooLarge(limits.decodedBytes, 'decompresses to');
      parts.push(chunk);
      if (decoded >= SNIFFED_BYTES) sniff();
    }
    sniff();
  }
  function sniff(): void {
    if (isWanted?.(Buffer.concat(parts)) === false) {
      throw new BodyError('wrong-type', 'the server does not say of what type the body is, and it looks like no page');
    }
    isWanted = undefined;
  }

  try {
    const source = metered();
    const first = coding === undefined ? undefined : await source.next();
    if (coding === undefined) await collect(source);
    else if (first?.value)
      await pipeline(prepend(first.value, source), createDecoder(coding, first.value[0] ?? 0), collect);
  } catch (error) {
    if (error instanceof BodyError) throw error;
    if (!(error instanceof EnoughError)) throw new BodyError('cut-short', explainBreak(error), { cause: error });
  } finally {
    rate.stop();
    body.destroy();
  }
  return Buffer.concat(parts);
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function explainBreak(error: unknown): string {
  const code = String((error as NodeJS.ErrnoException).code);
  return /^(?:Z_|ERR_(?!STREAM|HTTP))/.test(code)
    ? 'the compressed body is damaged or not complete'
    : 'the connection broke off in the middle of the body';
}
