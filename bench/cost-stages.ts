import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { countInto } from '../lib/aws/usage-meter.ts';
import { addUsage, noUsage, type Usage } from '../lib/cost/usage.ts';
import { readArticle } from '../lib/coverage/read-article.ts';
import { newSubscriber } from '../lib/digest/new-subscriber.ts';
import { sendDigests } from '../lib/digest/send-digests.ts';
import type { FeedSettings } from '../lib/feeds/feed.ts';
import { fetchFeed } from '../lib/feeds/fetch-feed.ts';
import { newFeed } from '../lib/feeds/new-feed.ts';
import type { ArticleMessage } from '../lib/feeds/work-queues.ts';
import { onOutcome } from '../lib/log.ts';
import type { Services } from '../lib/services.ts';
import { createWebApp } from '../lib/web/create-web-app.ts';

/** By what it is for, then by unit. */
export type Figures = Record<string, Record<string, number>>;

/** What some work used, with the processor time of this process and its workers. */
type Spent = Usage & { cpuMilliseconds: number };

const ROUNDS = 5;

/** Mean of one piece of work. */
async function meanOf<T>(stage: string, pieces: readonly T[], work: (piece: T) => Promise<unknown>): Promise<Spent> {
  const usage = noUsage();
  const before = process.cpuUsage();
  for (const piece of pieces) await countInto(stage, usage, () => work(piece));
  const { user, system } = process.cpuUsage(before);
  const means = Object.entries(usage).map(([name, amount]) => [name, amount / pieces.length]);
  return { ...Object.fromEntries(means), cpuMilliseconds: (user + system) / 1000 / pieces.length };
}

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

/** An edition, a look at a reader who has the day's already, and the page. */
async function measureReaders(services: Services, feeds: number): Promise<Figures> {
  const { subscriberStore, coverageStore, feedStore, settings, now } = services;
  const add = (subscriberId: string) => {
    const address = `${subscriberId}@vigil.example`;
    const reader = { subscriberId, address, zone: 'UTC', hour: 0, language: 'en' } as const;
    return subscriberStore.add(newSubscriber(reader, now()));
  };
  const send = () => sendDigests({ time: now().toISOString(), settleSeconds: 0 }, services);
  // The very first edition counts eight weeks and makes the key of mailboxes: once in the life of a deployment.
  await add('00000000000000bd');
  await send();
  await subscriberStore.remove('00000000000000bd');
  await add('00000000000000be');
  const edition = await meanOf('send-digests', [0], send);
  const look = await meanOf('send-digests', [0, 1, 2], send);
  await subscriberStore.remove('00000000000000be');
  await add('00000000000000bf');
  await add('00000000000000c0');
  const two = await meanOf('send-digests', [0], send);
  const readUnits = two.readUnits - edition.readUnits;

  const today = now().toISOString().slice(0, 10);
  const from = new Date(now().getTime() - 86_400_000).toISOString();
  let records = 0;
  const ofRecords = await meanOf('send-digests', [0], async () => {
    records = (await coverageStore.listRecorded(from, now().toISOString())).length;
  });
  const ofFeeds = await meanOf('send-digests', [0], () => feedStore.list());

  const app = createWebApp(services);
  const opened = await app.request(`/?token=${settings.pageToken}`);
  const headers = { cookie: (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  const open = async (address: string) => (await app.request(address, { headers })).text();
  const empty = await open('/?from=2000-01-01&to=2000-01-01');
  const views = await meanOf('web', [0, 1, 2], () => open(`/?from=${today}&to=${today}`));
  const full = await open(`/?from=${today}&to=${today}`);
  const shown = full.split('<article').length - 1;
  const bytesAFeed = Buffer.byteLength(await open('/feeds')) / feeds;
  const readUnitsARecord = ofRecords.readUnits / records;
  const readUnitsAFeed = ofFeeds.readUnits / feeds;
  return {
    edition: {
      ...pick(edition, 'writeUnits', 'objectPuts', 'objectGets', 'objectBytes', 'cpuMilliseconds'),
      readUnits,
    },
    window: { readUnits: edition.readUnits - readUnits - ofRecords.readUnits - ofFeeds.readUnits },
    look: pick(look, 'readUnits'),
    list: { readUnitsAFeed, readUnitsARecord },
    page: {
      cpuMilliseconds: views.cpuMilliseconds,
      bytes: Buffer.byteLength(empty),
      bytesARecord: (Buffer.byteLength(full) - Buffer.byteLength(empty)) / shown,
      bytesAFeed,
    },
  };
}

const pick = (spent: Spent, ...units: (keyof Spent)[]) => Object.fromEntries(units.map((unit) => [unit, spent[unit]]));
