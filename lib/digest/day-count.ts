import { z } from 'zod';
import type { Coverage } from '../coverage/coverage.ts';
import type { RecordHistory } from '../records/record-history.ts';

/** One day (UTC) of coverage by time of recording, counted once it was over. Late articles are no news and left out. */
export const DayCount = z.object({
  schemaVersion: z.literal(1),
  day: z.iso.date(),
  /** Relevant, copies included. */
  articles: z.int().min(0),
  /** Distinct stories among them. */
  stories: z.int().min(0),
});
export type DayCount = z.infer<typeof DayCount>;

export const dayCountHistory: RecordHistory = { name: 'count of a day', upgrades: [] };

/** @param recorded on the day, whatever its relevance */
export function countDay(day: string, recorded: readonly Coverage[]): DayCount {
  const news = recorded.filter(({ relevance, isLate }) => relevance === 'relevant' && !isLate);
  return {
    schemaVersion: 1,
    day,
    articles: news.length,
    stories: new Set(news.map(({ storyId }) => storyId)).size,
  };
}
