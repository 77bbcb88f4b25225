import type { Feed } from './feed.ts';

/** So many readings that brought something are remembered. */
const KEPT_READINGS = 14;
/** Fewer say nothing about what is usual. */
const MIN_READINGS = 3;
/** A feed that brings so many times its usual number has lost its memory, its senses or its owner. */
const BURST_FACTOR = 10;
/** Never held back below this number. */
const MIN_BURST = 30;

/**
 * How many new items one reading may bring: ten times the median of the readings that brought any. After a pause of
 * ours the readings that were left out count too.
 *
 * @returns undefined while too few readings are known
 */
export function newsLimit(feed: Feed, now: Date): { items: number; median: number } | undefined {
  const past = feed.pastNews?.toSorted((a, b) => a - b) ?? [];
  if (past.length < MIN_READINGS) return undefined;
  const median = past[Math.floor(past.length / 2)] as number;
  const minutes = (now.getTime() - Date.parse(feed.lastReadAt ?? feed.addedAt)) / 60_000;
  const readings = Math.max(1, Math.round(minutes / feed.intervalMinutes));
  return { items: Math.max(MIN_BURST, BURST_FACTOR * median * readings), median };
}

export function rememberNews(past: readonly number[] = [], freshItems: number): number[] {
  return [...past, freshItems].slice(-KEPT_READINGS);
}
