import type { FeedStore } from '../feeds/feed-store.ts';
import type { Finding } from './doctor.ts';

export interface FindClockNeeds {
  feedStore: Pick<FeedStore, 'list'>;
  /** Seconds by which the clock here is ahead of AWS's. */
  clockOffset: () => Promise<number>;
  now: () => Date;
}

/** AWS refuses requests that are signed further from its own time. */
const REFUSED_SECONDS = 300;
const SHOWN_SECONDS = 60;

/**
 * Everything is decided by the clock: AWS's own time shows whether the one here is right, and what was written in the
 * future whether another was not.
 */
export async function findClock({ feedStore, clockOffset, now }: FindClockNeeds): Promise<Finding> {
  const at = now().toISOString();
  const offset = await clockOffset();
  const apart = Math.abs(offset);
  const where = `${at}, ${apart} s ${offset < 0 ? 'behind' : 'ahead of'} AWS`;
  const todo = 'set the clock of this machine (it should be kept by NTP)';
  if (apart > REFUSED_SECONDS) return { state: 'broken', says: `${where}: from five minutes on AWS refuses`, todo };
  const ahead = (await feedStore.list()).filter(({ lastCheckedAt = '' }) => lastCheckedAt > now().toISOString());
  if (ahead.length > 0 && apart <= SHOWN_SECONDS) {
    const says = `${where}, but ${ahead.length} feeds were checked after it`;
    return { state: 'broken', says, todo: 'find the machine that wrote ahead of time, and set its clock' };
  }
  if (apart > SHOWN_SECONDS) return { state: 'look', says: where, todo };
  return { state: 'ok', says: `${where}; nothing was written after it` };
}
