import type { CoverageStore } from '../coverage/coverage-store.ts';
import { type DueEdition, dueEdition, instantEdition } from './due-edition.ts';
import type { Edition } from './edition.ts';
import type { EditionStore } from './edition-store.ts';
import { filterCoverage } from './filter-coverage.ts';
import type { Subscriber } from './subscriber.ts';

export interface FindDueEditionNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
  editionStore: Pick<EditionStore, 'getSend'>;
}

const MAIL_GAP_SECONDS = 3600;

/**
 * The edition that a reader should get now, whatever their rhythm. An instant one is due when something is recorded for
 * the reader and their last mail went out an hour ago; without news the day has its edition at the reader's hour, so that
 * no window grows beyond two days.
 *
 * @param times `upTo` ends the window
 */
export async function findDueEdition(
  subscriber: Subscriber,
  latest: Edition | undefined,
  { now, upTo }: { now: string; upTo: string },
  needs: FindDueEditionNeeds,
): Promise<DueEdition | undefined> {
  const instant = subscriber.frequency === 'instant' ? instantEdition(subscriber, latest, now, upTo) : undefined;
  if (instant && (await hasNews(instant, subscriber, needs)) && !(await wasJustSent(latest, now, needs)))
    return instant;
  return dueEdition(subscriber, latest, now, upTo);
}

async function hasNews(
  { from, to }: DueEdition,
  { filter }: Pick<Subscriber, 'filter'>,
  { coverageStore }: FindDueEditionNeeds,
): Promise<boolean> {
  const recorded = await coverageStore.listRecorded(from, to);
  return filterCoverage(recorded, filter).some(({ relevance, isLate }) => relevance === 'relevant' && !isLate);
}

/** A mail that was refused at first goes out later than its window ended. */
async function wasJustSent(
  latest: Edition | undefined,
  now: string,
  { editionStore }: FindDueEditionNeeds,
): Promise<boolean> {
  const send = latest && (await editionStore.getSend(latest.editionId));
  const at = send?.sentAt ?? send?.claimedAt;
  return at !== undefined && Date.parse(now) - Date.parse(at) < MAIL_GAP_SECONDS * 1000;
}
