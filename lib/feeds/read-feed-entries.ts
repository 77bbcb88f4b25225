import { UserError } from '../errors.ts';
import { decodeBytes } from './decode-bytes.ts';
import { parseOpml } from './parse-opml.ts';

/** More than any list of people; each is one write. */
const MAX_ENTRIES = 10_000;

/**
 * The entries of somebody's feed list: OPML, `{"feeds": […]}` or a bare JSON list. Nothing is checked but the frame.
 *
 * @param name of the file or address, for the messages
 * @throws UserError when the document is no list of feeds at all
 */
export function readFeedEntries(bytes: Uint8Array, name: string): unknown[] {
  const { text } = decodeBytes(bytes);
  const entries = /^[[{]/.test(text) ? listIn(parseJson(text, name), name) : outlinesIn(text, name);
  if (entries.length <= MAX_ENTRIES) return entries;
  throw new UserError(`${name}: holds ${entries.length} entries; split it into lists of at most ${MAX_ENTRIES}`);
}

function outlinesIn(text: string, name: string): unknown[] {
  const outlines = parseOpml(text);
  if (outlines !== undefined) return outlines;
  throw new UserError(`${name}: is no feed list; give OPML or JSON (a single feed is added with "vigil feeds add")`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${name}: is not sound JSON; mend it (${(cause as Error).message})`, 1, { cause });
  }
}

function listIn(content: unknown, name: string): unknown[] {
  if (Array.isArray(content)) return content;
  const { version, feeds } = content as { version?: unknown; feeds?: unknown };
  if (version !== undefined && version !== 1) {
    throw new UserError(`${name}: is a list of version ${version}; this program reads version 1`);
  }
  if (Array.isArray(feeds)) return feeds;
  throw new UserError(`${name}: holds no list of feeds; expected a JSON list, or {"version": 1, "feeds": […]}`);
}
