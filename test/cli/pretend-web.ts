import type { ExamineNeeds } from '../../lib/cli/examine-address.ts';
import type { TrustNeeds } from '../../lib/cli/trust-typed.ts';
import type { ParsedFeed } from '../../lib/feeds/parsed-feed.ts';
import type { FetchedDocument, FetchOutcome } from '../../lib/http/web-fetcher.ts';

/** What stands at one address: a feed, a page that names feeds, or a way to fail. */
export type Place =
  | { feed: ParsedFeed; fetched?: Partial<FetchedDocument> }
  | { linkedFeeds: string[] }
  | { fails: Exclude<FetchOutcome, FetchedDocument> };

/** Fetcher and reader over a few places; addresses on this machine are refused until they are trusted. */
export function pretendWeb(
  places: Record<string, Place>,
): ExamineNeeds & TrustNeeds & { trusted: string[]; fetched: string[] } {
  const trusted: string[] = [];
  const fetched: string[] = [];
  return {
    trusted,
    fetched,
    trustOrigin: async (url) => void trusted.push(new URL(url).origin),
    webFetcher: {
      async fetch({ url }) {
        fetched.push(url);
        const { origin, hostname } = new URL(url);
        if (hostname === '127.0.0.1' && !trusted.includes(origin)) {
          return { status: 'refused', reason: 'not-a-public-address', detail: 'not a public address' };
        }
        const place = places[url];
        if (place === undefined) return { status: 'failed', reason: 'not-found', detail: 'the server answered 404' };
        if ('fails' in place) return place.fails;
        return {
          status: 'fetched',
          url,
          bytes: new TextEncoder().encode(url),
          contentType: 'text/html',
          etag: undefined,
          lastModified: undefined,
          movedPermanentlyTo: undefined,
          ...('fetched' in place ? place.fetched : {}),
        };
      },
    },
    feedReader: {
      async read(bytes) {
        const place = places[new TextDecoder().decode(bytes)];
        if (place && 'feed' in place) return { status: 'read', feed: place.feed };
        const linkedFeeds = place && 'linkedFeeds' in place ? place.linkedFeeds : [];
        return { status: 'not-a-feed', detail: 'a web page, not a feed', linkedFeeds };
      },
    },
  };
}
