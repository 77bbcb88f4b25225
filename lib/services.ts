import { existsSync, readFileSync } from 'node:fs';
import calendarJson from '../config/calendar.json' with { type: 'json' };
import lexiconJson from '../config/lexicon.json' with { type: 'json' };
import namesJson from '../config/names.json' with { type: 'json' };
import outletsJson from '../config/outlets.json' with { type: 'json' };
import pricesJson from '../config/prices.json' with { type: 'json' };
import secondOpinionJson from '../config/second-opinion.json' with { type: 'json' };
import { createArticleReader } from './articles/article-reader.ts';
import { createBedrockOpinionModel } from './aws/bedrock-opinion-model.ts';
import { createDynamoAddedDateStore } from './aws/dynamo-added-date-store.ts';
import { createDynamoClient } from './aws/dynamo-client.ts';
import { createDynamoConfirmationStore } from './aws/dynamo-confirmation-store.ts';
import { createDynamoCoverageStore } from './aws/dynamo-coverage-store.ts';
import { createDynamoDayCountStore } from './aws/dynamo-day-count-store.ts';
import { createDynamoEditionStore } from './aws/dynamo-edition-store.ts';
import { createDynamoFeedStore } from './aws/dynamo-feed-store.ts';
import { createDynamoFeedbackStore } from './aws/dynamo-feedback-store.ts';
import { createDynamoItemStore } from './aws/dynamo-item-store.ts';
import { createDynamoMailboxKeyStore } from './aws/dynamo-mailbox-key-store.ts';
import { createDynamoOpinionLedger } from './aws/dynamo-opinion-ledger.ts';
import { createDynamoProgramTokenStore } from './aws/dynamo-program-token-store.ts';
import { createDynamoSessionStore } from './aws/dynamo-session-store.ts';
import { createDynamoStoryIndex } from './aws/dynamo-story-index.ts';
import { createDynamoSubscriberStore } from './aws/dynamo-subscriber-store.ts';
import { createDynamoUsageStore } from './aws/dynamo-usage-store.ts';
import { meteredFetcher } from './aws/metered-fetcher.ts';
import { createS3Archive } from './aws/s3-archive.ts';
import { createS3Client } from './aws/s3-client.ts';
import { createSesClient, createSesMailer } from './aws/ses-mailer.ts';
import { createSqsClient } from './aws/sqs-client.ts';
import { createSqsArticleQueue, createSqsFeedQueue } from './aws/sqs-work-queue.ts';
import { askSecondOpinion } from './classification/ask-second-opinion.ts';
import type { ClassifiableText, Classification } from './classification/classification.ts';
import { classify } from './classification/classify.ts';
import { compileLexicon } from './classification/compile-lexicon.ts';
import { compileNames } from './classification/compile-names.ts';
import { type FactText, findFacts } from './classification/find-facts.ts';
import { findNumbers } from './classification/find-numbers.ts';
import { parseLexicon } from './classification/lexicon.ts';
import { parseNames } from './classification/names.ts';
import { parseOpinionSubject } from './classification/opinion-subject.ts';
import { priceOfModel } from './cost/price-of-model.ts';
import { parsePriceTable } from './cost/price-table.ts';
import type { PlacedArticle } from './coverage/story-place.ts';
import { parseCalendar } from './digest/calendar-entry.ts';
import { createFeedReader } from './feeds/feed-reader.ts';
import { createOutletRegister, parseOutlets } from './feeds/outlet-register.ts';
import { robotsExceptionOf } from './feeds/robots-exception.ts';
import { createWebFetcher } from './http/create-web-fetcher.ts';
import { readSettings, type Settings } from './settings.ts';
import { placeInStory } from './stories/place-in-story.ts';

/** What every part is built on. */
interface Ground {
  settings: Settings;
  now: () => Date;
  /** Parts that exist, by the function that made them. */
  made: Map<unknown, unknown>;
  /** Ends what the parts opened. */
  closers: (() => void | Promise<void>)[];
}

