import { createParsingBox } from '../feeds/parsing-box.ts';
import type { ArticleReader, PageDocument } from './article.ts';
import type { AccountedReading } from './reading-account.ts';

export interface ReadingLimits {
  timeoutMilliseconds: number;
  maxOldGenerationMegabytes: number;
}

/** A 40 KB page of nested elements costs a DOM 7–11 s and 0.5 MB of unclosed ones 1 GB; a real page 30 ms and 20 MB. */
const LIMITS: ReadingLimits = { timeoutMilliseconds: 6_000, maxOldGenerationMegabytes: 384 };

/** A reader that also says how it came to its reading. */
export interface AccountingReader extends ArticleReader {
  read(page: PageDocument): Promise<AccountedReading>;
}

/** Reads pages one after another in a worker that is killed when a page costs too much. */
export function createArticleReader(limits: ReadingLimits = LIMITS): AccountingReader {
  // Bundled, the worker lies beside the bundle under the bundle's own ending.
  const file = import.meta.url.endsWith('.ts') ? './article-worker.ts' : './article-worker.mjs';
  const box = createParsingBox<PageDocument, AccountedReading>({
    worker: new URL(file, import.meta.url),
    ...limits,
  });
  return {
    async read(page) {
      const result = await box.run({ bytes: page.bytes, contentType: page.contentType, url: page.url });
      if (result.status === 'done') return result.value;
      if (result.status === 'failed') {
        return {
          status: 'unreadable',
          reason: 'broken',
          detail: `the page could not be parsed: ${result.error.message}`,
        };
      }
      const detail =
        result.reason === 'too-slow'
          ? `page too slow: not parsed within ${limits.timeoutMilliseconds / 1000} s`
          : `page out of memory: parsing took more than ${limits.maxOldGenerationMegabytes} MB`;
      return { status: 'unreadable', reason: result.reason, detail };
    },
    close: () => box.close(),
  };
}
