import type { MetadataSource } from './article.ts';
import type { PageHead } from './page-head.ts';
import type { JsonLdArticle } from './read-json-ld.ts';

/** Where a value may stand and what stands there, the most trusted first; undefined where the page has nothing. */
export type Candidates = readonly (readonly [MetadataSource, string | undefined])[];

export type MetadataField =
  | 'title'
  | 'author'
  | 'siteName'
  | 'publishedAt'
  | 'modifiedAt'
  | 'canonicalUrl'
  | 'imageUrl'
  | 'section'
  | 'language';

/** Names of `<meta>` under which content management systems write the day of publication. */
const PUBLISHED_NAMES = [
  'date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'parsely-pub-date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'citation_publication_date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article.published',
] as const;

/** What a page says of itself for each field, as found, in the order JSON-LD, OpenGraph, microdata, meta, page. */
export function metadataCandidates(
  head: PageHead,
  jsonLd: JsonLdArticle | undefined,
): Record<MetadataField, Candidates> {
  const { meta, microdata } = head;
  const named = (names: readonly string[]): Candidates => names.map((name) => ['meta', meta.get(name)]);
  return {
    siteName: [
      // A publisher that is an author is a template's mistake for a person.
      ['json-ld', jsonLd?.authors.includes(jsonLd.siteName ?? '') ? undefined : jsonLd?.siteName],
      ['open-graph', meta.get('og:site_name')],
      ...named(['application-name', 'apple-mobile-web-app-title']),
    ],
    title: [
      ['json-ld', jsonLd?.headline],
      ['open-graph', meta.get('og:title')],
      ['microdata', microdata.get('headline')],
      ...named(['twitter:title', 'dc.title', 'title']),
      ['page', head.firstHeadings.length === 1 ? head.firstHeadings[0] : undefined],
      ['page', head.title],
      ['page', head.firstHeadings[0]],
    ],
    author: [
      ['json-ld', jsonLd?.authors.join(', ')],
      ['open-graph', meta.get('article:author')],
      ['open-graph', meta.get('og:article:author')],
      ['microdata', microdata.get('author')],
      ...named(['author', 'dc.creator', 'parsely-author', 'byl']),
      ...head.bylines.map((byline) => ['page', byline] as const),
    ],
    publishedAt: [
      ['json-ld', jsonLd?.published],
      ['open-graph', meta.get('article:published_time')],
      ['open-graph', meta.get('og:article:published_time')],
      ['open-graph', meta.get('og:published_time')],
      ['microdata', microdata.get('datePublished')],
      ...named(PUBLISHED_NAMES),
      ['page', head.times[0]],
      ...head.dateLines.map((line) => ['page', line] as const),
    ],
    modifiedAt: [
      ['json-ld', jsonLd?.modified],
      ['open-graph', meta.get('article:modified_time')],
      ['open-graph', meta.get('og:article:modified_time')],
      ['open-graph', meta.get('og:updated_time')],
      ['microdata', microdata.get('dateModified')],
      ...named(['last-modified', 'dcterms.modified', 'lastmod']),
    ],
    canonicalUrl: [
      ['page', head.canonicalHref],
      ['open-graph', meta.get('og:url')],
    ],
    imageUrl: [
      ['json-ld', jsonLd?.image],
      ['open-graph', meta.get('og:image')],
      ['open-graph', meta.get('og:image:url')],
      ['open-graph', meta.get('og:image:secure_url')],
      ['microdata', microdata.get('image')],
      ...named(['twitter:image', 'twitter:image:src']),
    ],
    section: [
      ['json-ld', jsonLd?.section],
      ['open-graph', meta.get('article:section')],
      ['open-graph', meta.get('og:article:section')],
      ['microdata', microdata.get('articleSection')],
      ...named(['section', 'parsely-section']),
    ],
    language: [
      ['page', head.language],
      ['json-ld', jsonLd?.language],
      ...named(['content-language', 'dc.language']),
      ['open-graph', meta.get('og:locale')],
    ],
  };
}
