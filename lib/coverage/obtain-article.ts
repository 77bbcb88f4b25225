import type { Article, ArticleReader } from '../articles/article.ts';
import { RetryLaterError } from '../errors.ts';
import type { ItemEnd } from '../feeds/item-store.ts';
import type { ArticleMessage, ArticleQueue } from '../feeds/work-queues.ts';
import type { FetchedDocument, FetchOutcome, WebFetcher } from '../http/web-fetcher.ts';
import { log } from '../log.ts';
import { feedTextArticle } from './feed-text-article.ts';

export interface ObtainArticleNeeds {
  webFetcher: WebFetcher;
  articleReader: Pick<ArticleReader, 'read'>;
  articleQueue: ArticleQueue;
  now: () => Date;
}

/** What was read of an item: its page, or the feed's own text where the page cannot be had. */
export interface Reading {
  article: Article;
  bodySource: 'page' | 'feed';
  page?: FetchedDocument;
  /** For the item's trace. */
  step: string;
}

export type Ending = Pick<ItemEnd, 'outcome' | 'reason' | 'score' | 'articleKey'> & { step: string };

/** A server that fails is asked this often before the item ends as unavailable. */
const TRIES = 3;
/** Before the second try; twice as long before the third. */
const PAUSE_SECONDS = 120;

/**
 * The article of an item, or the item's end when there is nothing to classify.
 *
 * @throws RetryLaterError when the server asks for patience: that holds its whole host
 */
export async function obtainArticle(
  message: ArticleMessage,
  receiveCount: number,
  needs: ObtainArticleNeeds,
): Promise<Reading | Ending | 'put-back'> {
  const fetched = await needs.webFetcher.fetch({ url: message.url, kind: 'page' });
  if (fetched.status !== 'fetched') return withoutPage(message, fetched, receiveCount, needs);
  const reading = await needs.articleReader.read(fetched);
  if (reading.status === 'unreadable') return fallBack(message, 'unreadable', reading.detail);
  const { article } = reading;
  const exception = fetched.robotsException === undefined ? '' : `; ${fetched.robotsException}`;
  const step = `page read: ${article.text.length} characters, quality ${article.quality.toFixed(2)}${exception}`;
  return { article: { ...article, title: article.title || message.title }, bodySource: 'page', page: fetched, step };
}

async function withoutPage(
  message: ArticleMessage,
  fetched: Exclude<FetchOutcome, FetchedDocument>,
  receiveCount: number,
  needs: ObtainArticleNeeds,
): Promise<Reading | Ending | 'put-back'> {
  if (fetched.status === 'not-modified') return fallBack(message, 'unavailable', 'the server sent no page');
  if (fetched.status === 'refused') return fallBack(message, 'blocked', fetched.detail);
  if (fetched.reason === 'throttled' && receiveCount < TRIES) {
    throw new RetryLaterError(fetched.detail, fetched.retryAfterSeconds ?? PAUSE_SECONDS * receiveCount);
  }
  const isPassing = ['server-error', 'too-slow', 'unreachable', 'cut-short'].includes(fetched.reason);
  const attempt = message.attempt ?? 1;
  if (isPassing && attempt < TRIES) return putBack(message, attempt, fetched.detail, needs);
  return fallBack(message, 'unavailable', fetched.detail);
}

/**
 * One page that fails must not hold the others of its host, as putting its message off would: it goes to the end of the
 * line instead. A crash after sending leaves two messages; the item ends once all the same.
 */
async function putBack(
  message: ArticleMessage,
  attempt: number,
  detail: string,
  { articleQueue, now }: ObtainArticleNeeds,
): Promise<'put-back'> {
  const notBefore = new Date(now().getTime() + PAUSE_SECONDS * attempt * 1000).toISOString();
  await articleQueue.send([{ ...message, attempt: attempt + 1, notBefore }]);
  log.info('put back', { stage: 'read-article', articleId: message.articleId, attempt, reason: detail });
  return 'put-back';
}

/** The feed's own text stands in, marked so; without one the item ends here. */
function fallBack(
  message: ArticleMessage,
  outcome: 'unreadable' | 'blocked' | 'unavailable',
  detail: string,
): Reading | Ending {
  const article = feedTextArticle(message);
  if (!article) return { outcome, reason: detail, step: `${outcome}: ${detail}` };
  return {
    article,
    bodySource: 'feed',
    step: `${detail}; the feed's own text was read instead: ${article.text.length} characters`,
  };
}
