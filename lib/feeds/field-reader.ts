import type { EntityDecoder } from './entity-decoder.ts';
import { MAX_CONTENT_CHARS, type RawField } from './raw-feed.ts';

/** Elements that begin a new field even where the one before was never closed. */
const FIELD_STARTS = new Set(
  `item entry atom:entry channel pubdate guid dc:date dc:creator dc:title dc:subject content:encoded description
  category comments enclosure author link title source published updated issued modified id media:content
  media:thumbnail media:group wfw:commentrss slash:comments feedburner:origlink summary atom:updated
  atom:published atom:link lastbuilddate language`.split(/\s+/),
);

/** Fields of text: what is known to hold no fields of its own. */
const TEXTS = new Set(
  `title link description guid pubdate category comments content:encoded content summary author published updated
  issued modified created id language lastbuilddate copyright generator ttl docs rights subtitle tagline
  feedburner:origlink media:title media:description itunes:summary itunes:subtitle itunes:author loc`.split(/\s+/),
);

/** Tags and texts of one field; a text of 1 MB has a tenth of it. */
const MAX_PIECES = 100_000;
/** Elements inside a field whose text is kept apart. */
const MAX_INNER = 50;

export interface FieldStart {
  name: string;
  rawName: string;
  attributes: Readonly<Record<string, string>>;
  base: string | undefined;
  decode: EntityDecoder;
}

/** Gathers what stands between the tags of one field. Memory is bounded, whatever stands there. */
export class FieldReader {
  private readonly start: FieldStart;
  private readonly isMarkup: boolean;
  private rawTexts: { text: string; isLiteral: boolean }[] = [];
  private markup: string[] = [];
  private chars = 0;
  private hasElements = false;
  /** Elements of the field's own name that are open inside it. */
  private sameOpen = 0;
  private innerName: string | undefined;
  private innerRawName = '';
  private inner: Record<string, string> | undefined;
  private innerCount = 0;

  constructor(start: FieldStart) {
    this.start = start;
    this.isMarkup = /xhtml|xml$/i.test(start.attributes.type ?? '') || start.attributes.mode === 'xml';
  }

  /** Whether a start tag shows that this field should have been closed before it. */
  isEndedBy(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (name === 'item' || (name === 'entry' && !this.isMarkup)) return true;
    const isText = TEXTS.has(this.start.name) || this.start.name.startsWith('dc:');
    if (this.isMarkup || !isText || !FIELD_STARTS.has(name)) return false;
    // HTML pages have links and titles too: <link rel="stylesheet">, <title> in an inline drawing.
    return !(this.hasElements && (name === 'link' || name === 'title' || name === 'source') && 'rel' in attributes);
  }

  open(
    name: string,
    rawName: string,
    attributes: Readonly<Record<string, string>>,
    isClosed: boolean,
    markup: string,
  ): void {
    this.hasElements = true;
    if (rawName.toLowerCase() === this.start.rawName.toLowerCase() && !isClosed) this.sameOpen += 1;
    this.keep(markup, true);
    if (this.isMarkup) return;
    const local = name.slice(name.indexOf(':') + 1);
    this.inner ??= {};
    this.innerCount += 1;
    const isTaken = this.innerCount > MAX_INNER || local in this.inner;
    this.innerName = isClosed || isTaken ? undefined : local;
    this.innerRawName = rawName;
    if (!isTaken) this.inner[local] = attributes.href ?? '';
  }

  /** @returns true when the tag closes the field itself */
  close(rawName: string): boolean {
    const lower = rawName.toLowerCase();
    if (lower === this.start.rawName.toLowerCase()) {
      if (this.sameOpen === 0) return true;
      this.sameOpen -= 1;
    }
    if (lower === this.innerRawName.toLowerCase()) this.innerName = undefined;
    this.keep(`</${rawName}>`, true);
    return false;
  }

  hasOpen(rawName: string): boolean {
    return this.innerName !== undefined && this.innerRawName.toLowerCase() === rawName.toLowerCase();
  }

  text(raw: string): void {
    this.add(raw, false);
  }

  cdata(text: string): void {
    this.add(text, true);
  }

  finish(): RawField {
    const { name, attributes, base, decode } = this.start;
    const text = this.rawTexts.map((part) => (part.isLiteral ? part.text : decode(part.text))).join('');
    const markup = this.hasElements ? this.markup.join('') : undefined;
    return { name, attributes, text, markup, base, inner: this.inner };
  }

  private add(text: string, isLiteral: boolean): void {
    const kept = this.keep(text, false);
    if (kept === '') return;
    this.rawTexts.push({ text: kept, isLiteral });
    if (this.innerName === undefined || !this.inner || (this.inner[this.innerName]?.length ?? 0) > 10_000) return;
    this.inner[this.innerName] += isLiteral ? kept : this.start.decode(kept);
  }

  private keep(piece: string, isTag: boolean): string {
    const left = MAX_CONTENT_CHARS - this.chars;
    if (left <= 0 || this.markup.length >= MAX_PIECES || (isTag && piece.length > left)) return '';
    const kept = piece.length > left ? piece.slice(0, left) : piece;
    this.chars += kept.length;
    this.markup.push(kept);
    return kept;
  }
}
