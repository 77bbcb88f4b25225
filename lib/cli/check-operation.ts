import type { OpinionLedger } from '../classification/opinion-ledger.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { feedHealth } from '../digest/feed-health.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { Check, Finding } from './doctor.ts';
import { findClock } from './find-clock.ts';
import { findEditions } from './find-editions.ts';
import { findReaders } from './find-readers.ts';
import { findSecondOpinions } from './find-second-opinions.ts';

export interface QueueDepth {
  name: string;
  /** Messages that wait or are being read. */
  waiting: number;
  deadLetters: number;
}

export interface CheckOperationNeeds {
  feedStore: Pick<FeedStore, 'list'>;
  subscriberStore: Pick<SubscriberStore, 'list'>;
  editionStore: Pick<EditionStore, 'latest' | 'getSend'>;
  opinionLedger: Pick<OpinionLedger, 'budget'>;
  queueDepths: () => Promise<QueueDepth[]>;
  /** Seconds by which the clock here is ahead of AWS's. */
  clockOffset: () => Promise<number>;
  /** How this place is named on the command line, for what to type. */
  vigil: string;
  publicUrl: string;
  /** Status of the page's answer, or why there was none. */
  askPage: (url: string) => Promise<number | string>;
  now: () => Date;
}

/** Hours without a feed that was read, from which on something is wrong. */
const SILENT_HOURS = 3;

/** What can be known about the work itself, from the tables, the queues and the page. */
export function checkOperation(needs: CheckOperationNeeds): Check[] {
  return [
    { name: 'clock', run: () => findClock(needs) },
    { name: 'feeds', run: () => findFeeds(needs) },
    { name: 'queues', run: () => findQueues(needs) },
    { name: 'readers', run: () => findReaders(needs) },
    { name: 'digests', run: () => findEditions(needs) },
    { name: 'second opinion', run: () => findSecondOpinions(needs) },
    { name: 'page', run: () => findPage(needs) },
  ];
}

async function findFeeds({ feedStore, now }: CheckOperationNeeds): Promise<Finding> {
  const at = now();
  const feeds = await feedStore.list();
  if (feeds.length === 0) {
    return { state: 'look', says: 'the list is empty', todo: '"vigil feeds import config/feeds.json"' };
  }
  const { watched, failing, silent } = feedHealth(feeds, at.toISOString());
  const lastReadAt = feeds
    .flatMap((feed) => feed.lastReadAt ?? [])
    .sort()
    .at(-1);
  const says = `${watched} watched, ${failing} failing, ${silent} silent for a month, last read ${lastReadAt ?? 'never'}`;
  const isSilent = lastReadAt === undefined || at.getTime() - Date.parse(lastReadAt) > SILENT_HOURS * 3_600_000;
  if (watched > 0 && isSilent) {
    const todo = 'is anything running ("npm start", or the stack’s schedules)? docs/runbook.md, "silent-pipeline"';
    return { state: 'look', says, todo };
  }
  if (failing === 0) return { state: 'ok', says };
  return { state: 'look', says, todo: '"vigil feeds list" shows which, "vigil feeds test URL" why' };
}

async function findQueues({ queueDepths, vigil }: CheckOperationNeeds): Promise<Finding> {
  const depths = await queueDepths();
  const says = depths
    .map(({ name, waiting, deadLetters }) => `${name}: ${waiting} waiting, ${deadLetters} dead letters`)
    .join('; ');
  const dead = depths.filter(({ deadLetters }) => deadLetters > 0).map(({ name }) => name);
  if (dead.length === 0) return { state: 'ok', says };
  const commands = dead.map((name) => `"${vigil} redrive ${name}"`).join(', ');
  return { state: 'look', says, todo: `"--dry-run" shows them; when the cause is mended: ${commands}` };
}

async function findPage({ askPage, publicUrl }: CheckOperationNeeds): Promise<Finding> {
  const answer = await askPage(publicUrl);
  // A stranger is refused, or sent to sign in, as it should be.
  if (answer === 401) return { state: 'ok', says: `${publicUrl} answers, and asks for its token` };
  if (answer === 303) return { state: 'ok', says: `${publicUrl} answers, and asks to sign in` };
  if (typeof answer === 'string') {
    return {
      state: 'look',
      says: `${publicUrl} cannot be reached: ${answer}`,
      todo: '"npm start" serves it here, "npm run demo" the demo’s; of a stack, docs/runbook.md, "page-errors"',
    };
  }
  return {
    state: 'broken',
    says: `${publicUrl} answers ${answer} to a stranger`,
    todo: 'docs/runbook.md, "page-errors"',
  };
}
