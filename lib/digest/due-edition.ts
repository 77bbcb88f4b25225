import type { Edition } from './edition.ts';
import { localTime } from './local-time.ts';
import type { Subscriber } from './subscriber.ts';

/** What `open` needs to know of an edition: coverage recorded in [from, to) belongs to it. */
export type DueEdition = Pick<Edition, 'localDate' | 'from' | 'to'>;

const FIRST_WINDOW_HOURS = 24;

/**
 * The edition a subscriber should get now: the local hour has come, and neither this local date nor a later one (a
 * reader who moved west) has an edition.
 *
 * @param latest the subscriber's newest edition, by local date. Only a `done` one was read: the window of any other
 *   is carried on, so that nothing recorded is left out.
 * @param upTo end of the window; before `now` where records need time to become visible
 * @returns undefined when nothing is due
 */
export function dueEdition(
  subscriber: Pick<Subscriber, 'zone' | 'hour'>,
  latest: Pick<Edition, 'localDate' | 'from' | 'to' | 'state'> | undefined,
  now: string,
  upTo: string = now,
): DueEdition | undefined {
  const local = localTime(now, subscriber.zone);
  if (local.hour < subscriber.hour) return undefined;
  if (latest && latest.localDate >= local.date) return undefined;

  const end = Date.parse(upTo);
  const start = latest
    ? Date.parse(latest.state === 'done' ? latest.to : latest.from)
    : end - FIRST_WINDOW_HOURS * 3_600_000;
  return {
    localDate: local.date,
    from: new Date(start).toISOString(),
    to: new Date(Math.max(start, end)).toISOString(),
  };
}
