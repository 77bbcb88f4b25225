import type { Article, ArticleReader } from '../articles/article.ts';
import type { PageArchive } from '../articles/page-archive.ts';
import type { ClassifiableText, Classification } from '../classification/classification.ts';
import { RetryLaterError } from '../errors.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { ItemOutcome } from '../feeds/item.ts';
import type { ItemEnd, ItemStore } from '../feeds/item-store.ts';
import type { Outlet } from '../feeds/outlet.ts';
import type { ArticleMessage } from '../feeds/work-queues.ts';
import type { FetchedDocument, FetchOutcome, WebFetcher } from '../http/web-fetcher.ts';
import { log } from '../log.ts';
import { coverageOf } from './coverage-of.ts';
import type { CoverageStore } from './coverage-store.ts';
import { feedTextArticle } from './feed-text-article.ts';
import { findPageDuplicate } from './find-page-duplicate.ts';

export interface ReadArticleNeeds {
  itemStore: Pick<ItemStore, 'findItems' | 'endItem' | 'claimIdentity'>;
  feedStore: Pick<FeedStore, 'get'>;
  coverageStore: Pick<CoverageStore, 'add'>;
  webFetcher: WebFetcher;
  articleReader: Pick<ArticleReader, 'read'>;
  classify: (text: ClassifiableText) => Classification;
  pageArchive: Pick<PageArchive, 'putPage' | 'putArticle'>;
  outletOfHost: (host: string) => Outlet | undefined;
  now: () => Date;
}

/** `already-ended`: delivered again after its end; nothing is done and nothing counted. */
export type ReadArticleOutcome = ItemOutcome | 'already-ended';

/** A server that fails is asked this often before the item ends as unavailable. */
const TRIES = 3;
const RETRY_SECONDS = 120;

/** What was read of an item: its page, or the feed's own text where the page cannot be had. */
interface Reading {
  article: Article;
  bodySource: 'page' | 'feed';
  page?: FetchedDocument;
  step: string;
}

type Ending = Pick<ItemEnd, 'outcome' | 'reason' | 'score' | 'articleKey'> & { step: string };

/**
 * Reads the page of one item and records it when it is coverage. Every effect is conditional on the article's id:
 * delivered twice, it records once and counts once.
 *
 * @param receiveCount how often the message was delivered, from 1
 * @throws RetryLaterError when the server asks for patience or fails for the moment
 */
export async function readArticle(
  message: ArticleMessage,
  receiveCount: number,
  needs: ReadArticleNeeds,
): Promise<ReadArticleOutcome> {
  const { articleId, feedId } = message;
  const [item] = await needs.itemStore.findItems([{ articleId, feedId }]);
  if (item?.state === 'done') return 'already-ended';

  const { step, ...ending } = await settle(message, receiveCount, needs);
  const at = needs.now().toISOString();
  const isFirst = await needs.itemStore.endItem(articleId, feedId, {
    ...ending,
    at,
    trace: [{ at, stage: 'read-article', what: step }],
  });
  if (!isFirst) return 'already-ended';
  log.outcome({ stage: 'item', outcome: ending.outcome, reason: ending.reason, articleId, feedId });
  return ending.outcome;
}

async function settle(message: ArticleMessage, receiveCount: number, needs: ReadArticleNeeds): Promise<Ending> {
  const fetched = await needs.webFetcher.fetch({ url: message.url, kind: 'page' });
  const reading = await read(message, fetched, receiveCount, needs);
  if ('outcome' in reading) return reading;

  const first = await findPageDuplicate(message, reading.article.canonicalUrl ?? reading.page?.url, needs);
  if (first) {
    const reason = `the same article as ${first}, by the address the page gives`;
    return { outcome: 'duplicate', reason, step: `${reading.step}; duplicate: ${reason}` };
  }

  const { article } = reading;
  const classification = needs.classify({ title: article.title, text: article.text, language: knownLanguage(article) });
  const pageKey = reading.page && (await needs.pageArchive.putPage(reading.page.bytes));
  const articleKey = await needs.pageArchive.putArticle(article);
  const { relevance, score, threshold } = classification;
  const reason = `score ${score.toFixed(1)}, relevant from ${threshold.toFixed(1)}`;
  const end = { reason, score, articleKey, step: `${reading.step}; ${relevance}: ${reason}` };
  if (relevance === 'off-topic') return { ...end, outcome: 'off-topic' };

  const feed = await needs.feedStore.get(message.feedId);
  const outlet = needs.outletOfHost(new URL(reading.page?.url ?? message.url).hostname) ?? {
    outletId: message.outletId,
    name: feed?.outletName ?? message.outletId,
    relation: feed?.relation ?? 'unknown',
  };
  await needs.coverageStore.add(
    coverageOf({
      message,
      article,
      classification,
      outlet,
      bodySource: reading.bodySource,
      pageKey,
      articleKey,
      now: needs.now(),
    }),
  );
  return { ...end, outcome: relevance === 'relevant' ? 'recorded' : 'passing-mention' };
}

/** @returns an ending when there is nothing to classify */
async function read(
  message: ArticleMessage,
  fetched: FetchOutcome,
  receiveCount: number,
  needs: ReadArticleNeeds,
): Promise<Reading | Ending> {
  if (fetched.status !== 'fetched') return withoutPage(message, fetched, receiveCount);
  const reading = await needs.articleReader.read(fetched);
  if (reading.status === 'unreadable') return fallBack(message, 'unreadable', reading.detail);
  const { article } = reading;
  const exception = fetched.robotsException === undefined ? '' : `; ${fetched.robotsException}`;
  const step = `page read: ${article.text.length} characters, quality ${article.quality.toFixed(2)}${exception}`;
  return { article: { ...article, title: article.title || message.title }, bodySource: 'page', page: fetched, step };
}

function withoutPage(
  message: ArticleMessage,
  fetched: Exclude<FetchOutcome, FetchedDocument>,
  receiveCount: number,
): Reading | Ending {
  if (fetched.status === 'not-modified') return fallBack(message, 'unavailable', 'the server sent no page');
  if (fetched.status === 'refused') return fallBack(message, 'blocked', fetched.detail);
  const isPassing = ['throttled', 'server-error', 'too-slow', 'unreachable', 'cut-short'].includes(fetched.reason);
  if (isPassing && receiveCount < TRIES) {
    throw new RetryLaterError(fetched.detail, fetched.retryAfterSeconds ?? RETRY_SECONDS * receiveCount);
  }
  return fallBack(message, 'unavailable', fetched.detail);
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

const knownLanguage = (article: Article) => (article.language === 'und' ? undefined : article.language);
