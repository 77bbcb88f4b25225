import { parseDate } from './parse-date.ts';
import type { ParsedFeed, ParsedItem } from './parsed-feed.ts';
import { pickLink, pickOriginalLink } from './pick-link.ts';
import { lineOf, pickBody, pickTitle } from './pick-text.ts';
import { oneLine } from './plain-text.ts';
import { MAX_TITLE_CHARS, type RawFeed, type RawField, type RawItem } from './raw-feed.ts';

/** Where a date of publication may stand, the best first; the times of the last change come after all of them. */
const DATES = `pubdate published news:publication_date issued dc:date dcterms:issued dcterms:date atom:published date
  atom:issued created atom:created dcterms:created dcterms:available updated modified atom:updated atom:modified dcterms:modified
  lastmod`.split(/\s+/);

const MAX_ID_CHARS = 2_000;
const MAX_SHOWN_DATE_CHARS = 80;

/** The feed that the elements mean, whichever reader found them. */
export function buildFeed(raw: RawFeed, documentUrl: string): Omit<ParsedFeed, 'account'> {
  return {
    format: raw.format,
    title: pickTitle(raw.fields, ['title', 'dc:title', 'atom:title', 'news:name']),
    link: pickLink(raw.fields, documentUrl),
    language: pickLanguage(raw),
    items: raw.items.map((item) => buildItem(item, documentUrl)),
    repairs: raw.repairs,
  };
}

function buildItem(item: RawItem, documentUrl: string): ParsedItem {
  const fields = withInner(item.fields.map(withoutMarks));
  return {
    id: pickId(item, fields),
    link: pickLink(fields, documentUrl) ?? aboutLink(item),
    originalLink: pickOriginalLink(fields, documentUrl),
    title: pickTitle(fields, ['title', 'news:title', 'dc:title', 'atom:title', 'media:title', 'itunes:title']),
    published: pickDate(fields),
    summary: pickBody(fields, [
      'summary',
      'description',
      'atom:summary',
      'dc:description',
      'itunes:summary',
      'media:description',
    ]),
    content: pickBody(fields, ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem']),
    author: pickAuthor(fields),
  };
}

/** A news sitemap keeps title and date one level deeper, Media RSS a title that may be the only one. */
function withInner(fields: readonly RawField[]): readonly RawField[] {
  const own = fields.flatMap((field) => {
    const prefix =
      field.name === 'news:news' ? 'news' : /^(?:media:(?:group|content)|enclosure)$/.test(field.name) ? 'media' : '';
    return prefix === '' || !field.inner
      ? []
      : Object.entries(field.inner).map(
          ([name, text]): RawField => ({ name: `${prefix}:${name}`, attributes: {}, text }),
        );
  });
  return own.length === 0 ? fields : [...fields, ...own];
}

/** A section whose marks were escaped together with the text: `&lt;![CDATA[News]]&gt;`. */
function withoutMarks(field: RawField): RawField {
  if (!field.text.includes('<![CDATA[')) return field;
  const text = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(field.text)?.[1];
  return text === undefined ? field : { ...field, text };
}

function pickId(item: RawItem, fields: readonly RawField[]): string | undefined {
  const own = ['guid', 'id', 'atom:id', 'loc'].map(
    (name) => fields.find((field) => field.name === name)?.text.trim() ?? '',
  );
  const about = item.attributes['rdf:about']?.trim() ?? '';
  const identifier = fields.find((field) => field.name === 'dc:identifier')?.text.trim() ?? '';
  return [...own, about, identifier].find((id) => id !== '')?.slice(0, MAX_ID_CHARS);
}

/** RSS 1.0 names an item by its address. */
function aboutLink(item: RawItem): string | undefined {
  const about = item.attributes['rdf:about']?.trim() ?? '';
  return /^https?:\/\//i.test(about) ? URL.parse(about)?.href : undefined;
}

function pickDate(fields: readonly RawField[]): string | undefined {
  for (const name of DATES) {
    // An element that comes twice was corrected: the last one holds.
    for (const field of fields.toReversed()) {
      const date = field.name === name ? parseDate(field.text) : undefined;
      if (date) return date;
    }
  }
  return undefined;
}

/** Dates of items of which none could be understood, as written; one an item. */
export function unreadDatesOf({ items }: RawFeed): string[] {
  return items.flatMap(({ fields }) => {
    const dates = withInner(fields.map(withoutMarks)).filter(
      ({ name, text }) => DATES.includes(name) && text.trim() !== '',
    );
    const [first] = dates;
    return first === undefined || dates.some(({ text }) => parseDate(text))
      ? []
      : [oneLine(first.text, MAX_SHOWN_DATE_CHARS)];
  });
}

function pickAuthor(fields: readonly RawField[]): string | undefined {
  for (const name of ['author', 'dc:creator', 'itunes:author', 'atom:author', 'dc:author']) {
    for (const field of fields) {
      if (field.name !== name) continue;
      const author = field.inner?.name?.trim() || lineOf(field, MAX_TITLE_CHARS);
      if (author !== '') return author.slice(0, MAX_TITLE_CHARS);
    }
  }
  return undefined;
}

function pickLanguage(raw: RawFeed): string | undefined {
  const named = raw.fields.find((field) => field.name === 'language' || field.name === 'dc:language')?.text;
  const language = (named ?? raw.attributes['xml:lang'] ?? '').trim();
  return /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/.test(language) ? language.replaceAll('_', '-') : undefined;
}
