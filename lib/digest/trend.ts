import type { DayCount } from './day-count.ts';

/** Days of a trend, and of what it is held against. */
export const TREND_DAYS = 28;

interface Total {
  articles: number;
  stories: number;
}

/** Four weeks of coverage, day by day (UTC, by time of recording), against the four weeks before. */
export interface Trend {
  days: readonly Pick<DayCount, 'day' | 'articles' | 'stories'>[];
  total: Total;
  before: Total;
}

const totalOf = (days: readonly DayCount[]): Total => ({
  articles: days.reduce((sum, { articles }) => sum + articles, 0),
  stories: days.reduce((sum, { stories }) => sum + stories, 0),
});

/**
 * @param counts of eight weeks, oldest first
 * @returns undefined when none of the last four weeks has anything: bars of nothing say nothing
 */
export function trendOf(counts: readonly DayCount[]): Trend | undefined {
  const days = counts.slice(-TREND_DAYS);
  const total = totalOf(days);
  if (total.articles === 0) return undefined;
  return {
    days: days.map(({ day, articles, stories }) => ({ day, articles, stories })),
    total,
    before: totalOf(counts.slice(0, -TREND_DAYS)),
  };
}
