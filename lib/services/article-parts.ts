import lexiconJson from '../../config/lexicon.json' with { type: 'json' };
import namesJson from '../../config/names.json' with { type: 'json' };
import outletsJson from '../../config/outlets.json' with { type: 'json' };
import pricesJson from '../../config/prices.json' with { type: 'json' };
import secondOpinionJson from '../../config/second-opinion.json' with { type: 'json' };
import { createArticleReader } from '../articles/article-reader.ts';
import { createBedrockOpinionModel } from '../aws/bedrock-opinion-model.ts';
import { createDynamoOpinionLedger } from '../aws/dynamo-opinion-ledger.ts';
import { meteredFetcher } from '../aws/metered-fetcher.ts';
import { createSqsClient } from '../aws/sqs-client.ts';
import { createSqsArticleQueue, createSqsFeedQueue } from '../aws/sqs-work-queue.ts';
import { askSecondOpinion } from '../classification/ask-second-opinion.ts';
import type { ClassifiableText, Classification } from '../classification/classification.ts';
import { classify } from '../classification/classify.ts';
import { compileLexicon } from '../classification/compile-lexicon.ts';
import { compileNames } from '../classification/compile-names.ts';
import { type FactText, findFacts } from '../classification/find-facts.ts';
import { findNumbers } from '../classification/find-numbers.ts';
import { parseLexicon } from '../classification/lexicon.ts';
import { parseNames } from '../classification/names.ts';
import { parseOpinionSubject } from '../classification/opinion-subject.ts';
import { priceOfModel } from '../cost/price-of-model.ts';
import { parsePriceTable } from '../cost/price-table.ts';
import type { PlacedArticle } from '../coverage/story-place.ts';
import { createFeedReader } from '../feeds/feed-reader.ts';
import { createOutletRegister, parseOutlets } from '../feeds/outlet-register.ts';
import { robotsExceptionOf } from '../feeds/robots-exception.ts';
import { createWebFetcher } from '../http/create-web-fetcher.ts';
import { placeInStory } from '../stories/place-in-story.ts';
import { type Ground, openDynamo, openTables, partOf } from './ground.ts';

export function openQueues({ settings: { queueUrls }, closers }: Ground) {
  const sqs = createSqsClient();
  closers.push(() => sqs.destroy());
  return {
    feedQueue: createSqsFeedQueue(sqs, queueUrls.feeds),
    articleQueue: createSqsArticleQueue(sqs, queueUrls.articles),
  };
}

export function openOutlets() {
  const outletRegister = createOutletRegister(parseOutlets(outletsJson));
  return { outletRegister, outletOfHost: outletRegister.findByHost };
}

export function openWeb(ground: Ground) {
  const { outletRegister } = partOf(ground, openOutlets);
  const webFetcher = createWebFetcher({
    ...ground.settings,
    robotsExceptionOf: (host) => robotsExceptionOf(host, outletRegister),
  });
  ground.closers.push(() => webFetcher.close());
  return { webFetcher: meteredFetcher(webFetcher) };
}

export function openFeedReader({ closers }: Ground) {
  const feedReader = createFeedReader();
  closers.push(() => feedReader.close());
  return { feedReader };
}

export function openArticleReader({ closers }: Ground) {
  const articleReader = createArticleReader();
  closers.push(() => articleReader.close());
  return { articleReader };
}

export function openRules() {
  const lexicon = compileLexicon(parseLexicon(lexiconJson));
  const names = compileNames(parseNames(namesJson));
  return {
    classify: (text: ClassifiableText) => classify(text, lexicon),
    findFacts: (text: FactText) => findFacts(text, names),
    findNumbers: (text: FactText) => findNumbers(text, names),
  };
}

export function openOpinionLedger(ground: Ground) {
  const opinionLedger = createDynamoOpinionLedger(partOf(ground, openDynamo), ground.settings.tables.usage);
  return { opinionLedger };
}

/** Nothing where the settings ask for none. */
export function openSecondOpinion(ground: Ground) {
  const { settings, now, closers } = ground;
  if (settings.secondOpinion === undefined) return {};
  const { model, ...rules } = settings.secondOpinion;
  const prices = priceOfModel(model, parsePriceTable(pricesJson), settings.region);
  const opinionModel = createBedrockOpinionModel(model, prices);
  closers.push(() => opinionModel.close());
  const { opinionLedger } = partOf(ground, openOpinionLedger);
  const opinionSubject = parseOpinionSubject(secondOpinionJson);
  const needs = { opinionModel, opinionLedger, opinionSubject, opinionRules: { ...rules, prices }, now };
  return {
    askSecondOpinion: (articleId: string, text: ClassifiableText, judged: Classification) =>
      askSecondOpinion(articleId, text, judged, needs),
  };
}

/** Where an article belongs: of read-article alone, for it carries the lists of words. */
export function openStories(ground: Ground) {
  const needs = {
    ...partOf(ground, openTables),
    ...partOf(ground, openRules),
    now: ground.now,
  };
  return { placeInStory: (placed: PlacedArticle) => placeInStory(placed, needs) };
}
