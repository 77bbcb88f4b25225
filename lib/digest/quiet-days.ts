import { dayBefore } from '../coverage/days.ts';
import type { EditionStore } from './edition-store.ts';
import { weekdayOf } from './local-time.ts';
import type { Subscriber } from './subscriber.ts';

type QuietReader = Pick<Subscriber, 'quietDay' | 'frequency' | 'weekday'>;

/** An instant reader may have an edition an hour; more than a week of them. */
const MOST_EDITIONS = 200;

/** Whether an edition without news is left out on this date. A weekly reader's one line a week is their edition. */
export function isSilentOn({ quietDay, frequency, weekday }: QuietReader, localDate: string): boolean {
  if (quietDay === 'skip') return true;
  return quietDay === 'weekly' && frequency !== 'weekly' && weekdayOf(localDate) !== weekday;
}

/**
 * Days of the week before this date whose edition was left out, where this edition is to tell of them: on the weekday of
 * a reader who wants quiet days gathered.
 */
export async function countQuietDays(
  { subscriberId, ...reader }: QuietReader & Pick<Subscriber, 'subscriberId'>,
  localDate: string,
  { editionStore }: { editionStore: Pick<EditionStore, 'listRecent'> },
): Promise<number> {
  if (reader.quietDay !== 'weekly' || isSilentOn(reader, localDate) || reader.frequency === 'weekly') return 0;
  const recent = await editionStore.listRecent(subscriberId, {
    fromDate: dayBefore(localDate, 6),
    most: MOST_EDITIONS,
  });
  return recent.filter(({ outcome, localDate: date }) => outcome === 'skipped-quiet' && date < localDate).length;
}
