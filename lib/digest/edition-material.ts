import type { Coverage } from '../coverage/coverage.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import type { Feed } from '../feeds/feed.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { AddedDateStore } from './added-date-store.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { type CountDaysNeeds, countDays } from './count-days.ts';
import type { DayCount } from './day-count.ts';
import { type FindFirstOutletsNeeds, findFirstOutlets } from './find-first-outlets.ts';
import type { Occurrence } from './find-occurrences.ts';
import { findUnanswered, settledDates, waitedFrom } from './find-unanswered.ts';
import { type ReadRunNeeds, type Run, readRun } from './read-run.ts';
import { TREND_DAYS } from './trend.ts';

/** Everything that a digest of one window is made of, the same for every reader. */
export interface EditionMaterial {
  /** Of every relevance, oldest first. */
  recorded: readonly Coverage[];
  feeds: readonly Feed[];
  /** Of the eight weeks (UTC) before the day on which the window ends, oldest first. */
  dayCounts: readonly DayCount[];
  firstOutletIds: ReadonlySet<string>;
  run: Run | undefined;
  /** The dates that ship, and those that the operator added. */
  calendar: readonly CalendarEntry[];
  /** Dates on which coverage was expected and none came, settled in the window. */
  unanswered: readonly Occurrence[];
}

export interface EditionMaterialNeeds extends ReadRunNeeds, CountDaysNeeds, FindFirstOutletsNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded' | 'wasRecordedBefore'>;
  feedStore: Pick<FeedStore, 'list'>;
  /** The dates that ship. */
  calendar: readonly CalendarEntry[];
  addedDateStore: Pick<AddedDateStore, 'list'>;
}

export type Window = { from: string; to: string };

async function readUnanswered(
  window: Window,
  calendar: readonly CalendarEntry[],
  { coverageStore }: EditionMaterialNeeds,
): Promise<Occurrence[]> {
  const settled = settledDates(calendar, window);
  const since = settled.map(waitedFrom).toSorted()[0];
  return since === undefined ? [] : findUnanswered(settled, await coverageStore.listRecorded(since, window.to));
}

/** @param window coverage recorded in [from, to), ISO 8601 in UTC */
export async function readEditionMaterial(window: Window, needs: EditionMaterialNeeds): Promise<EditionMaterial> {
  const added = await needs.addedDateStore.list();
  const calendar = [...needs.calendar, ...added.map(({ entry }) => entry)];
  const [recorded, feeds, dayCounts, run, unanswered] = await Promise.all([
    needs.coverageStore.listRecorded(window.from, window.to),
    needs.feedStore.list(),
    countDays(window.to, 2 * TREND_DAYS, needs),
    readRun(window.to, needs),
    readUnanswered(window, calendar, needs),
  ]);
  const firstOutletIds = await findFirstOutlets(recorded, window.from, needs);
  return { recorded, feeds, dayCounts, firstOutletIds, run, calendar, unanswered };
}

/**
 * Reads each window once: for the readers of one tick, whose windows are mostly the same. What it gives is as old as the
 * first reading; a window must not end after that.
 */
export function editionMaterialOnce(needs: EditionMaterialNeeds): (window: Window) => Promise<EditionMaterial> {
  const readings = new Map<string, Promise<EditionMaterial>>();
  const shared = { ...needs, addedDateStore: readOnce(needs.addedDateStore) };
  return (window) => {
    const key = `${window.from} ${window.to}`;
    const known = readings.get(key);
    if (known) return known;
    const reading = readEditionMaterial(window, shared);
    readings.set(key, reading);
    // A fault is met by the reader who waits for it; the next reader tries again.
    reading.catch(() => readings.delete(key));
    return reading;
  };
}

function readOnce(store: Pick<AddedDateStore, 'list'>): Pick<AddedDateStore, 'list'> {
  let reading: ReturnType<AddedDateStore['list']> | undefined;
  return {
    list() {
      reading ??= store.list().catch((error) => {
        reading = undefined;
        throw error;
      });
      return reading;
    },
  };
}
