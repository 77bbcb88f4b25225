import { dueTime, lastDueTime } from './due-time.ts';
import type { Edition } from './edition.ts';
import type { Subscriber } from './subscriber.ts';

const LATE_MILLISECONDS = 3_600_000;

/** An hour after an edition was due, a person should look. */
export const isLongDue = (since: string, now: Date): boolean => now.getTime() - Date.parse(since) >= LATE_MILLISECONDS;

/** The same of the edition of a reader. @param edition absent when something broke before it was known */
export function isLate(subscriber: Subscriber, edition: Edition | undefined, now: Date): boolean {
  if (edition !== undefined) return isLongDue(dueTime(subscriber, edition), now);
  const { since, isDue } = lastDueTime(subscriber, now.toISOString());
  return isDue && isLongDue(since, now);
}
