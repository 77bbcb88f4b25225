import { decodeHTML } from 'entities';
import type { Article, MetadataSource } from './article.ts';
import { cleanAuthor } from './clean-author.ts';
import { cleanTitle } from './clean-title.ts';
import { isSameSite, pageAddress } from './page-address.ts';
import { pageDate } from './page-date.ts';
import type { PageHead } from './page-head.ts';
import { readJsonLd } from './read-json-ld.ts';

/** Everything about an article but its text; `sources` says where each value was found. */
export type Metadata = Pick<
  Article,
  'title' | 'author' | 'siteName' | 'publishedAt' | 'modifiedAt' | 'canonicalUrl' | 'imageUrl' | 'section' | 'sources'
> & {
  /** As declared, empty when the page says nothing. */
  declaredLanguage: string;
  /** The body as JSON-LD has it, text or HTML. */
  declaredBody: string | undefined;
};

type Candidates = readonly (readonly [MetadataSource, string | undefined])[];

/** For each field the first sound value in the order JSON-LD, OpenGraph, microdata, meta, page. */
export function readMetadata(head: PageHead, url: string, now: Date): Metadata {
  const { meta, microdata } = head;
  const jsonLd = readJsonLd(head.jsonLd);
  const sources: Article['sources'] = {};

  function first<T>(field: string, candidates: Candidates, sound: (value: string) => T | undefined): T | undefined {
    for (const [source, value] of candidates) {
      // JSON-LD and doubly escaped templates carry entities as text.
      const result = value?.trim() ? sound(decodeHTML(value)) : undefined;
      if (result === undefined) continue;
      sources[field] = source;
      return result;
    }
    return undefined;
  }

  const siteName = first(
    'siteName',
    [
      // A publisher that is an author is a template's mistake for a person.
      ['json-ld', jsonLd?.authors.includes(jsonLd.siteName ?? '') ? undefined : jsonLd?.siteName],
      ['open-graph', meta.get('og:site_name')],
      ['meta', meta.get('application-name') ?? meta.get('apple-mobile-web-app-title')],
    ],
    shortText,
  );
  const host = URL.parse(url)?.hostname ?? '';
  const date = (value: string) => pageDate(value, now);
  const title = first(
    'title',
    [
      ['json-ld', jsonLd?.headline],
      ['open-graph', meta.get('og:title')],
      ['microdata', microdata.get('headline')],
      ['meta', meta.get('twitter:title') ?? meta.get('dc.title') ?? meta.get('title')],
      ['page', head.firstHeadings.length === 1 ? head.firstHeadings[0] : undefined],
      ['page', head.title],
      ['page', head.firstHeadings[0]],
    ],
    (value) => cleanTitle(value, siteName, host),
  );
  const author = first(
    'author',
    [
      ['json-ld', jsonLd?.authors.join(', ')],
      ['open-graph', meta.get('article:author')],
      ['microdata', microdata.get('author')],
      ['meta', meta.get('author') ?? meta.get('dc.creator') ?? meta.get('parsely-author') ?? meta.get('byl')],
      ...head.bylines.map((byline) => ['page', byline] as const),
    ],
    cleanAuthor,
  );
  const publishedAt = first(
    'publishedAt',
    [
      ['json-ld', jsonLd?.published],
      ['open-graph', meta.get('article:published_time') ?? meta.get('og:published_time')],
      ['microdata', microdata.get('datePublished')],
      ...[
        'date',
        'pubdate',
        'publish-date',
        'publishdate',
        'parsely-pub-date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'sailthru.date',
        'cxenseparse:recs:publishtime',
        'article.published',
      ].map((name) => ['meta', meta.get(name)] as const),
      ['page', head.times[0]],
    ],
    date,
  );
  const modifiedAt = first(
    'modifiedAt',
    [
      ['json-ld', jsonLd?.modified],
      ['open-graph', meta.get('article:modified_time') ?? meta.get('og:updated_time')],
      ['microdata', microdata.get('dateModified')],
      ['meta', meta.get('last-modified') ?? meta.get('dcterms.modified') ?? meta.get('lastmod')],
    ],
    date,
  );
  const canonicalUrl = first(
    'canonicalUrl',
    [
      ['page', head.canonicalHref],
      ['open-graph', meta.get('og:url')],
    ],
    (value) => ownAddress(value, url),
  );
  const imageUrl = first(
    'imageUrl',
    [
      ['json-ld', jsonLd?.image],
      ['open-graph', meta.get('og:image') ?? meta.get('og:image:url') ?? meta.get('og:image:secure_url')],
      ['microdata', microdata.get('image')],
      ['meta', meta.get('twitter:image') ?? meta.get('twitter:image:src')],
    ],
    (value) => pageAddress(value, url),
  );
  const section = first(
    'section',
    [
      ['json-ld', jsonLd?.section],
      ['open-graph', meta.get('article:section')],
      ['microdata', microdata.get('articleSection')],
      ['meta', meta.get('section') ?? meta.get('parsely-section')],
    ],
    sectionName,
  );
  const declaredLanguage =
    head.language || jsonLd?.language || meta.get('content-language') || meta.get('og:locale') || '';
  const found = { author, siteName, publishedAt, modifiedAt, canonicalUrl, imageUrl, section };
  const present = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return { title: title ?? '', ...present, declaredLanguage, declaredBody: jsonLd?.body, sources };
}

function shortText(value: string): string | undefined {
  const text = value.replace(/\s+/g, ' ').trim();
  return text.length > 0 && text.length <= 100 && !/^https?:/i.test(text) ? text : undefined;
}

/** The first of several; what a template calls every page is no section. */
function sectionName(value: string): string | undefined {
  const name = shortText(value.split(',')[0] ?? '');
  return name && !/^(articles?|posts?|pages?|news ?article|story|uncategorized|all|front page)$/i.test(name)
    ? name
    : undefined;
}

/** A canonical address that leaves the site, or points an article at the home page, is a template's mistake. */
function ownAddress(value: string, url: string): string | undefined {
  const address = pageAddress(value, url);
  if (!address || !isSameSite(address, url)) return undefined;
  const isHome = new URL(address).pathname === '/' && !new URL(address).search;
  return isHome && URL.parse(url)?.pathname !== '/' ? undefined : address;
}
