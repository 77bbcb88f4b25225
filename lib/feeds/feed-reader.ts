import type { ParseFeedOptions } from './parse-feed.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { createParsingBox } from './parsing-box.ts';

/** What became of one document; `detail` is a sentence for a person. */
export type FeedReading =
  | { status: 'read'; feed: ParsedFeed }
  | { status: 'not-a-feed'; detail: string; linkedFeeds: string[] }
  | { status: 'broken'; detail: string }
  | { status: 'killed'; reason: 'too-slow' | 'out-of-memory'; detail: string };

export interface FeedReader {
  /** Leaves the bytes as they are. Never rejects for what the document holds. */
  read(bytes: Uint8Array, options: ParseFeedOptions): Promise<FeedReading>;
  close(): Promise<void>;
}

export interface ReadFeedInput extends ParseFeedOptions {
  bytes: Uint8Array;
}

/** Hostile documents of 20 MB cost up to 2 s and 300 MB here; a cold, throttled Lambda is several times slower. */
const TIMEOUT_MILLISECONDS = 15_000;
const MAX_OLD_GENERATION_MEGABYTES = 384;

/** `parseFeed` in a parsing box: no document can take the process with it. */
export function createFeedReader(): FeedReader {
  // Bundled, the worker lies beside the bundle under the bundle's own ending.
  const file = import.meta.url.endsWith('.ts') ? './feed-worker.ts' : './feed-worker.mjs';
  const box = createParsingBox<ReadFeedInput, FeedReading>({
    worker: new URL(file, import.meta.url),
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    maxOldGenerationMegabytes: MAX_OLD_GENERATION_MEGABYTES,
  });
  return {
    async read(bytes, { contentType, url }) {
      // A view may lie in a buffer that others use: the worker gets a copy of its own.
      const copy = Uint8Array.from(bytes);
      const result = await box.run({ bytes: copy, contentType, url }, [copy.buffer]);
      if (result.status === 'done') return result.value;
      if (result.status === 'killed') {
        const cost = result.reason === 'too-slow' ? 'too much time' : 'too much memory';
        return { ...result, detail: `reading the document took ${cost}` };
      }
      return { status: 'broken', detail: `the reader failed: ${result.error.message}` };
    },
    close: () => box.close(),
  };
}
