import { HOSTS_AT_ONCE } from '../pipeline.ts';
import { ASSUMED } from './assumptions.ts';
import { batchSeconds } from './batch-seconds.ts';
import { MEASURED } from './measured-units.ts';
import { DAYS_A_MONTH, type ModelInputs } from './model-inputs.ts';
import type { Usage } from './usage.ts';
import { onProcessorOf, usageOfStage } from './usage-of-stage.ts';

/** Calls of AWS's services one after another: of a check, of a reading besides, of an article. */
const CALLS = { check: 3, reading: 3, article: 6 };

export const checksOf = ({ feeds, checksADay }: ModelInputs): number => feeds * checksADay * DAYS_A_MONTH;
export const relevantOf = ({ articlesAMonth, relevantShare }: ModelInputs): number => articlesAMonth * relevantShare;

export function modelFetchFeed(inputs: ModelInputs): Usage {
  const { articlesAMonth, changedShare, itemsListed, feedsInBatch } = inputs;
  const { check, reading, newItem } = MEASURED;
  const checks = checksOf(inputs);
  const readings = checks * changedShare;
  const invocations = checks / feedsInBatch;
  const cpu = checks * check.cpuMilliseconds + readings * reading.cpuMilliseconds * ASSUMED.pageCpuFactor;
  const milliseconds =
    invocations * (fetchFeedSeconds(inputs) * 1000 + inputs.coldShare * ASSUMED.coldMilliseconds) +
    onProcessorOf('fetch-feed', cpu) +
    ((checks * CALLS.check + readings * CALLS.reading) * ASSUMED.callMilliseconds) / atOnce(feedsInBatch);
  return usageOfStage(
    'fetch-feed',
    { invocations, milliseconds },
    {
      readUnits:
        checks * check.readUnits +
        readings * itemsListed * reading.readUnitsAnItem +
        articlesAMonth * newItem.readUnits,
      writeUnits: (checks * check.writeUnits + articlesAMonth * newItem.writeUnits) * ASSUMED.rowFactor,
      // Receive and delete of a batch, and a call for the news of a document.
      fifoRequests: invocations * 2 + Math.min(articlesAMonth, readings),
      logBytes: checks * check.logBytes,
      feedChecks: checks,
      unchangedChecks: checks - readings,
    },
  );
}

/** How long an invocation of fetch-feed waits for the hosts. */
const fetchFeedSeconds = ({ feedSeconds, feedsInBatch, failingShare }: ModelInputs): number =>
  batchSeconds({ chainSeconds: feedSeconds, chains: feedsInBatch, atOnce: HOSTS_AT_ONCE, failingShare });

export function modelReadArticle(inputs: ModelInputs): Usage {
  const { articlesAMonth, articlesInBatch } = inputs;
  const { article, relevant: more } = MEASURED;
  const relevant = relevantOf(inputs);
  const invocations = articlesAMonth / articlesInBatch;
  const cpu = (articlesAMonth * article.cpuMilliseconds + relevant * more.cpuMilliseconds) * ASSUMED.pageCpuFactor;
  const milliseconds =
    invocations * (readArticleSeconds(inputs) * 1000 + inputs.coldShare * ASSUMED.coldMilliseconds) +
    onProcessorOf('read-article', cpu) +
    articlesAMonth * CALLS.article * ASSUMED.callMilliseconds;
  return usageOfStage(
    'read-article',
    { invocations, milliseconds },
    {
      readUnits: articlesAMonth * article.readUnits + relevant * more.readUnits,
      writeUnits: articlesAMonth * article.writeUnits * ASSUMED.rowFactor + relevant * more.writeUnits,
      fifoRequests: invocations * 2,
      objectPuts: articlesAMonth * article.objectPuts + relevant * more.objectPuts,
      objectBytes: articlesAMonth * ASSUMED.articleBytes + relevant * ASSUMED.pageBytes,
      logBytes: articlesAMonth * article.logBytes,
      articles: articlesAMonth,
      relevantArticles: relevant,
    },
  );
}

/** How long an invocation of read-article waits: for robots.txt where it is not known yet, and for each page of a host. */
export function readArticleSeconds(inputs: ModelInputs): number {
  const { pageSeconds, hostGapSeconds, articlesOfHost, articlesInBatch, unknownRobotsShare, failingShare } = inputs;
  const ofHost = Math.min(articlesOfHost, articlesInBatch);
  const robots = unknownRobotsShare * (pageSeconds / 2 + hostGapSeconds);
  const chainSeconds = robots + ofHost * pageSeconds + (ofHost - 1) * hostGapSeconds;
  return batchSeconds({ chainSeconds, chains: articlesInBatch / ofHost, atOnce: HOSTS_AT_ONCE, failingShare });
}

const atOnce = (messages: number): number => Math.min(messages, HOSTS_AT_ONCE);
