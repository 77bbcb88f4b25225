import type { RawField } from './raw-feed.ts';

/** Addresses longer than this are data, not places. */
const MAX_URL_CHARS = 4_096;

/**
 * The address of the article: `link`, then Atom's alternate link, then a guid that may be a permalink, then what
 * FeedBurner kept. Relative addresses count from `xml:base`, then from the document's own address.
 */
export function pickLink(fields: readonly RawField[], documentUrl: string): string | undefined {
  const of = (name: string) => fields.filter((field) => field.name === name);
  const candidates = [
    ...alternates(of('link')),
    ...alternates(of('atom:link')),
    ...of('loc'),
    ...of('guid').filter((guid) => (guid.attributes.ispermalink ?? 'true').toLowerCase() !== 'false'),
    ...[...of('id'), ...of('atom:id'), ...of('guid')].filter((id) => absoluteOnly(id.text) !== ''),
    ...of('feedburner:origlink').filter((link) => absoluteOnly(link.text) !== ''),
  ];
  for (const field of candidates) {
    const own = field.name === 'guid' ? absoluteOnly(field.text) : (field.attributes.href ?? field.text);
    const url = webUrl(own || field.attributes['rdf:resource'] || '', field.base, documentUrl);
    if (url) return url;
  }
  return undefined;
}

/** The publisher's own address, where a feed service put its counter's address into `link` and kept the one it had. */
export function pickOriginalLink(fields: readonly RawField[], documentUrl: string): string | undefined {
  const kept = fields.find(({ name, text }) => name === 'feedburner:origlink' && absoluteOnly(text) !== '');
  return kept && webUrl(kept.text, kept.base, documentUrl);
}

/** A guid is a name first: "123" is no relative address. */
function absoluteOnly(text: string): string {
  return /^\s*(?:https?:)?\/\//i.test(text) ? text : '';
}

/** Links that lead to the article, the best first: no `rel` or `alternate`, HTML before other types. */
function alternates(links: readonly RawField[]): RawField[] {
  const relOf = (link: RawField) => (link.attributes.rel ?? 'alternate').toLowerCase().replace(/^.*\//, '');
  const isHtml = (link: RawField) => /^$|html/i.test(link.attributes.type ?? '');
  const leading = links.filter((link) => relOf(link) === 'alternate');
  return [...leading.filter(isHtml), ...leading.filter((link) => !isHtml(link))];
}

/** @returns undefined for what is no http(s) address */
export function webUrl(address: string, base: string | undefined, documentUrl: string): string | undefined {
  const trimmed = address
    // Broken over two lines.
    .replace(/(?<=\S)[\r\n\t]\s*(?=\S)/g, '')
    .replace(/[\u0000-\u0020\u200e\u200f\ufeff]+/g, (run) => (/^\s+$/.test(run) ? ' ' : ''))
    // A byte that is no character, between the tag and the address.
    .replace(/^[\s\ufffd]+|[\s\ufffd]+$/g, '');
  if (trimmed === '' || trimmed.length > MAX_URL_CHARS) return undefined;
  const around = base === undefined ? documentUrl : (URL.parse(base, documentUrl)?.href ?? documentUrl);
  const url = URL.parse(trimmed, around);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : undefined;
}
