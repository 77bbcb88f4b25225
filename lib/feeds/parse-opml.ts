import { Parser } from 'htmlparser2';
import { Relation } from './outlet.ts';

/** Our own attributes in OPML, so that an exported list keeps its settings. The name is only a name: nothing is there. */
export const VIGIL_NAMESPACE = 'urn:vigil:feed-list:1';

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
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'opml') isOpml = true;
        if (name !== 'outline') return;
        folders.push(attributes.text ?? attributes.title ?? '');
        if (isFeed(attributes)) entries.push(entryOf(attributes, folders.slice(0, -1)));
      },
      onclosetag(name) {
        if (name === 'outline') folders.pop();
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  parser.end();
  return isOpml ? entries : undefined;
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
      [...categories, ...folders.toReversed()].find((name) => Relation.safeParse(name.toLowerCase()).success),
    outletId: attributes['vigil:outletid'],
    outletName: attributes['vigil:outletname'],
    note: attributes['vigil:note'] ?? attributes.description,
    intervalMinutes: attributes['vigil:intervalminutes'],
  };
}
