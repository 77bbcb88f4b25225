import { z } from 'zod';
import type { EditionStore } from '../digest/edition-store.ts';
import { instantOf, weekdayOf } from '../digest/local-time.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import { UserError } from '../errors.ts';

export interface PreviewWindowNeeds {
  editionStore: Pick<EditionStore, 'listRecent' | 'latest'>;
  now: () => Date;
}

export interface PreviewWindow {
  from: string;
  to: string;
  /** What a person should know of it, one line each. */
  remarks: string[];
}

const DAY_MILLISECONDS = 86_400_000;
/** An instant reader has at most an edition an hour; more than what a date and the days after it can have. */
const MOST_EDITIONS = 400;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const daysBefore = (to: string, days: number): string =>
  new Date(Date.parse(to) - days * DAY_MILLISECONDS).toISOString();

/**
 * The window of the edition that a reader had on a date, or would have had: a day, or a week, up to the reader's hour.
 * Without a date up to now; for an instant reader from where their last edition ended.
 *
 * @throws UserError with exit code 2 for a date that is none, or that has not begun
 */
export async function previewWindow(
  date: string | undefined,
  reader: Subscriber | undefined,
  needs: PreviewWindowNeeds,
): Promise<PreviewWindow> {
  const days = reader?.frequency === 'weekly' ? 7 : 1;
  const now = needs.now().toISOString();
  if (date === undefined) {
    const last = reader?.frequency === 'instant' ? await needs.editionStore.latest(reader.subscriberId) : undefined;
    if (!last) return { from: daysBefore(now, days), to: now, remarks: [] };
    // As the stage does: only what was read is not told again.
    const from = last.state === 'done' ? last.to : last.from;
    return { from, to: now, remarks: [`note: an instant reader; shown is what came since ${from}`] };
  }
  if (!z.iso.date().safeParse(date).success)
    throw new UserError(`--date ${date}: write a day as YYYY-MM-DD, for example 2026-08-29`, 2);
  const had = reader && (await editionOf(reader, date, needs));
  if (had) return had;
  const to = instantOf(date, reader?.hour ?? 24, reader?.zone ?? 'UTC');
  const from = daysBefore(to, days);
  if (from > now) throw new UserError(`--date ${date}: is in the future; nothing is recorded of it yet`, 2);
  const isOtherDay = reader?.frequency === 'weekly' && weekdayOf(date) !== reader.weekday;
  const remarks = [
    ...(to > now ? [`note: its window ends at ${to}; shown is what is recorded so far`] : []),
    ...(isOtherDay && reader
      ? [`note: this reader's week ends on ${WEEKDAYS[reader.weekday - 1]}; shown are the seven days up to ${date}`]
      : []),
  ];
  return { from, to, remarks };
}

/** Of several of one date, which an instant reader may have, the last. */
async function editionOf(
  { subscriberId }: Subscriber,
  date: string,
  { editionStore }: PreviewWindowNeeds,
): Promise<PreviewWindow | undefined> {
  const recent = await editionStore.listRecent(subscriberId, { fromDate: date, most: MOST_EDITIONS });
  const [last, ...others] = recent.filter(({ localDate }) => localDate === date);
  if (!last) return undefined;
  const remarks = others.length > 0 ? [`note: the last of ${others.length + 1} editions of that date`] : [];
  return { from: last.from, to: last.to, remarks };
}
