import { Parser } from 'htmlparser2';
import { webUrl } from './pick-link.ts';

const FEED_TYPE =
  /^(?:application\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|rdf|rss|atom|x-rss\+xml)|text\/(?:rss|atom|x-rss)\+?xml)\b/i;
/** Types that a feed may have, and much else too: the address must speak for it. */
const MAYBE_TYPE = /^(?:application|text)\/(?:xml|json)\b/i;
const FEED_ADDRESS = /(?:^|[/._?=-])(?:rss|atom|feed|feeds|rdf)(?:[/._?=&-]|$)/i;

/** A head is much shorter; some pages have none and put their links anywhere. */
const MAX_PAGE_CHARS = 2_000_000;
const MAX_FEEDS = 50;

/**
 * Addresses of the feeds that a web page names in `<link rel="alternate">`, in its order, feeds of comments last.
 *
 * @param url of the page; relative addresses count from its `<base>`, then from this
 */
export function discoverFeeds(html: string, url: string): string[] {
  let base: string | undefined;
  const found = new Map<string, boolean>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && base === undefined) base = attributes.href;
      if (name !== 'link' || found.size >= MAX_FEEDS || !isFeedLink(attributes)) return;
      const address = webUrl(attributes.href ?? '', base, url);
      if (address && !found.has(address)) found.set(address, isCommentFeed(address, attributes.title ?? ''));
      // Links are empty elements here as in HTML, also where a page is XHTML and deeply broken.
    },
  });
  // Each closing tag looks through the open ones: in one piece, a page of open tags would cost the square of its length.
  for (const [tag] of html.slice(0, MAX_PAGE_CHARS).matchAll(/<(?:link|base)\b[^<>]{0,2000}>/gi)) parser.write(tag);
  parser.end();
  return [...found].sort(([, a], [, b]) => Number(a) - Number(b)).map(([address]) => address);
}

function isFeedLink(attributes: Record<string, string>): boolean {
  const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/);
  if (rel.includes('stylesheet') || !(rel.includes('alternate') || rel.includes('feed'))) return false;
  const type = attributes.type ?? '';
  if (FEED_TYPE.test(type.trim())) return true;
  if (rel.includes('feed') && type === '') return true;
  const isApi = /\/(?:wp-json|oembed)\b/i.test(attributes.href ?? '') || /oembed/i.test(type);
  return (
    !isApi && (MAYBE_TYPE.test(type) || type === '') && !attributes.hreflang && FEED_ADDRESS.test(attributes.href ?? '')
  );
}

function isCommentFeed(address: string, title: string): boolean {
  return (
    /\/comments\/|[?&]comments|replies/i.test(address) || /comments? feed|»\s*comments|دیدگاه|تعليقات/i.test(title)
  );
}
