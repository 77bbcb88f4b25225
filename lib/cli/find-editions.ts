import { dueEdition } from '../digest/due-edition.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import type { Finding } from './doctor.ts';

export interface FindEditionsNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
  editionStore: Pick<EditionStore, 'latest' | 'getSend'>;
  now: () => Date;
}

interface ReaderState {
  subscriberId: string;
  says: string;
  todo?: string;
}

/** The last edition of every active reader, and what a person must know of it. Names readers by id only. */
export async function findEditions(needs: FindEditionsNeeds): Promise<Finding> {
  const readers = (await needs.subscriberStore.list()).filter(({ state }) => state === 'active');
  if (readers.length === 0) {
    return { state: 'look', says: 'nobody gets a digest', todo: '"vigil subscribers add ADDRESS"' };
  }
  const states = await Promise.all(readers.map((reader) => stateOf(reader, needs)));
  const says = states.map((state) => `${state.subscriberId}: ${state.says}`).join('; ');
  const todos = new Set(states.flatMap(({ todo }) => todo ?? []));
  return todos.size === 0 ? { state: 'ok', says } : { state: 'look', says, todo: [...todos].join('; ') };
}

async function stateOf(reader: Subscriber, { editionStore, now }: FindEditionsNeeds): Promise<ReaderState> {
  const { subscriberId } = reader;
  const edition = await editionStore.latest(subscriberId);
  const anHourAgo = new Date(now().getTime() - 3_600_000).toISOString();
  const isLate = dueEdition(reader, edition, anHourAgo) !== undefined;
  const late = 'digests are sent while "npm start" or a stack runs: docs/runbook.md, "digest-late"';
  if (edition === undefined) {
    return { subscriberId, says: 'no edition yet', ...(isLate && { todo: late }) };
  }
  const send = await editionStore.getSend(edition.editionId);
  const says = `${edition.localDate} ${send?.state === 'claimed' ? 'may have been sent' : (edition.outcome ?? edition.state)}`;
  if (send?.state === 'claimed') return { subscriberId, says, todo: 'docs/runbook.md, "mail-unknown"' };
  if (send?.state === 'failed') return { subscriberId, says, todo: 'docs/runbook.md, "mail-not-sent"' };
  return { subscriberId, says, ...(isLate && { todo: late }) };
}
