import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import lexiconJson from '../config/lexicon.json' with { type: 'json' };
import namesJson from '../config/names.json' with { type: 'json' };
import outletsJson from '../config/outlets.json' with { type: 'json' };
import { createArticleReader } from './articles/article-reader.ts';
import { createDynamoClient } from './aws/dynamo-client.ts';
import { createDynamoCoverageStore } from './aws/dynamo-coverage-store.ts';
import { createDynamoEditionStore } from './aws/dynamo-edition-store.ts';
import { createDynamoFeedStore } from './aws/dynamo-feed-store.ts';
import { createDynamoItemStore } from './aws/dynamo-item-store.ts';
import { createDynamoSubscriberStore } from './aws/dynamo-subscriber-store.ts';
import { createMetricSink } from './aws/metric-sink.ts';
import { createS3Archive } from './aws/s3-archive.ts';
import { createSesClient, createSesMailer } from './aws/ses-mailer.ts';
import { createSqsArticleQueue, createSqsFeedQueue } from './aws/sqs-work-queue.ts';
import type { ClassifiableText } from './classification/classification.ts';
import { classify } from './classification/classify.ts';
import { compileLexicon } from './classification/compile-lexicon.ts';
import { compileNames } from './classification/compile-names.ts';
import { type FactText, findFacts } from './classification/find-facts.ts';
import { parseLexicon } from './classification/lexicon.ts';
import { parseNames } from './classification/names.ts';
import { createFeedReader } from './feeds/feed-reader.ts';
import { createOutletRegister, parseOutlets } from './feeds/outlet-register.ts';
import { robotsExceptionOf } from './feeds/robots-exception.ts';
import { createWebFetcher } from './http/create-web-fetcher.ts';
import { setLogSink } from './log.ts';
import { readSettings, type Settings } from './settings.ts';

export type Services = ReturnType<typeof createServices>;

/**
 * Everything the stages, the page and the commands need, built once per process. The SDK's clients find their endpoints
 * in the environment: nothing here knows whether AWS or the embedded servers answer.
 */
export function createServices(settings: Settings) {
  const now = () => new Date();
  const dynamo = createDynamoClient();
  const sqs = new SQSClient({});
  // Real S3 answers path-style addresses as well, and the embedded one needs no host name for each bucket then.
  const s3 = new S3Client({ forcePathStyle: true });
  const { tables, queueUrls } = settings;

  const archive = createS3Archive(s3, settings.archiveBucket);
  const lexicon = compileLexicon(parseLexicon(lexiconJson));
  const names = compileNames(parseNames(namesJson));
  const outletRegister = createOutletRegister(parseOutlets(outletsJson));
  const webFetcher = createWebFetcher({
    ...settings,
    robotsExceptionOf: (host) => robotsExceptionOf(host, outletRegister),
  });
  const feedReader = createFeedReader();
  const articleReader = createArticleReader();

  return {
    now,
    random: Math.random,
    settings,
    publicUrl: settings.publicUrl,
    senderAddress: settings.senderAddress,
    signingKey: settings.signingKey,
    feedStore: createDynamoFeedStore(dynamo, tables.feeds),
    itemStore: createDynamoItemStore(dynamo, tables, now),
    coverageStore: createDynamoCoverageStore(dynamo, tables.coverage),
    subscriberStore: createDynamoSubscriberStore(dynamo, tables.subscribers),
    editionStore: createDynamoEditionStore(dynamo, tables.editions),
    feedQueue: createSqsFeedQueue(sqs, queueUrls.feeds),
    articleQueue: createSqsArticleQueue(sqs, queueUrls.articles),
    pageArchive: archive,
    editionArchive: archive,
    mailer: createSesMailer(createSesClient(), settings.senderAddress),
    webFetcher,
    feedReader,
    articleReader,
    classify: (text: ClassifiableText) => classify(text, lexicon),
    findFacts: (text: FactText) => findFacts(text, names),
    outletRegister,
    outletOfHost: outletRegister.findByHost,
    async close() {
      await Promise.all([webFetcher.close(), feedReader.close(), articleReader.close()]);
      for (const client of [dynamo, sqs, s3]) client.destroy();
    },
  };
}

let services: Services | undefined;

/** The services of this process, built from its environment at the first call. */
export function processServices(): Services {
  services ??= startServices(readSettings());
  return services;
}

function startServices(settings: Settings): Services {
  if (settings.metricsNamespace !== undefined) setLogSink(createMetricSink(settings.metricsNamespace));
  return createServices(settings);
}
