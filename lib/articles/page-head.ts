import type { TagAttributes } from './tag-attributes.ts';

/** What a page says about itself outside its text, as found, unchecked. */
export interface PageHead {
  title: string;
  /** `lang` of the html element. */
  language: string;
  /** Lower-case name, property, itemprop or http-equiv → the first non-empty content. */
  meta: Map<string, string>;
  canonicalHref: string;
  /** itemprop → the first non-empty value. */
  microdata: Map<string, string>;
  jsonLd: string[];
  firstHeadings: string[];
  bylines: string[];
  /** Values of `datetime` attributes in page order. */
  times: string[];
  /** Short texts after the headline of elements that say they are the article's date, at most 5. */
  dateLines: string[];
}

const MAX_META = 400;

export function emptyPageHead(): PageHead {
  return {
    title: '',
    language: '',
    meta: new Map(),
    canonicalHref: '',
    microdata: new Map(),
    jsonLd: [],
    firstHeadings: [],
    bylines: [],
    times: [],
    dateLines: [],
  };
}

/** Notes what one start tag says. Text values (titles, headings, bylines) come later, when their element closes. */
export function noteTag(head: PageHead, name: string, attributes: Readonly<TagAttributes>): void {
  if (name === 'meta') noteMeta(head, attributes);
  if (name === 'html') head.language ||= attributes.lang ?? attributes['xml:lang'] ?? '';
  if (name === 'link' && !head.canonicalHref && /(^|\s)canonical(\s|$)/i.test(attributes.rel ?? '')) {
    head.canonicalHref = attributes.href ?? '';
  }
  const property = attributes.itemprop;
  if (property && name !== 'meta') {
    const value = attributes.content ?? attributes.datetime ?? (name === 'img' ? attributes.src : undefined);
    if (value) noteMicrodata(head, property, value);
  }
  if (name === 'time' && attributes.datetime && head.times.length < 20) head.times.push(attributes.datetime);
}

/** @param properties one or more itemprop names */
export function noteMicrodata(head: PageHead, properties: string, value: string): void {
  for (const property of properties.trim().split(/\s+/)) {
    if (value.trim() && !head.microdata.has(property)) head.microdata.set(property, value.trim());
  }
}

function noteMeta(head: PageHead, attributes: Readonly<TagAttributes>): void {
  const content = attributes.content?.trim();
  const name = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'];
  if (!content || !name || head.meta.size >= MAX_META) return;
  for (const key of name.toLowerCase().trim().split(/\s+/)) if (!head.meta.has(key)) head.meta.set(key, content);
  if (attributes.itemprop) noteMicrodata(head, attributes.itemprop, content);
}
