import { UserError } from '../errors.ts';
import { parseOpml } from './parse-opml.ts';

/**
 * The entries of somebody's feed list: OPML, `{"feeds": […]}` or a bare JSON list. Nothing is checked but the frame.
 *
 * @param name of the file or address, for the messages
 * @throws UserError when the document is no list of feeds at all
 */
export function readFeedEntries(bytes: Uint8Array, name: string): unknown[] {
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^[[{]/.test(text)) {
    const entries = parseOpml(text);
    if (entries !== undefined) return entries;
    throw new UserError(`${name}: is no feed list; give OPML or JSON (a single feed is added with "vigil feeds add")`);
  }
  const entries = listIn(parseJson(text, name), name);
  if (Array.isArray(entries)) return entries;
  throw new UserError(`${name}: holds no list of feeds; expected a JSON list, or {"version": 1, "feeds": […]}`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${name}: is not sound JSON; mend it (${(cause as Error).message})`, 1, { cause });
  }
}

function listIn(content: unknown, name: string): unknown {
  if (Array.isArray(content)) return content;
  const { version, feeds } = content as { version?: unknown; feeds?: unknown };
  if (version !== undefined && version !== 1) {
    throw new UserError(`${name}: is a list of version ${version}; this program reads version 1`);
  }
  return feeds;
}
