import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { addUsage, noUsage } from '../lib/cost/usage.ts';
import { readArticle } from '../lib/coverage/read-article.ts';
import type { FeedSettings } from '../lib/feeds/feed.ts';
import { fetchFeed } from '../lib/feeds/fetch-feed.ts';
import { newFeed } from '../lib/feeds/new-feed.ts';
import type { ArticleMessage } from '../lib/feeds/work-queues.ts';
import { onOutcome } from '../lib/log.ts';
import type { Services } from '../lib/services.ts';
import { measureReaders } from './cost-readers.ts';
import { type Figures, meanOf, pick, type Spent } from './cost-spent.ts';

const ROUNDS = 5;

/** Runs every stage on the newsroom, article by article. */
export async function measureStages(services: Services, settings: readonly FeedSettings[]): Promise<Figures> {
  const { feedStore, now } = services;
  for (const one of settings) await feedStore.add(newFeed(one, now()));
  const feedIds = (await feedStore.list()).map(({ feedId }) => feedId);

  const messages: ArticleMessage[] = [];
  const articleQueue = {
    async send(more: readonly ArticleMessage[]) {
      messages.push(...more);
      await services.articleQueue.send(more);
    },
  };
  const lastChecks = async () => new Map((await feedStore.list()).map((feed) => [feed.feedId, feed]));
  async function askAll(): Promise<Spent> {
    const feeds = await lastChecks();
    return meanOf('fetch-feed', feedIds, (feedId) => {
      const { url = '', lastCheckedAt } = feeds.get(feedId) ?? {};
      return fetchFeed({ feedId, url, lastCheckedAt }, { ...services, articleQueue });
    });
  }
  let known = 0;
  const stop = onOutcome(({ outcome, count = 1 }) => {
    if (outcome === 'known') known += count;
  });

  const first = await askAll();
  const newItems = messages.length / feedIds.length;
  // Before the next checks: an item without an end is queued again at each.
  const articles = await measureArticles(services, messages.splice(0));
  const checks: Spent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) checks.push(await askAll());
  const readings: Spent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    known = 0;
    const forgotten = { etag: undefined, lastModified: undefined, bodyHash: undefined };
    for (const feedId of feedIds) await feedStore.update(feedId, forgotten);
    readings.push(await askAll());
  }
  stop();
  const check = fastest(checks);
  const reading = fastest(readings);

  return {
    check: pick(check, 'readUnits', 'writeUnits', 'cpuMilliseconds', 'logBytes'),
    reading: {
      cpuMilliseconds: reading.cpuMilliseconds - check.cpuMilliseconds,
      readUnitsAnItem: (reading.readUnits - check.readUnits) / (known / feedIds.length),
    },
    newItem: {
      readUnits: (first.readUnits - check.readUnits) / newItems,
      writeUnits: (first.writeUnits - check.writeUnits) / newItems,
    },
    ...articles,
    ...(await measureReaders(services, feedIds.length)),
  };
}

/** The mean round that took the least processor time: the machine has other work. */
const fastest = (rounds: readonly Spent[]): Spent =>
  rounds.reduce((least, round) => (round.cpuMilliseconds < least.cpuMilliseconds ? round : least));

async function measureArticles(services: Services, messages: readonly ArticleMessage[]): Promise<Figures> {
  const byOutcome: Record<string, { spent: Spent; count: number }> = {};
  for (const message of messages) {
    let outcome = '';
    const spent = await meanOf('read-article', [message], async () => {
      outcome = await readArticle(message, 1, services);
    });
    const group = byOutcome[outcome] ?? { spent: { ...noUsage(), cpuMilliseconds: 0 }, count: 0 };
    byOutcome[outcome] = group;
    addUsage(group.spent, spent);
    group.spent.cpuMilliseconds += spent.cpuMilliseconds;
    group.count += 1;
  }
  const of = (outcome: string): Spent => {
    const { spent, count } = byOutcome[outcome] ?? { spent: { ...noUsage(), cpuMilliseconds: 0 }, count: 1 };
    return Object.fromEntries(Object.entries(spent).map(([name, amount]) => [name, amount / count])) as Spent;
  };
  const [off, on] = [of('off-topic'), of('recorded')];
  const rows = await measureRows(services);
  const article = pick(off, 'readUnits', 'writeUnits', 'objectPuts', 'objectBytes', 'cpuMilliseconds', 'logBytes');
  return {
    article: { ...article, tableBytes: (rows.items + rows.identities) / messages.length },
    relevant: {
      readUnits: on.readUnits - off.readUnits,
      writeUnits: on.writeUnits - off.writeUnits,
      objectPuts: on.objectPuts - off.objectPuts,
      objectBytes: on.objectBytes - off.objectBytes,
      cpuMilliseconds: on.cpuMilliseconds - off.cpuMilliseconds,
      tableBytes: rows.coverage / Math.max(1, rows.coverageCount),
    },
  };
}

/** Bytes of all rows, with the hundred that AWS adds to each. */
async function measureRows({ settings: { tables } }: Services) {
  const client = new DynamoDBClient({});
  const bytesOf = async (TableName: string) => {
    let [bytes, count] = [0, 0];
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      count += Items.length;
      for (const row of Items)
        bytes += 100 + Buffer.byteLength(JSON.stringify(row).replace(/\{"[A-Z]+":|["{}[\],:]/g, ''));
    }
    return { bytes, count };
  };
  const [items, identities, coverage] = [
    await bytesOf(tables.items),
    await bytesOf(tables.identities),
    await bytesOf(tables.coverage),
  ];
  client.destroy();
  return { items: items.bytes, identities: identities.bytes, coverage: coverage.bytes, coverageCount: coverage.count };
}
