import type { Article } from '../articles/article.ts';
import type { Classification } from '../classification/classification.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { Item } from '../feeds/item.ts';
import type { Outlet } from '../feeds/outlet.ts';
import type { Coverage } from './coverage.ts';
import { coverageOf } from './coverage-of.ts';
import { factTextOf } from './labels.ts';
import type { LabelNeeds } from './relabel-article.ts';
import type { PlaceInStory } from './story-place.ts';

export interface EnterItemNeeds extends Pick<LabelNeeds, 'findFacts'> {
  feedStore: Pick<FeedStore, 'get'>;
  outletOfHost: (host: string) => Outlet | undefined;
  placeInStory: PlaceInStory;
}

/**
 * The record of an item that ended off topic and is none by the rules of now. It is dated when the item ended: a digest
 * brings it when that lies in the time the digest is about, and never as news of a later day. Its page was not kept. It has
 * the place in a story that it would have had, unless nothing is to be written: then it stands alone.
 */
export async function coverageOfItem(
  item: Item & { articleKey: string },
  article: Article,
  classification: Classification,
  { isDryRun }: { isDryRun: boolean },
  needs: EnterItemNeeds,
): Promise<Coverage> {
  const { articleId, feedId, url, canonicalUrl, title, publishedAt, firstSeenAt, endedAt, articleKey } = item;
  const feed = await needs.feedStore.get(feedId);
  const host = new URL(article.canonicalUrl ?? url).hostname;
  const outletId = feed?.outletId ?? host;
  const outlet = needs.outletOfHost(host) ?? {
    outletId,
    name: feed?.outletName ?? outletId,
    relation: feed?.relation ?? 'unknown',
  };
  const factText = factTextOf(article, classification, article.publishedAt ?? publishedAt);
  const facts = needs.findFacts(factText);
  const isPlaced = classification.relevance === 'relevant' && !isDryRun;
  const place = isPlaced
    ? await needs.placeInStory({
        articleId,
        outletId: outlet.outletId,
        language: factText.language ?? 'und',
        article,
        facts,
        publishedAt: article.publishedAt ?? publishedAt,
        seenAt: firstSeenAt,
      })
    : { storyId: articleId };
  return coverageOf({
    message: { articleId, feedId, url, canonicalUrl, outletId, title, publishedAt, firstSeenAt },
    article,
    classification,
    facts,
    place,
    outlet,
    bodySource: article.sources.text === 'feed' ? 'feed' : 'page',
    pageKey: undefined,
    articleKey,
    now: new Date(endedAt ?? firstSeenAt),
  });
}
