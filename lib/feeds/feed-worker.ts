import { BrokenFeedError, NotAFeedError } from './feed-errors.ts';
import type { FeedReading, ReadFeedInput } from './feed-reader.ts';
import { parseFeed } from './parse-feed.ts';
import { serveParsingBox } from './serve-parsing-box.ts';

/** Errors lose their class on the way between threads: the ends that are expected go as values. */
async function readFeed({ bytes, contentType, url }: ReadFeedInput): Promise<FeedReading> {
  try {
    return { status: 'read', feed: await parseFeed(bytes, { contentType, url }) };
  } catch (error) {
    if (error instanceof NotAFeedError) {
      return { status: 'not-a-feed', detail: error.message, linkedFeeds: [...error.linkedFeeds] };
    }
    if (error instanceof BrokenFeedError) return { status: 'broken', detail: error.message };
    throw error;
  }
}

serveParsingBox(readFeed);
