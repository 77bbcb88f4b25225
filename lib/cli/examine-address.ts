import type { FeedReader, FeedReading } from '../feeds/feed-reader.ts';
import type { ParsedFeed } from '../feeds/parsed-feed.ts';
import type { FetchedDocument, FetchFailed, FetchRefused, WebFetcher } from '../http/web-fetcher.ts';

export interface ExamineNeeds {
  webFetcher: Pick<WebFetcher, 'fetch'>;
  feedReader: Pick<FeedReader, 'read'>;
}

/** What stands at an address. */
export type Examination =
  | { kind: 'feed'; document: FetchedDocument; feed: ParsedFeed }
  /** A page that names feeds, best first. */
  | { kind: 'page'; feedUrls: string[] }
  | { kind: 'neither'; reason: NoFeedReason; why: string };

type NoFeedReason =
  | FetchRefused['reason']
  | FetchFailed['reason']
  | 'not-modified'
  | Exclude<FeedReading['status'], 'read' | 'killed'>
  | Extract<FeedReading, { status: 'killed' }>['reason'];

/** Fetches an address once and reads it. */
export async function examineAddress(url: string, needs: ExamineNeeds): Promise<Examination> {
  const document = await needs.webFetcher.fetch({ url, kind: 'feed' });
  if (document.status === 'not-modified')
    return { kind: 'neither', reason: 'not-modified', why: 'the server sent no document' };
  if (document.status !== 'fetched') {
    return { kind: 'neither', reason: document.reason, why: document.detail };
  }
  const { bytes, contentType } = document;
  const reading = await needs.feedReader.read(bytes, { contentType, url: document.url });
  if (reading.status === 'read') return { kind: 'feed', document, feed: reading.feed };
  if (reading.status === 'not-a-feed' && reading.linkedFeeds.length > 0) {
    return { kind: 'page', feedUrls: reading.linkedFeeds };
  }
  const reason = reading.status === 'killed' ? reading.reason : reading.status;
  return { kind: 'neither', reason, why: reading.detail };
}