const layGround = (settings: Settings): Ground => ({
  settings,
  now: () => new Date(),
  made: new Map(),
  closers: [],
});

/** The part of a ground, made at the first call. */
function partOf<T>(ground: Ground, make: (ground: Ground) => T): T {
  if (!ground.made.has(make)) ground.made.set(make, make(ground));
  return ground.made.get(make) as T;
}

function openDynamo({ closers }: Ground) {
  const dynamo = createDynamoClient();
  closers.push(() => dynamo.destroy());
  return dynamo;
}

function openTables(ground: Ground) {
  const dynamo = partOf(ground, openDynamo);
  const { tables } = ground.settings;
  return {
    feedStore: createDynamoFeedStore(dynamo, tables.feeds),
    itemStore: createDynamoItemStore(dynamo, tables, ground.now),
    coverageStore: createDynamoCoverageStore(dynamo, tables.coverage),
    storyIndex: createDynamoStoryIndex(dynamo, tables.stories, ground.now),
    usageStore: createDynamoUsageStore(dynamo, tables.usage),
  };
}

/** Of the digest, its readers and what they say: no part of the functions that read strangers' bytes. */
function openReaderTables(ground: Ground) {
  const dynamo = partOf(ground, openDynamo);
  const { tables } = ground.settings;
  return {
    feedbackStore: createDynamoFeedbackStore(dynamo, tables.feedback, ground.now),
    subscriberStore: createDynamoSubscriberStore(dynamo, tables.subscribers),
    confirmationStore: createDynamoConfirmationStore(dynamo, tables.confirmations, ground.now),
    editionStore: createDynamoEditionStore(dynamo, tables.editions),
    dayCountStore: createDynamoDayCountStore(dynamo, tables.editions),
    addedDateStore: createDynamoAddedDateStore(dynamo, tables.editions),
    mailboxKeyStore: createDynamoMailboxKeyStore(dynamo, tables.editions),
  };
}

function openAccess(ground: Ground) {
  const dynamo = partOf(ground, openDynamo);
  const { settings, now } = ground;
  return {
    sessionStore: createDynamoSessionStore(dynamo, settings.tables.access, now),
    programTokenStore: createDynamoProgramTokenStore(dynamo, settings.tables.access, now),
  };
}

function openQueues({ settings: { queueUrls }, closers }: Ground) {
  const sqs = createSqsClient();
  closers.push(() => sqs.destroy());
  return {
    feedQueue: createSqsFeedQueue(sqs, queueUrls.feeds),
    articleQueue: createSqsArticleQueue(sqs, queueUrls.articles),
  };
}

function openArchive({ settings, closers }: Ground) {
  const s3 = createS3Client();
  closers.push(() => s3.destroy());
  const archive = createS3Archive(s3, settings.archiveBucket);
  return { pageArchive: archive, editionArchive: archive };
}

function openMailer({ settings }: Ground) {
  return { mailer: createSesMailer(createSesClient(), settings) };
}

function openOutlets() {
  const outletRegister = createOutletRegister(parseOutlets(outletsJson));
  return { outletRegister, outletOfHost: outletRegister.findByHost };
}

function openWeb(ground: Ground) {
  const { outletRegister } = partOf(ground, openOutlets);
  const webFetcher = createWebFetcher({
    ...ground.settings,
    robotsExceptionOf: (host) => robotsExceptionOf(host, outletRegister),
  });
  ground.closers.push(() => webFetcher.close());
  return { webFetcher: meteredFetcher(webFetcher) };
}

function openFeedReader({ closers }: Ground) {
  const feedReader = createFeedReader();
  closers.push(() => feedReader.close());
  return { feedReader };
}

function openArticleReader({ closers }: Ground) {
  const articleReader = createArticleReader();
  closers.push(() => articleReader.close());
  return { articleReader };
}

function openRules() {
  const lexicon = compileLexicon(parseLexicon(lexiconJson));
  const names = compileNames(parseNames(namesJson));
  return {
    classify: (text: ClassifiableText) => classify(text, lexicon),
    findFacts: (text: FactText) => findFacts(text, names),
    findNumbers: (text: FactText) => findNumbers(text, names),
  };
}

