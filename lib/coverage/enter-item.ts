import type { Article } from '../articles/article.ts';
import type { Classification } from '../classification/classification.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { Item } from '../feeds/item.ts';
import type { Outlet } from '../feeds/outlet.ts';
import type { Coverage } from './coverage.ts';
import { coverageOf } from './coverage-of.ts';
import { factTextOf } from './labels.ts';
import type { LabelNeeds } from './relabel-article.ts';

export interface EnterItemNeeds extends Pick<LabelNeeds, 'findFacts'> {
  feedStore: Pick<FeedStore, 'get'>;
  outletOfHost: (host: string) => Outlet | undefined;
}

/**
 * The record of an item that ended off topic and is none by the rules of now. It is dated when the item ended: a digest
 * brings it when that lies in the time the digest is about, and never as news of a later day. Its page was not kept.
 */
export async function coverageOfItem(
  item: Item & { articleKey: string },
  article: Article,
  classification: Classification,
  needs: EnterItemNeeds,
): Promise<Coverage> {
  const { articleId, feedId, url, canonicalUrl, title, publishedAt, firstSeenAt, endedAt, articleKey } = item;
  const feed = await needs.feedStore.get(feedId);
  const host = new URL(article.canonicalUrl ?? url).hostname;
  const outletId = feed?.outletId ?? host;
  return coverageOf({
    message: { articleId, feedId, url, canonicalUrl, outletId, title, publishedAt, firstSeenAt },
    article,
    classification,
    facts: needs.findFacts(factTextOf(article, classification, article.publishedAt ?? publishedAt)),
    // Those who might be its story found their places without it.
    place: { storyId: articleId },
    outlet: needs.outletOfHost(host) ?? {
      outletId,
      name: feed?.outletName ?? outletId,
      relation: feed?.relation ?? 'unknown',
    },
    bodySource: article.sources.text === 'feed' ? 'feed' : 'page',
    pageKey: undefined,
    articleKey,
    now: new Date(endedAt ?? firstSeenAt),
  });
}
