import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import type { Finding } from './doctor.ts';

export interface FindReadersNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
  now: () => Date;
}

/** For so long a reader who was cut off is news for the operator. */
const NEWS_DAYS = 7;

/** How many readers there are, and whether mail stopped reaching some of them. */
export async function findReaders({ subscriberStore, now }: FindReadersNeeds): Promise<Finding> {
  const readers = await subscriberStore.list();
  const byState = Object.groupBy(readers, ({ state }) => state);
  const counts = Object.entries(byState).map(([state, ofState]) => `${ofState.length} ${state}`);
  if (counts.length === 0) return { state: 'ok', says: 'nobody is in the list' };
  const since = new Date(now().getTime() - NEWS_DAYS * 86_400_000).toISOString();
  const cutOff = (byState.suppressed ?? []).filter(({ stateAt }) => stateAt >= since);
  const says = counts.join(', ');
  if (cutOff.length === 0) return { state: 'ok', says };
  const todo =
    'reach them another way; where the mailbox refused, "vigil subscribers resume ADDRESS --reason …", or "subscribers remove" with a new address';
  return { state: 'look', says: `${says}; in the last ${NEWS_DAYS} days: ${cutOff.map(described).join('; ')}`, todo };
}

const described = ({ subscriberId, stateAt, stateReason = 'no reason kept' }: Subscriber) =>
  `${subscriberId} since ${stateAt.slice(0, 10)}, ${stateReason}`;
