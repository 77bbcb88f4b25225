import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { Match, Theme } from '../classification/classification.ts';

/**
 * Most bytes of JSON that are packed, and that are unpacked, whatever a row claims to hold: six hundred matches have 500 KB
 * if each has eighty characters of six bytes.
 */
const MOST_BYTES = 1024 * 1024;

/**
 * Matches as a row keeps them: JSON, deflated with its checksum, in base64 (decision 0019).
 *
 * @throws ZodError for what could not be read back, such as points that are no number; RangeError above a megabyte
 */
export function packMatches(matches: readonly Match[]): string {
  const packed = packJson(JSON.stringify(z.array(Match).parse(matches)));
  if (packed === undefined) throw new RangeError(`${matches.length} matches have more than ${MOST_BYTES} bytes`);
  return packed;
}

const packJson = (json: string): string | undefined =>
  Buffer.byteLength(json) > MOST_BYTES ? undefined : deflateSync(json).toString('base64');

/** What a row of version 1 holds, packed unless it is; a list too long for that stays one. Nothing is judged here. */
export const packStored = (stored: unknown): unknown =>
  Array.isArray(stored) ? (packJson(JSON.stringify(stored)) ?? stored) : stored;

/**
 * Reads both ways in which a row may keep them: code of before may have written a list to a row of now. Only the first
 * problem is told, for damaged data may have as many as bytes, and they would take a function's memory.
 */
export const StoredMatches = z.unknown().transform((stored, context): Match[] => {
  const refuse = (message: string, path: PropertyKey[] = []) => {
    context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  };
  let list: unknown;
  try {
    list = typeof stored === 'string' ? unpackJson(stored) : stored;
  } catch (error) {
    return refuse(`packed, and cannot be unpacked: ${(error as Error).message}`);
  }
  if (!Array.isArray(list)) return refuse('no list, packed or not');
  const matches: Match[] = [];
  for (const [index, one] of list.entries()) {
    if (one?.themes?.length > Theme.options.length) return refuse('more themes than there are', [index, 'themes']);
    const { data, error } = Match.safeParse(one);
    const [problem] = error?.issues ?? [];
    if (problem) return refuse(problem.message.slice(0, 200), [index, ...problem.path]);
    matches.push(data as Match);
  }
  return matches;
});

/** @throws Error for what was not packed by this, is damaged, or is larger than anything that was */
function unpackJson(packed: string): unknown {
  try {
    return JSON.parse(inflateSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString());
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? new Error(`more than ${MOST_BYTES} bytes`, { cause: error }) : error;
  }
}
