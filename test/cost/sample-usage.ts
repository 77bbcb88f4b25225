import { noUsage, type Usage } from '../../lib/cost/usage.ts';
import type { DayUsage } from '../../lib/cost/usage-store.ts';

export const usageOf = (usage: Partial<Usage>): Usage => ({ ...noUsage(), ...usage });

/** Two days of a small stack: the 27th whole, the 28th begun. */
export const sampleUsage: readonly DayUsage[] = ['2026-08-27', '2026-08-28'].flatMap((day) => [
  {
    day,
    stage: 'fetch-feed',
    usage: usageOf({
      invocations: 1_800,
      megabyteMilliseconds: 5_120_000_000,
      readUnits: 130_000,
      writeUnits: 46_000,
      fifoRequests: 5_000,
      logBytes: 5_000_000,
      bytesFetched: 80_000_000,
      feedChecks: 7_200,
      unchangedChecks: 5_000,
    }),
  },
  {
    day,
    stage: 'read-article',
    usage: usageOf({
      invocations: 1_000,
      megabyteMilliseconds: 4_500_000_000,
      readUnits: 2_000,
      writeUnits: 6_500,
      fifoRequests: 2_000,
      objectPuts: 2_060,
      objectBytes: 19_000_000,
      articles: 2_000,
      relevantArticles: 60,
    }),
  },
]);
