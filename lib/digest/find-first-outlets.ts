import type { Coverage } from '../coverage/coverage.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';

export interface FindFirstOutletsNeeds {
  coverageStore: Pick<CoverageStore, 'wasRecordedBefore'>;
}

/** Outlets that are asked about at once. */
const AT_ONCE = 10;

/**
 * Outlets of which nothing relevant was recorded before the window. On the first days of a list every outlet is new, and
 * that tells nothing: without one that is known, none is named.
 *
 * @param from start of the window, ISO 8601
 */
export async function findFirstOutlets(
  recorded: readonly Coverage[],
  from: string,
  { coverageStore }: FindFirstOutletsNeeds,
): Promise<ReadonlySet<string>> {
  const relevant = recorded.filter(({ relevance }) => relevance === 'relevant');
  const outletIds = [...new Set(relevant.map(({ outletId }) => outletId))];
  const first = new Set<string>();
  for (let at = 0; at < outletIds.length; at += AT_ONCE) {
    const some = outletIds.slice(at, at + AT_ONCE);
    const known = await Promise.all(some.map((outletId) => coverageStore.wasRecordedBefore(outletId, from)));
    some.forEach((outletId, index) => {
      if (!known[index]) first.add(outletId);
    });
  }
  return first.size === outletIds.length ? new Set() : first;
}
