import { foldText } from '../classification/fold-text.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { dayBefore } from '../coverage/days.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { findOccurrences, type Occurrence } from './find-occurrences.ts';

const MOST_DAYS_WAITED = 14;

/**
 * Dates whose waiting came to its end in a window: the day after the last on which coverage was waited for began in it
 * (UTC). Windows that follow on one another settle each date once, whatever the reader's zone.
 *
 * @param window [from, to), ISO 8601
 */
export function settledDates(calendar: readonly CalendarEntry[], window: { from: string; to: string }): Occurrence[] {
  const first = window.from.slice(0, 10);
  const last = window.to.slice(0, 10);
  return findOccurrences(calendar, dayBefore(first, MOST_DAYS_WAITED), last).filter(({ entry, date }) => {
    if (entry.expects === undefined || entry.hearing?.status === 'postponed') return false;
    const end = `${dayBefore(date, -entry.expects.days - 1)}T00:00:00.000Z`;
    return window.from < end && end <= window.to;
  });
}

/** Coverage is waited for from the day before, when a date is announced, to the end of the last day. */
export const waitedFrom = ({ date }: Occurrence): string => `${dayBefore(date, 1)}T00:00:00.000Z`;

const folded = (text: string): string => {
  const { folded: whole, words } = foldText(text);
  return ` ${words.map(({ start, end }) => whole.slice(start, end)).join(' ')} `;
};

function answers({ entry, date }: Occurrence, article: Coverage): boolean {
  if (article.recordedAt < waitedFrom({ entry, date })) return false;
  const { title, excerpt, keySentences = [], matches } = article;
  const text = folded([title, excerpt, ...keySentences, ...matches.map(({ words }) => words)].join('\n'));
  return (entry.expects?.words ?? []).some((words) => text.includes(folded(words)));
}

/** Of the settled dates, those that no relevant article answered. @param coverage recorded since the first was waited for */
export function findUnanswered(settled: readonly Occurrence[], coverage: readonly Coverage[]): Occurrence[] {
  const news = coverage.filter(({ relevance, isLate }) => relevance === 'relevant' && !isLate);
  return settled.filter((occurrence) => !news.some((article) => answers(occurrence, article)));
}
