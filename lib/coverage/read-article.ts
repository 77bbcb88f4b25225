import type { PageArchive } from '../articles/page-archive.ts';
import type { ClassifiableText, Classification, Relevance } from '../classification/classification.ts';
import type { Facts } from '../classification/facts.ts';
import type { FactText } from '../classification/find-facts.ts';
import { OPINION_SECONDS } from '../classification/opinion-model.ts';
import type { SecondOpinion } from '../classification/second-opinion.ts';
import { RetryLaterError } from '../errors.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { ItemOutcome } from '../feeds/item.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import type { Outlet } from '../feeds/outlet.ts';
import { type ArticleMessage, FETCH_RESERVE_SECONDS } from '../feeds/work-queues.ts';
import { log } from '../log.ts';
import { coverageOf } from './coverage-of.ts';
import type { CoverageStore } from './coverage-store.ts';
import { findPageDuplicate } from './find-page-duplicate.ts';
import { factTextOf, knownLanguage } from './labels.ts';
import { type Ending, type ObtainArticleNeeds, obtainArticle } from './obtain-article.ts';
import { sayScore } from './say-score.ts';
import type { PlacedArticle, PlaceInStory, StoryPlace } from './story-place.ts';

export interface ReadArticleNeeds extends ObtainArticleNeeds {
  itemStore: Pick<ItemStore, 'findItems' | 'endItem' | 'claimIdentity'>;
  feedStore: Pick<FeedStore, 'get'>;
  coverageStore: Pick<CoverageStore, 'add'>;
  classify: (text: ClassifiableText) => Classification;
  findFacts: (text: FactText) => Facts;
  /** Absent where no model is asked. It gives undefined where there is no opinion, and changes no end. */
  askSecondOpinion?: (
    articleId: string,
    text: ClassifiableText,
    judged: Classification,
  ) => Promise<SecondOpinion | undefined>;
  placeInStory: PlaceInStory;
  pageArchive: Pick<PageArchive, 'putPage' | 'putArticle'>;
  outletOfHost: (host: string) => Outlet | undefined;
}

/** Seconds that must be left for one more message. */
export const readingReserveSeconds = ({ askSecondOpinion }: Pick<ReadArticleNeeds, 'askSecondOpinion'>): number =>
  FETCH_RESERVE_SECONDS + (askSecondOpinion ? OPINION_SECONDS : 0);

/**
 * `already-ended`: delivered again after its end; nothing is done and nothing counted. `put-back`: its server failed for
 * the moment; the item has no end yet and waits behind the others of its host.
 */
export type ReadArticleOutcome = ItemOutcome | 'already-ended' | 'put-back';

/**
 * Reads the page of one item and records it when it is coverage. Every effect is conditional on the article's id:
 * delivered twice, it records once and counts once.
 *
 * @param receiveCount how often the message was delivered, from 1
 * @throws RetryLaterError when the server asks for patience, or the message was put back a moment ago
 */
export async function readArticle(
  message: ArticleMessage,
  receiveCount: number,
  needs: ReadArticleNeeds,
): Promise<ReadArticleOutcome> {
  const { articleId, feedId } = message;
  const [item] = await needs.itemStore.findItems([{ articleId, feedId }]);
  if (item?.state === 'done') return 'already-ended';

  refuseEarly(message, needs.now());
  const settled = await settle(message, receiveCount, needs);
  if (settled === 'put-back') return 'put-back';
  const { step, ...ending } = keepMention(settled, message);
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

/** A record stays, whatever a replay finds in its place: rules change, and pages go away. */
function keepMention(ending: Ending, { replay }: ArticleMessage): Ending {
  const { outcome, reason } = ending;
  if (replay?.from !== 'passing-mention' || outcome === 'recorded' || outcome === 'passing-mention') return ending;
  return { ...ending, outcome: 'passing-mention', reason: `stays as it was recorded; this time ${outcome}: ${reason}` };
}

/** Nothing else of its host is waiting any more: the pause after a failure is waited for in the queue. */
function refuseEarly({ notBefore }: ArticleMessage, now: Date): void {
  const seconds = notBefore === undefined ? 0 : (Date.parse(notBefore) - now.getTime()) / 1000;
  if (seconds > 0) throw new RetryLaterError('its server failed a moment ago', seconds);
}

async function settle(
  message: ArticleMessage,
  receiveCount: number,
  needs: ReadArticleNeeds,
): Promise<Ending | 'put-back'> {
  const reading = await obtainArticle(message, receiveCount, needs);
  if (reading === 'put-back' || 'outcome' in reading) return reading;

  const first = await findPageDuplicate(message, reading.article.canonicalUrl ?? reading.page?.url, needs);
  if (first) {
    const reason = `the same article as ${first}, by the address the page gives`;
    return { outcome: 'duplicate', reason, step: `${reading.step}; duplicate: ${reason}` };
  }

  const { article } = reading;
  const text = { title: article.title, text: article.text, language: knownLanguage(article) };
  const classification = needs.classify(text);
  const articleKey = await needs.pageArchive.putArticle(article);
  const { relevance, score } = classification;
  const reason = sayScore(classification);
  const secondOpinion = await needs.askSecondOpinion?.(message.articleId, text, classification);
  const step = [reading.step, `${relevance}: ${reason}`, ...(secondOpinion ? [sayOpinion(secondOpinion)] : [])].join(
    '; ',
  );
  const end = { reason, score, articleKey, step };
  if (relevance === 'off-topic') return { ...end, outcome: 'off-topic' };

  // What was read of a page off the subject is enough to judge it anew; its bytes would be most of the archive.
  const pageKey = reading.page && (await needs.pageArchive.putPage(reading.page.bytes));
  const feed = await needs.feedStore.get(message.feedId);
  const outlet = needs.outletOfHost(new URL(reading.page?.url ?? message.url).hostname) ?? {
    outletId: message.outletId,
    name: feed?.outletName ?? message.outletId,
    relation: feed?.relation ?? 'unknown',
  };
  const publishedAt = article.publishedAt ?? message.publishedAt;
  const factText = factTextOf(article, classification, publishedAt);
  const facts = needs.findFacts(factText);
  const place = await placeOf(relevance, needs, {
    articleId: message.articleId,
    outletId: outlet.outletId,
    language: factText.language ?? 'und',
    article,
    facts,
    publishedAt,
    seenAt: message.firstSeenAt,
  });
  const parts = { message, article, classification, facts, place, outlet, pageKey, articleKey, now: needs.now() };
  const isMoreThanMention = message.replay?.from === 'passing-mention' && relevance === 'relevant';
  await needs.coverageStore.add(
    coverageOf({ ...parts, secondOpinion, bodySource: reading.bodySource }),
    isMoreThanMention ? 'passing-mention' : undefined,
  );
  const told = place.storyReasons === undefined ? step : `${step}; in the story of ${place.storyId}`;
  return { ...end, step: told, outcome: relevance === 'relevant' ? 'recorded' : 'passing-mention' };
}

/** A passing mention is about something else: it tells no story of the subject, and none joins it. */
async function placeOf(
  relevance: Relevance,
  { placeInStory }: ReadArticleNeeds,
  placed: PlacedArticle,
): Promise<StoryPlace> {
  return relevance === 'relevant' ? placeInStory(placed) : { storyId: placed.articleId };
}

const sayOpinion = ({ verdict, model, reason }: SecondOpinion) =>
  `second opinion, machine-written and without effect: ${verdict} (${model}: ${reason})`;