function openOpinionLedger(ground: Ground) {
  const opinionLedger = createDynamoOpinionLedger(partOf(ground, openDynamo), ground.settings.tables.usage);
  return { opinionLedger };
}

/** Nothing where the settings ask for none. */
function openSecondOpinion(ground: Ground) {
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
function openStories(ground: Ground) {
  const needs = {
    ...partOf(ground, openTables),
    ...partOf(ground, openRules),
    now: ground.now,
  };
  return { placeInStory: (placed: PlacedArticle) => placeInStory(placed, needs) };
}

function openCalendar({ settings: { calendarFile } }: Ground) {
  if (calendarFile === undefined || !existsSync(calendarFile)) return { calendar: parseCalendar(calendarJson) };
  return { calendar: parseCalendar(JSON.parse(readFileSync(calendarFile, 'utf8')), calendarFile) };
}

const openPrices = () => ({ readPrices: () => parsePriceTable(pricesJson) });

const commonsOf = ({ settings, now }: Ground) => ({
  now,
  random: Math.random,
  settings,
  publicUrl: settings.publicUrl,
  senderAddress: settings.senderAddress,
  signingKey: settings.signingKey,
});

/**
 * Everything the stages, the page and the commands need. The SDK's clients find their endpoints in the environment:
 * nothing here knows whether AWS or the embedded servers answer.
 */
function servicesOn(ground: Ground) {
  return {
    ...commonsOf(ground),
    ...partOf(ground, openTables),
    ...partOf(ground, openReaderTables),
    ...partOf(ground, openAccess),
    ...partOf(ground, openQueues),
    ...partOf(ground, openArchive),
    ...partOf(ground, openMailer),
    ...partOf(ground, openOutlets),
    ...partOf(ground, openWeb),
    ...partOf(ground, openFeedReader),
    ...partOf(ground, openArticleReader),
    ...partOf(ground, openRules),
    ...partOf(ground, openOpinionLedger),
    ...partOf(ground, openSecondOpinion),
    ...partOf(ground, openStories),
    ...partOf(ground, openPrices),
    ...partOf(ground, openCalendar),
    async close() {
      await Promise.all(ground.closers.map((close) => close()));
    },
  };
}

export type Services = ReturnType<typeof servicesOn>;

/** A set of its own, for a process that works on more than one stack. */
export const createServices = (settings: Settings): Services => servicesOn(layGround(settings));

let processGround: Ground | undefined;

/** Of this process, from its environment at the first call. */
function ground(): Ground {
  processGround ??= layGround(readSettings());
  return processGround;
}

/** Everything, for the local runner and the commands. The stages of the same process share its parts. */
export const processServices = (): Services => servicesOn(ground());

// What one deployed function needs, and nothing that it does not: a bundle holds what its function names here, so a
// function that reads strangers' bytes does not even carry the code that mails.

export const pollFeedsServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openQueues),
});

export const fetchFeedServices = () => ({
  ...pollFeedsServices(),
  ...partOf(ground(), openWeb),
  ...partOf(ground(), openFeedReader),
});

export const readArticleServices = () => ({
  ...pollFeedsServices(),
  ...partOf(ground(), openArchive),
  ...partOf(ground(), openOutlets),
  ...partOf(ground(), openWeb),
  ...partOf(ground(), openArticleReader),
  ...partOf(ground(), openRules),
  ...partOf(ground(), openSecondOpinion),
  ...partOf(ground(), openStories),
});

export const sendDigestsServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openReaderTables),
  ...partOf(ground(), openArchive),
  ...partOf(ground(), openMailer),
  ...partOf(ground(), openPrices),
  ...partOf(ground(), openCalendar),
});

export const mailEventsServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openReaderTables),
});

export const webServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openReaderTables),
  ...partOf(ground(), openAccess),
  ...partOf(ground(), openArchive),
  ...partOf(ground(), openPrices),
});
