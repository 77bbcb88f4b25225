import type { Feed } from '../../lib/feeds/feed.ts';
import type { FeedReading } from '../../lib/feeds/feed-reader.ts';
import { type FetchFeedNeeds, fetchFeed } from '../../lib/feeds/fetch-feed.ts';
import type { ParsedFeed, ParsedItem } from '../../lib/feeds/parsed-feed.ts';
import { ArticleMessage } from '../../lib/feeds/work-queues.ts';
import type { FetchedDocument, FetchOutcome, FetchRequest } from '../../lib/http/web-fetcher.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { createMemoryFeedStore } from './memory-feed-store.ts';
import { createMemoryItemStore } from './memory-item-store.ts';
import { createMemoryQueue } from './memory-queue.ts';

export const document = (items: ParsedItem[], repairs: string[] = []): ParsedFeed => ({
  format: 'rss',
  items,
  repairs,
});

/** An item published an hour before the world's clock begins. */
export const listed = (name: string, changes: Partial<ParsedItem> = {}): ParsedItem => ({
  id: `guid of ${name}`,
  link: `https://news.example.org/${name}`,
  title: `Title of ${name}`,
  published: '2026-11-23T07:00:00.000Z',
  ...changes,
});

export const fetchedDocument = (changes: Partial<FetchedDocument> = {}): FetchedDocument => ({
  status: 'fetched',
  url: 'https://news.example.org/feed.xml',
  bytes: new TextEncoder().encode('a document'),
  contentType: 'application/rss+xml',
  etag: '"1"',
  lastModified: undefined,
  movedPermanentlyTo: undefined,
  ...changes,
});

/** Everything fetch-feed needs, in memory. Each document that is served has bytes of its own. */
export function feedWorld(options: { feed?: Partial<Feed>; feeds?: Feed[] } = {}) {
  const feeds = options.feeds ?? [sampleFeed(options.feed)];
  const clock = { now: '2026-11-23T08:00:00.000Z' };
  const now = () => new Date(clock.now);
  const feedStore = createMemoryFeedStore(feeds);
  const itemStore = createMemoryItemStore(now);
  const articleQueue = createMemoryQueue<ArticleMessage>();
  const server = { answer: fetchedDocument() as FetchOutcome, reading: { status: 'read' } as FeedReading };
  const requests: FetchRequest[] = [];
  const needs: FetchFeedNeeds = {
    feedStore,
    itemStore,
    articleQueue: {
      // What the queue's reader would refuse must not be sent.
      send: async (messages) => articleQueue.send(messages.map((message) => ArticleMessage.parse(message))),
    },
    webFetcher: {
      async fetch(request) {
        requests.push(request);
        return server.answer;
      },
    },
    feedReader: { read: async () => server.reading, close: async () => {} },
    now,
    random: () => 0.5,
  };
  const serve = (items: ParsedItem[], changes: Partial<FetchedDocument> = {}) => {
    const feed = document(items);
    server.answer = fetchedDocument({ bytes: new TextEncoder().encode(JSON.stringify(feed)), ...changes });
    server.reading = { status: 'read', feed };
  };
  const [first] = feeds as [Feed];
  const feed = () => feedStore.feeds().find(({ feedId }) => feedId === first.feedId) as Feed;
  return {
    needs,
    clock,
    server,
    serve,
    requests,
    itemStore,
    feedStore,
    feed,
    messages: articleQueue.messages,
    /** Checks the first feed, as if it had just been queued. */
    check: (own: FetchFeedNeeds = needs) => {
      const { feedId, url, lastCheckedAt } = feed();
      return fetchFeed({ feedId, url, lastCheckedAt }, own);
    },
  };
}
