import { createParsingBox } from '../feeds/parsing-box.ts';
import type { ArticleReader, ArticleReading, PageDocument } from './article.ts';

/** A 40 KB page of nested elements costs a DOM 7–11 s; a real page 30 ms. */
const TIMEOUT_MILLISECONDS = 6_000;
const MAX_OLD_GENERATION_MEGABYTES = 384;

/** Reads pages one after another in a worker that is killed when a page costs too much. */
export function createArticleReader(): ArticleReader {
  const box = createParsingBox<PageDocument, ArticleReading>({
    worker: new URL('./article-worker.ts', import.meta.url),
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    maxOldGenerationMegabytes: MAX_OLD_GENERATION_MEGABYTES,
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
          ? `not parsed within ${TIMEOUT_MILLISECONDS / 1000} s`
          : `parsing took more than ${MAX_OLD_GENERATION_MEGABYTES} MB`;
      return { status: 'unreadable', reason: result.reason, detail };
    },
    close: () => box.close(),
  };
}
