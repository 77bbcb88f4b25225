import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { newSubscriber } from '../../lib/digest/new-subscriber.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { newFeed } from '../../lib/feeds/new-feed.ts';
import { openMailFolder, type SentMail } from '../../lib/local/mail-folder.ts';
import type { CloudStage } from './cloud-stage.ts';
import { addresses, confirmAddresses } from './confirm-addresses.ts';
import type { InvocationEnd } from './execution-environment.ts';
import { readPage } from './read-page.ts';

/** Later than the last record by more than a digest's window leaves out. */
const NEXT_TICK_SECONDS = 300;

/** Readers of the run, by what becomes of them. */
const readers = {
  reads: 'reader@vigil.example',
  leaves: 'leaving@vigil.example',
  bounces: 'bounce@simulator.amazonses.com',
  moves: 'moving@vigil.example',
  /** Whose mail was lost from the archive after it was made. */
  misses: 'missing@vigil.example',
} as const;

export interface Played {
  /** After the first pass. */
  coverage: readonly Coverage[];
  /** Titles that the newsroom labels as relevant news. */
  wanted: readonly string[];
  mails: readonly SentMail[];
  readers: Readonly<Record<keyof typeof readers | 'signsUp', Subscriber['state']>>;
  /** Status codes of the page, by request. */
  page: Readonly<Record<string, number>>;
  /** Ends of the ticks of send-digests: the digest, the one after it, three of new addresses, and one that cannot find a mail. */
  ticks: readonly InvocationEnd[];
}

/** From the feed list to the digest and back, once over every way that a stage can take. */
export async function playScenario(cloud: CloudStage): Promise<Played> {
  const { operator, queues, functionOf } = cloud;
  const { newsroom, outlet } = cloud.world;
  const now = new Date();
  for (const feed of [...newsroom.feeds, ...outlet.feeds]) await operator.feedStore.add(newFeed(feed, now));
  for (const address of [readers.reads, readers.leaves, readers.bounces, readers.moves])
    await subscribe(cloud, address);

  await cloud.tick('poll-feeds');
  await queues.drain();
  const coverage = await operator.coverageStore.query({ fromDay: dayBefore(now, 8), toDay: dayBefore(now, -1) });
  await redeliver(cloud, coverage[0]);

  // Five minutes later, without waiting for them.
  await functionOf('send-digests').advance(NEXT_TICK_SECONDS);
  const later = new Date(Date.now() + NEXT_TICK_SECONDS * 1000);
  const ticks = [await cloud.tick('send-digests', later)];
  await queues.drain();
  ticks.push(await cloud.tick('send-digests', later));
  const mails = openMailFolder(cloud.stack.mailDir).list();

  const page = await readPage(cloud, coverage, mailTo(mails, readers.leaves));
  const confirmed = await confirmAddresses(cloud, mailTo(mails, readers.moves), () =>
    cloud.tick('send-digests', later),
  );
  ticks.push(...confirmed.ends);
  await queues.drain();
  const missing = await loseMail(cloud, later);
  ticks.push(await cloud.tick('send-digests', later));
  await queues.drain();
  const states = await statesOfReaders(cloud);
  await operator.subscriberStore.remove(missing);
  return {
    coverage,
    wanted: newsroom.articles
      // The archive's pieces are months old: too old to be news.
      .filter(({ label }) => label.relevance === 'relevant' && label.kind !== 'archive')
      .map(({ title }) => title),
    mails: openMailFolder(cloud.stack.mailDir).list(),
    readers: states,
    page: { ...page, ...confirmed.statuses },
    ticks,
  };
}

/** SQS may deliver twice what was ended once. */
async function redeliver({ queues, stack, functionOf }: CloudStage, coverage: Coverage | undefined): Promise<void> {
  if (coverage === undefined) throw new Error('nothing was recorded that could be delivered twice');
  const { articleId, feedId, url, outletId, title, recordedAt } = coverage;
  const message = { articleId, feedId, url, canonicalUrl: url, outletId, title, firstSeenAt: recordedAt };
  const sqs = stack.operatorQueues;
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: stack.directUrl(functionOf('read-article').deployed.variables.ARTICLES_QUEUE_URL ?? ''),
      MessageBody: JSON.stringify(message),
      MessageGroupId: new URL(url).host,
      MessageDeduplicationId: 'again',
    }),
  );
  await queues.drain();
}

async function subscribe({ operator }: CloudStage, address: string): Promise<string> {
  const subscriberId = Buffer.from(address).toString('hex').slice(0, 16);
  const settings = { subscriberId, address, zone: 'UTC', hour: 0, language: 'en' as const };
  await operator.subscriberStore.add(newSubscriber(settings, new Date()));
  return subscriberId;
}

/** An edition is ready, and the bytes that every try sends are gone. @returns its reader */
async function loseMail(cloud: CloudStage, at: Date): Promise<string> {
  const subscriberId = await subscribe(cloud, readers.misses);
  const [localDate, time] = [at.toISOString().slice(0, 10), at.toISOString()];
  await cloud.operator.editionStore.open({
    schemaVersion: 1,
    editionId: `${subscriberId}/${localDate}`,
    subscriberId,
    localDate,
    state: 'ready',
    from: time,
    to: time,
    createdAt: time,
    subject: 'Lost',
    htmlKey: 'editions/lost.html',
    textKey: 'editions/lost.txt',
    coverageCount: 0,
  });
  return subscriberId;
}

async function statesOfReaders({ operator }: CloudStage): Promise<Played['readers']> {
  const list = await operator.subscriberStore.list();
  const now = { ...readers, moves: addresses.moved, signsUp: addresses.stranger };
  const states = Object.entries(now).map(([name, address]) => [
    name,
    list.find((reader) => reader.address === address)?.state,
  ]);
  return Object.fromEntries(states);
}

function mailTo(mails: readonly SentMail[], address: string): SentMail {
  const found = mails.find(({ to }) => to.includes(address));
  if (!found) throw new Error(`no digest came to ${address}`);
  return found;
}

const dayBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
