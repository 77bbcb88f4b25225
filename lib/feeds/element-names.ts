/** The customary prefix of the namespaces that matter; '' for those whose names stand bare in feeds. */
const PREFIX_BY_NAMESPACE: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss091', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'news'],
  ['http://www.sitemaps.org/schemas/sitemap/0.9', ''],
  ['http://www.google.com/schemas/sitemap/0.84', ''],
]);

/** Namespaces by the prefix that the document gives them; '' is the default namespace. */
export type Namespaces = ReadonlyMap<string, string>;

/** The namespaces that a start tag declares, added to those around it. */
export function withDeclared(around: Namespaces, attributes: Readonly<Record<string, string>>): Namespaces {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return around;
  return new Map([...around, ...declared.map(([name, uri]): [string, string] => [name.slice(6), uri])]);
}

/**
 * An element's name in lower case with the customary prefix of its namespace. A prefix that is not declared, or stands
 * for something unknown, is taken at its word.
 */
export function customaryName(name: string, namespaces: Namespaces): string {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const local = lower.slice(colon + 1);
  const uri = namespaces
    .get(prefix)
    ?.trim()
    .toLowerCase()
    .replace(/[#/]+$/, '');
  const known = uri === undefined ? undefined : PREFIX_BY_NAMESPACE.get(uri);
  const customary = known ?? (prefix === 'rss' ? '' : prefix);
  // Where Atom is the default it is the document's own language.
  return customary === '' || (prefix === '' && customary === 'atom') ? local : `${customary}:${local}`;
}
