import RssParser from 'rss-parser';
import { customaryName } from './element-names.ts';
import { hideMarkup, isWellNested, showMarkup } from './plain-document.ts';
import type { RawFeed, RawField, RawItem } from './raw-feed.ts';
import type { RepairedDocument } from './repair-document.ts';

/** Larger documents are read by the tolerant reader alone: this one keeps every element in memory. */
const MAX_CHARS = 2_000_000;

const ITEM_FIELDS = `title link guid id pubDate published updated issued created modified date dc:date dc:title
  dcterms:issued dcterms:created dcterms:modified description summary content content:encoded author dc:creator
  itunes:author itunes:summary dc:description dc:identifier feedburner:origLink atom:link atom:id atom:published
  atom:updated media:title media:description media:group media:content`.split(/\s+/);
const FEED_FIELDS = ['title', 'link', 'id', 'language', 'dc:language', 'dc:title', 'atom:link'];

/** What xml2js makes of an element: its text, or text, attributes and children by name. */
type XmlElement = string | ({ _?: string; $?: Record<string, string> } & Record<string, unknown>);
type Elements = Record<string, unknown>;

/** Every field is asked for as a list: by itself rss-parser keeps the first of several and drops attributes. */
const parser = new RssParser<Elements, Elements>({
  customFields: { feed: FEED_FIELDS.map(asList), item: ITEM_FIELDS.map(asList) },
} as unknown as ConstructorParameters<typeof RssParser<Elements, Elements>>[0]);

function asList(name: string): [string, string, { keepArray: boolean }] {
  return [name, `list ${name}`, { keepArray: true }];
}

/**
 * Elements of a sound RSS or Atom document as rss-parser reads them.
 *
 * @returns undefined where it fails or would leave a gap: ill-formed documents, `xml:base`, markup inside a title,
 *   prefixes of the document's own, an item without title, link or date
 */
export async function readWithRssParser(document: RepairedDocument): Promise<RawFeed | undefined> {
  const { text, entities } = document;
  const format = /^<rss[\s>]/.test(text)
    ? 'rss'
    : /^<feed[\s>]/.test(text)
      ? 'atom'
      : /^<rdf:RDF[\s>]/.test(text)
        ? 'rdf'
        : undefined;
  if (!format || text.length > MAX_CHARS || entities.size > 0 || !usesCustomaryNames(text)) return undefined;
  const hidden = hideMarkup(text);
  if (hidden === undefined || !isWellNested(hidden)) return undefined;
  try {
    const parsed = await parser.parseString(hidden);
    const items = parsed.items.map(readItem);
    const count = hidden.match(/<(?:item|entry)[\s>]/g)?.length ?? 0;
    if (items.length === 0 || items.length !== count || !items.every(isWhole)) return undefined;
    const language = /^<[^<>]{0,2000}\sxml:lang=["']([\w-]{2,20})/.exec(text)?.[1];
    const attributes: Record<string, string> = language === undefined ? {} : { 'xml:lang': language };
    return { format, attributes, fields: readFields(parsed, FEED_FIELDS), items, repairs: [] };
  } catch {
    // It throws on one bad date, on one empty link, and on its own gaps below: the other reader knows what to do.
    return undefined;
  }
}

/** Namespaces, references and bases that rss-parser takes as they stand and the other reader understands. */
function usesCustomaryNames(text: string): boolean {
  if (
    /\sxml:base=|&#(?:1[2-5]\d|x[89][0-9a-f]);|&#(?:[0-8]|1[124-9]|2\d|3[01]|x(?:0?[0-8bcef]|1[\da-f]|fff[ef]));|&#(?:5[5-7]\d{3}|xd[89a-f]..);/i.test(
      text,
    )
  )
    return false;
  for (const [, prefix = '', uri = ''] of text.matchAll(/\sxmlns:([\w-]{1,40})=["']([^"'<>]{0,300})["']/g)) {
    const name = `${prefix}:x`;
    if (customaryName(name, new Map([[prefix, uri]])) !== name.toLowerCase()) return false;
  }
  return true;
}

function readItem(item: Elements): RawItem {
  const about = item['rdf:about'];
  return { attributes: typeof about === 'string' ? { 'rdf:about': about } : {}, fields: readFields(item, ITEM_FIELDS) };
}

function readFields(elements: Elements, names: readonly string[]): RawField[] {
  return names.flatMap((name) => {
    const list = elements[`list ${name}`];
    return Array.isArray(list) ? list.map((element: XmlElement) => readField(name.toLowerCase(), element)) : [];
  });
}

/** @throws Error for elements inside a text */
function readField(name: string, element: XmlElement): RawField {
  if (typeof element === 'string') return { name, attributes: {}, text: showMarkup(element) };
  const { _: text = '', $: own = {}, ...children } = element;
  const attributes = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key.toLowerCase(), showMarkup(value)]),
  );
  const inner = Object.entries(children).map(([child, list]): [string, string] => [child, innerText(list)]);
  if (inner.length === 0) return { name, attributes, text: showMarkup(text) };
  if (name !== 'author') throw new Error(`elements inside ${name}`);
  return { name, attributes, text: showMarkup(text), inner: Object.fromEntries(inner) };
}

function innerText(list: unknown): string {
  const first: unknown = Array.isArray(list) ? list[0] : list;
  return typeof first === 'string' ? showMarkup(first) : '';
}

const DATE =
  /^(?:pubdate|published|updated|issued|created|modified|date|dc:date|dcterms:.*|atom:published|atom:updated)$/;

function isWhole({ fields }: RawItem): boolean {
  const has = (isWanted: (field: RawField) => boolean) =>
    fields.some((field) => isWanted(field) && field.text.trim() !== '');
  const hasLink = fields.some(({ name, text, attributes }) => name === 'link' && (text.trim() || attributes.href));
  return hasLink && has(({ name }) => name === 'title') && has(({ name }) => DATE.test(name));
}
