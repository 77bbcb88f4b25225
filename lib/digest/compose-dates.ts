import { dayBefore } from '../coverage/days.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import type { DigestDate } from './digest.ts';
import { findOccurrences, type Occurrence } from './find-occurrences.ts';
import { formatDate } from './format-time.ts';
import type { FrameLanguage } from './frame-text.ts';
import type { Hearing } from './hearing.ts';

const DAY_MILLISECONDS = 86_400_000;
const MOST_COMING = 6;
/** No entry is shown earlier. */
const MOST_DAYS_AHEAD = 60;

const daysFrom = (today: string, date: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / DAY_MILLISECONDS);

function hearingIn({ court, place, status }: Hearing, language: FrameLanguage) {
  const [inCourt = '', inPlace = ''] = [court, place].map((name) => name[language] ?? name.en);
  return { court: inCourt, place: inPlace, isPostponed: status === 'postponed' };
}

/** @param today local date of the edition */
export function composeDate({ entry, date, ordinal }: Occurrence, today: string, language: FrameLanguage): DigestDate {
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name[language],
    ...(ordinal !== undefined && { ordinal }),
    date: formatDate(date, language),
    days: daysFrom(today, date),
    ...(entry.hearing && { hearing: hearingIn(entry.hearing, language) }),
  };
}

/** What comes, today's dates included: each from so many days before as its entry says, the nearest six. */
export function composeComing(
  calendar: readonly CalendarEntry[],
  today: string,
  language: FrameLanguage,
): DigestDate[] {
  const end = dayBefore(today, -MOST_DAYS_AHEAD);
  return findOccurrences(calendar, today, end)
    .filter(({ entry, date }) => daysFrom(today, date) <= entry.shownDaysBefore)
    .slice(0, MOST_COMING)
    .map((occurrence) => composeDate(occurrence, today, language));
}
