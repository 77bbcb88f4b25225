import { HOSTS_AT_ONCE, type Stage, type StageName, stages } from '../pipeline.ts';
import { ASSUMED } from './assumptions.ts';
import { batchSeconds } from './batch-seconds.ts';
import { MEASURED } from './measured-units.ts';
import type { ModelInputs } from './model-inputs.ts';
import { checksOf, readArticleSeconds, relevantOf } from './model-queue-stages.ts';

export interface ServiceLimit {
  /** What would give way, and of what it is a limit. */
  name: string;
  /** How much of it is used; it is met at 1. */
  share: number;
  /** What to change then. */
  change: string;
}

const SECONDS_A_MONTH = 30 * 86_400;
/** The busiest hour against the mean: feeds are spread over the hour, articles come by day. */
const PEAK = { checks: 1.5, articles: 3 };
/** A FIFO queue takes so many calls of a kind a second without its high-throughput mode. */
const FIFO_CALLS_A_SECOND = 300;
/** A key of a table or index takes so many write units a second. */
const KEY_WRITES_A_SECOND = 1000;
/** What a function may answer with. */
const ANSWER_BYTES = 6_291_456;
/** Of an account that AWS has raised; a new one begins with ten. */
const ACCOUNT_CONCURRENCY = 1000;
/** SES's usual first quota outside its sandbox. */
const MAILS_A_DAY = 50_000;
/** poll-feeds: a page of the feed list, and a batch handed to the queue, one after another. */
const PAGE_OF_FEEDS = { feeds: 1000, seconds: 0.05 };
const SEND = { messages: 10, seconds: 0.02 };
/** Of all feeds, those of the host that has most of them: a news agency, or a service that makes feeds. */
const BIGGEST_HOST_SHARE = 0.05;

/** Every limit that grows with the feeds, the one that is met first at the head. */
export function serviceLimits(inputs: ModelInputs): ServiceLimit[] {
  const { feeds, readers, feedSeconds, hostGapSeconds, failingShare, checksADay } = inputs;
  const checksASecond = (checksOf(inputs) / SECONDS_A_MONTH) * PEAK.checks;
  const articlesASecond = (inputs.articlesAMonth / SECONDS_A_MONTH) * PEAK.articles;
  const relevantADay = relevantOf(inputs) / 30;
  const fetching = queueOf('fetch-feed');
  const reading = queueOf('read-article');
  const fullBatch = batchSeconds({
    chainSeconds: feedSeconds,
    chains: fetching.batchSize,
    atOnce: HOSTS_AT_ONCE,
    failingShare,
  });
  const fullReading = readArticleSeconds({ ...inputs, articlesInBatch: reading.batchSize });
  const allAtOnce = (feeds / PAGE_OF_FEEDS.feeds) * PAGE_OF_FEEDS.seconds + (feeds / SEND.messages) * SEND.seconds;

  const limits: ServiceLimit[] = [
    {
      name: 'the page of all feeds: 6 MB a Lambda may answer with',
      share: (feeds * MEASURED.page.bytesAFeed * ASSUMED.rowFactor) / ANSWER_BYTES,
      change: 'show the feeds in pages of a few hundred',
    },
    {
      name: 'the page of two days: 6 MB a Lambda may answer with',
      share: (relevantADay * 2 * MEASURED.page.bytesARecord) / ANSWER_BYTES,
      change: 'show the coverage in pages, or a day at once',
    },
    {
      name: `poll-feeds: ${stageOf('poll-feeds').timeoutSeconds} s when every feed is due at once`,
      share: allAtOnce / stageOf('poll-feeds').timeoutSeconds,
      change: 'hand batches to the queue side by side, and raise the time-out in lib/pipeline.ts',
    },
    {
      name: `fetch-feed: ${fetching.maxConcurrency} at once`,
      share: (checksASecond * fullBatch) / fetching.batchSize / fetching.maxConcurrency,
      change: 'raise maxConcurrency of fetch-feed in lib/pipeline.ts',
    },
    {
      name: `read-article: ${reading.maxConcurrency} at once`,
      share: (articlesASecond * fullReading) / reading.batchSize / reading.maxConcurrency,
      change: 'raise maxConcurrency of read-article in lib/pipeline.ts',
    },
    {
      name: `the biggest host: ${BIGGEST_HOST_SHARE * 100} % of the feeds, one request at a time`,
      share: (feeds * BIGGEST_HOST_SHARE * (feedSeconds + hostGapSeconds) * checksADay) / 86_400,
      change: 'ask that host’s feeds less often (--interval-minutes)',
    },
    {
      name: `the queues: ${FIFO_CALLS_A_SECOND} calls a second`,
      share: (checksASecond * inputs.changedShare + articlesASecond) / FIFO_CALLS_A_SECOND,
      change: 'turn on the high-throughput mode of the FIFO queues (throughput limit per message group)',
    },
    {
      name: `feeds by state: ${KEY_WRITES_A_SECOND} write units a second on the key "active"`,
      share: (checksASecond * (MEASURED.check.writeUnits - 1)) / KEY_WRITES_A_SECOND,
      change: 'spread the state over several keys (active-0 … active-9)',
    },
    {
      name: `coverage by day: ${KEY_WRITES_A_SECOND} write units a second on the day’s key`,
      share: (articlesASecond * inputs.relevantShare * MEASURED.relevant.writeUnits) / 5 / KEY_WRITES_A_SECOND,
      change: 'spread the day over several keys',
    },
    {
      name: `the account: ${ACCOUNT_CONCURRENCY} functions at once (a new account has 10)`,
      share: concurrencyOfAll() / ACCOUNT_CONCURRENCY,
      change: 'ask AWS for more concurrent executions',
    },
    {
      name: `SES: ${MAILS_A_DAY} mails a day`,
      share: readers / MAILS_A_DAY,
      change: 'ask AWS for a higher sending quota',
    },
  ];
  return limits.sort((a, b) => b.share - a.share);
}

const stageOf = (name: StageName): Stage => stages.find((stage) => stage.name === name) as Stage;

function queueOf(name: StageName) {
  const { trigger } = stageOf(name);
  if (trigger.kind !== 'queue') throw new Error(`${name} is not fed from a queue`);
  return trigger;
}

/** The queues' stages at their limits, the page's reserve, and one each of the schedules. */
function concurrencyOfAll(): number {
  const most = ({ trigger, reservedConcurrency = 1 }: Stage) =>
    trigger.kind === 'queue' ? trigger.maxConcurrency : reservedConcurrency;
  return stages.reduce((sum, stage) => sum + most(stage), 0);
}
