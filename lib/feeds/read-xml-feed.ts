import { customaryName, type Namespaces, withDeclared } from './element-names.ts';
import { createEntityDecoder, type EntityDecoder } from './entity-decoder.ts';
import { FieldReader } from './field-reader.ts';
import { MAX_FIELDS, MAX_ITEMS, MAX_TAGS, type RawFeed, type RawField, type RawItem } from './raw-feed.ts';
import type { RepairedDocument } from './repair-document.ts';
import { scanTags } from './scan-tags.ts';

type Attributes = Record<string, string>;

/** Names that are never a field: what holds the fields and items. */
const CONTAINERS = new Set(['rss', 'rdf:rdf', 'rdf', 'channel', 'feed', 'urlset', 'items']);
const ITEMS = new Set(['item', 'entry', 'atom:entry', 'rss:item']);

/**
 * Elements of a feed in any of the XML formats, however ill-formed: tags may be unclosed, wrongly nested, of any
 * case. An item ends where its tag closes, where the next begins or where the document ends.
 */
export function readXmlFeed(document: RepairedDocument): RawFeed {
  const repairs = new Set<string>();
  const reader = new XmlFeedReader(createEntityDecoder(document.entities, repairs));
  scanTags(document.text, reader, () => reader.isFull());
  const feed = reader.finish();
  return { ...feed, repairs: [...repairs, ...feed.repairs] };
}

class XmlFeedReader {
  readonly feed: RawFeed = { format: 'rss', attributes: {}, fields: [], items: [], repairs: [] };
  private readonly decode: EntityDecoder;
  private namespaces: Namespaces = new Map();
  private item: RawItem | undefined;
  private itemBase: string | undefined;
  private feedBase: string | undefined;
  private field: FieldReader | undefined;
  private tags = 0;

  constructor(decode: EntityDecoder) {
    this.decode = decode;
  }

  isFull(): boolean {
    return this.feed.items.length > MAX_ITEMS || this.tags > MAX_TAGS;
  }

  open(rawName: string, rawAttributes: Attributes, isClosed: boolean, markup: string): void {
    this.tags += 1;
    const attributes = this.decodeAttributes(rawAttributes);
    const namespaces = withDeclared(this.namespaces, attributes);
    const name = this.nameOf(rawName, namespaces);
    if (this.field) {
      if (!this.field.isEndedBy(name, attributes)) {
        this.field.open(name, rawName, attributes, isClosed, markup);
        return;
      }
      this.endField(true);
    }
    if (CONTAINERS.has(name)) {
      // Namespaces on the root and the channel hold to the end, whatever closes in between.
      this.namespaces = namespaces;
      this.openContainer(name, attributes);
    } else if (this.isItem(name)) {
      this.endItem();
      this.namespaces = namespaces;
      this.item = { attributes, fields: [] };
      this.itemBase = joinBase(this.feedBase, attributes['xml:base']);
      if (isClosed) this.endItem();
    } else {
      const base = joinBase(this.item ? this.itemBase : this.feedBase, attributes['xml:base']);
      this.field = new FieldReader({ name, rawName, attributes, base, decode: this.decode });
      if (isClosed) this.endField();
    }
  }

  close(rawName: string): void {
    const name = this.nameOf(rawName, this.namespaces);
    if (this.field) {
      // Inside an Atom source or a nested channel the name may be the field's own affair.
      const isInside = !this.isStructural(name) || this.field.hasOpen(rawName);
      if (isInside && !this.field.close(rawName)) return;
      this.endField(!isInside);
      if (isInside) return;
    }
    if (this.isItem(name) || name === 'channel') this.endItem();
  }

  text(raw: string): void {
    if (this.field) this.field.text(raw);
    else if (this.item) addLooseLink(this.item, this.decode(raw));
  }

  cdata(text: string): void {
    this.field?.cdata(text);
  }

  finish(): RawFeed {
    if ((this.field || this.item) && !this.isFull()) this.feed.repairs.push('cut off at the end');
    this.endField(true);
    this.endItem();
    if (this.feed.items.length > MAX_ITEMS) {
      this.feed.items.length = MAX_ITEMS;
      this.feed.repairs.push(`more than ${MAX_ITEMS} items`);
    }
    if (this.tags > MAX_TAGS) this.feed.repairs.push(`more than ${MAX_TAGS} tags`);
    return this.feed;
  }

  private openContainer(name: string, attributes: Attributes): void {
    if (name === 'feed') this.feed.format = 'atom';
    else if (name === 'rdf:rdf' || name === 'rdf') this.feed.format = 'rdf';
    else if (name === 'urlset') this.feed.format = 'sitemap';
    this.feedBase = joinBase(this.feedBase, attributes['xml:base']);
    this.feed.attributes = { ...this.feed.attributes, ...attributes };
  }

  private isItem(name: string): boolean {
    return ITEMS.has(name) || (name === 'url' && this.feed.format === 'sitemap');
  }

  private isStructural(name: string): boolean {
    return CONTAINERS.has(name) || this.isItem(name);
  }

  private endField(isUnclosed = false): void {
    if (!this.field) return;
    const field: RawField = this.field.finish();
    this.field = undefined;
    const fields = this.item ? this.item.fields : this.feed.fields;
    // Categories mean nothing here, and some channels list hundreds.
    if (fields.length >= MAX_FIELDS || field.name === 'category') return;
    fields.push(field);
    if (isUnclosed) fields.push(...innerFields(field));
  }

  private endItem(): void {
    if (!this.item) return;
    this.feed.items.push(this.item);
    this.item = undefined;
  }

  private nameOf(rawName: string, namespaces: Namespaces): string {
    const name = customaryName(rawName, namespaces);
    if (name === 'atom:feed') return 'feed';
    return this.feed.format === 'atom' && name.startsWith('atom:') ? name.slice(5) : name;
  }

  private decodeAttributes(attributes: Attributes): Attributes {
    for (const name of Object.keys(attributes)) attributes[name] = this.decode(attributes[name] as string);
    return attributes;
  }
}

/** What a serialiser for HTML makes of a link: `<link/>https://…`. */
function addLooseLink(item: RawItem, raw: string): void {
  const last = item.fields.at(-1);
  const isEmpty = last?.name === 'link' && last.text === '' && last.attributes.href === undefined;
  if (isEmpty && /^\s*https?:\/\/\S+\s*$/.test(raw)) item.fields.push({ ...last, text: raw });
}

/** Fields that came to stand inside one whose tag was never closed: `<enclosure url="…"><title>…`. */
function innerFields(field: RawField): RawField[] {
  return Object.entries(field.inner ?? {}).map(([name, text]) => ({ name, attributes: {}, text, base: field.base }));
}

/** An `xml:base` of its own against the one around it; either may be relative. */
function joinBase(around: string | undefined, own: string | undefined): string | undefined {
  if (own === undefined) return around;
  if (around === undefined) return own;
  return URL.parse(own, around)?.href ?? own;
}
