import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Far longer than an article; a row of DynamoDB may have 400 KB. */
const MOST_CHARS = 40_000;

/** A text for a row: half its size or less. */
export const packText = (text: string): string =>
  deflateRawSync(text.slice(0, MOST_CHARS).toWellFormed()).toString('base64');

export const unpackText = (packed: string): string => inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');
