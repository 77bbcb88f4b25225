import { decodeXML } from 'entities';
import { Relation } from './outlet.ts';
import { scanTags } from './scan-tags.ts';

/** Our own attributes in OPML, so that an exported list keeps its settings. The name is only a name: nothing is there. */
export const VIGIL_NAMESPACE = 'urn:vigil:feed-list:1';

const RELATIONS: ReadonlySet<string> = new Set(Relation.options);

/** Folders around a feed that can set its relation. */
const MAX_FOLDERS = 10;

/** One outline with a feed's address, under the names of a JSON entry. Values are as written; nothing is checked yet. */
export type OpmlEntry = Record<string, string | undefined>;

/**
 * The feeds of an OPML list in document order, folders opened. A category or a folder that is called like a relation
 * sets it.
 *
 * @see https://opml.org/spec2.opml
 * @returns undefined when the text is no OPML
 */
export function parseOpml(text: string): OpmlEntry[] | undefined {
  const entries: OpmlEntry[] = [];
  const folders: string[] = [];
  let root: string | undefined;
  scanTags(
    text,
    {
      open(name, rawAttributes, isClosed) {
        root ??= name.toLowerCase();
        if (name.toLowerCase() !== 'outline') return;
        const attributes = mapValues(rawAttributes, decodeXML);
        if (isFeed(attributes)) entries.push(entryOf(attributes, folders.slice(-MAX_FOLDERS)));
        if (!isClosed) folders.push(attributes.text ?? attributes.title ?? '');
      },
      close(name) {
        if (name.toLowerCase() === 'outline') folders.pop();
      },
      text() {},
      cdata() {},
    },
    () => root !== undefined && root !== 'opml',
  );
  return root === 'opml' ? entries : undefined;
}

function mapValues(record: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** An outline of a feed type that lost its address is kept, so that it can be named. */
function isFeed(attributes: Record<string, string>): boolean {
  return attributes.xmlurl !== undefined || /^(?:rss|atom)$/i.test(attributes.type ?? '');
}

function entryOf(attributes: Record<string, string>, folders: readonly string[]): OpmlEntry {
  const categories = (attributes.category ?? '').split(/[,/]/).map((category) => category.trim());
  return {
    url: attributes.xmlurl,
    title: attributes.title || attributes.text,
    language: attributes.language || attributes['vigil:language'],
    relation:
      attributes['vigil:relation'] ??
      [...categories, ...folders.toReversed()].find((name) => RELATIONS.has(name.toLowerCase())),
    outletId: attributes['vigil:outletid'],
    outletName: attributes['vigil:outletname'],
    note: attributes['vigil:note'] ?? attributes.description,
    intervalMinutes: attributes['vigil:intervalminutes'],
  };
}
