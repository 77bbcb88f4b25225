import { decodeHTML } from 'entities';
import type { Article } from './article.ts';
import { cleanAuthor } from './clean-author.ts';
import { cleanSection, cleanSiteName } from './clean-name.ts';
import { cleanTitle } from './clean-title.ts';
import { type MetadataField, metadataCandidates } from './metadata-candidates.ts';
import { ownAddress, pageAddress } from './page-address.ts';
import { pageDate } from './page-date.ts';
import type { PageHead } from './page-head.ts';
import { readJsonLd } from './read-json-ld.ts';
import { storableText } from './storable-text.ts';

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

/** Longer values are no metadata; the cleaning patterns need a bound, too. */
const MAX_VALUE_CHARS = 4_000;

/** For each field the first sound value of those the page offers. What is not sound is passed over, never mended. */
export function readMetadata(head: PageHead, url: string, now: Date): Metadata {
  const jsonLd = readJsonLd(head.jsonLd);
  const candidates = metadataCandidates(head, jsonLd);
  const sources: Article['sources'] = {};

  function first<T>(field: MetadataField, sound: (value: string) => T | undefined): T | undefined {
    for (const [source, value] of candidates[field]) {
      if (!value?.trim() || value.length > MAX_VALUE_CHARS) continue;
      // JSON-LD and doubly escaped templates carry entities as text.
      const result = sound(decodeHTML(value));
      if (result === undefined) continue;
      sources[field] = source;
      return result;
    }
    return undefined;
  }

  const host = URL.parse(url)?.hostname ?? '';
  const siteName = first('siteName', (value) => cleanSiteName(words(value)));
  const title = first('title', (value) => cleanTitle(words(value), siteName, host));
  const author = first('author', (value) => cleanAuthor(words(value)));
  const publishedAt = first('publishedAt', (value) => pageDate(value, now));
  const modifiedAt = first('modifiedAt', (value) => modificationDate(value, publishedAt, now));
  const canonicalUrl = first('canonicalUrl', (value) => ownAddress(value, url));
  const imageUrl = first('imageUrl', (value) => pageAddress(value, url));
  const section = first('section', (value) => cleanSection(words(value)));
  const declaredLanguage = first('language', (value) => value.trim()) ?? '';
  const found = { author, siteName, publishedAt, modifiedAt, canonicalUrl, imageUrl, section };
  const present = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return { title: title ?? '', ...present, declaredLanguage, declaredBody: jsonLd?.body, sources };
}

/** Line ends and tabs part words: as control characters they would go and leave the words joined. */
const words = (value: string) => storableText(value.replace(/\s+/g, ' '));

/** Nothing is changed before it is there. */
function modificationDate(value: string, publishedAt: string | undefined, now: Date): string | undefined {
  const date = pageDate(value, now);
  return date && publishedAt && date < publishedAt ? undefined : date;
}
