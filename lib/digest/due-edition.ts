import { dayBefore } from '../coverage/days.ts';
import type { Edition } from './edition.ts';
import { instantOf, localTime, weekdayOf } from './local-time.ts';
import type { Subscriber } from './subscriber.ts';

/** What `open` needs to know of an edition: coverage recorded in [from, to) belongs to it. */
export interface DueEdition extends Pick<Edition, 'localDate' | 'from' | 'to'> {
  /** Of an instant one, of which a date may have several: the end of the window before it. */
  after?: string;
}

/** What decides when a reader gets an edition. */
export type EditionRhythm = Pick<Subscriber, 'zone' | 'hour' | 'frequency' | 'weekday' | 'addedAt'>;

/**
 * The subscriber's newest edition. Only a `done` one was read: the window of any other is carried on, so that nothing
 * recorded is left out.
 */
export type LatestEdition = Pick<Edition, 'localDate' | 'from' | 'to' | 'state'>;

const FIRST_WINDOW_HOURS = { daily: 24, weekly: 7 * 24, instant: 24 } as const;
/** From one instant edition to the next. */
const INSTANT_GAP_SECONDS = 3600;

/**
 * The one edition of its local date that a subscriber should get now: the local hour has come, of a weekly reader on
 * their weekday or, where that was missed, later; and neither this local date nor a later one (a reader who moved west)
 * has an edition. A reader of instant editions is due like a daily one, where their date has brought none so far.
 *
 * @param upTo end of the window; before `now` where records need time to become visible
 * @returns undefined when nothing is due
 */
export function dueEdition(
  subscriber: EditionRhythm,
  latest: LatestEdition | undefined,
  now: string,
  upTo: string = now,
): DueEdition | undefined {
  const local = localTime(now, subscriber.zone);
  if (local.hour < hourOn(local.date, subscriber)) return undefined;
  if (latest && latest.localDate >= local.date) return undefined;
  if (subscriber.frequency === 'weekly' && !isWeekOver(subscriber, latest, local.date)) return undefined;
  if (subscriber.frequency === 'instant' && isWithinGap(latest, upTo)) return undefined;
  return { localDate: local.date, ...windowOf(subscriber, latest, upTo) };
}

/**
 * The instant edition that a subscriber should get now if its window holds news for them: an hour after the one before
 * at the earliest.
 */
export function instantEdition(
  subscriber: EditionRhythm,
  latest: LatestEdition | undefined,
  now: string,
  upTo: string = now,
): DueEdition | undefined {
  if (isWithinGap(latest, upTo)) return undefined;
  const { date } = localTime(now, subscriber.zone);
  // A reader who moved west goes on with the date they had: the newest edition has the latest date.
  const localDate = latest && latest.localDate > date ? latest.localDate : date;
  return { localDate, ...windowOf(subscriber, latest, upTo), ...(latest && { after: latest.to }) };
}

/** The reader's hour, or the last one of a day that ends without it: clocks of Nuuk go from 22:59 to midnight once a year. */
const hourOn = (date: string, { hour, zone }: EditionRhythm): number =>
  localTime(instantOf(date, hour, zone), zone).date === date ? hour : hour - 1;

/** Whether a weekday of the reader's has come since their newest edition, or that one failed and waits for its next try. */
function isWeekOver(subscriber: EditionRhythm, latest: LatestEdition | undefined, date: string): boolean {
  if (latest && latest.state !== 'done') return true;
  const weekday = dayBefore(date, (weekdayOf(date) - subscriber.weekday + 7) % 7);
  if (latest) return latest.localDate < weekday;
  return localTime(subscriber.addedAt, subscriber.zone).date <= weekday;
}

/** A failed one counts as well: its mail may have gone out all the same. */
const isWithinGap = (latest: LatestEdition | undefined, upTo: string): boolean =>
  latest !== undefined && Date.parse(upTo) - Date.parse(latest.to) < INSTANT_GAP_SECONDS * 1000;

/** From when on an instant edition may follow this one, ISO 8601. */
export const instantGapEnd = ({ to }: Pick<LatestEdition, 'to'>): string =>
  new Date(Date.parse(to) + INSTANT_GAP_SECONDS * 1000).toISOString();

/** Windows follow on one another, whatever the reader changed in between. */
function windowOf(
  { frequency }: EditionRhythm,
  latest: LatestEdition | undefined,
  upTo: string,
): Pick<DueEdition, 'from' | 'to'> {
  const end = Date.parse(upTo);
  const start = latest
    ? Date.parse(latest.state === 'done' ? latest.to : latest.from)
    : end - FIRST_WINDOW_HOURS[frequency] * 3_600_000;
  return { from: new Date(start).toISOString(), to: new Date(Math.max(start, end)).toISOString() };
}
