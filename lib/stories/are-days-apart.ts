import type { ReadStoryText } from './story-text.ts';
import { findWeekdays } from './weekdays.ts';

/** Words among which a report says when it happened. */
const LEAD_WORDS = 60;
const DAY = 86_400_000;
/** The first of January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3;

type Told = Pick<ReadStoryText, 'titleWords' | 'words' | 'publishedAt' | 'seenAt'>;

/**
 * Whether one begins with a day that is later than any the other names: what came of an event, its answer, the next of its kind.
 * Both must name days of the week; each stands for the last such day before the text, so that one to come is none.
 */
export const areDaysApart = (a: Told, b: Told): boolean => tellsLaterDay(a, b) || tellsLaterDay(b, a);

function tellsLaterDay(one: Told, other: Told): boolean {
  const named = findWeekdays([...other.titleWords, ...other.words]);
  if (named.size === 0) return false;
  const last = Math.max(...[...named].map((weekday) => dayOf(other, weekday)));
  const lead = findWeekdays([...one.titleWords, ...one.words.slice(0, LEAD_WORDS)]);
  return [...lead.difference(named)].some((weekday) => dayOf(one, weekday) > last);
}

/** @returns days since 1970 */
function dayOf({ publishedAt, seenAt }: Told, weekday: number): number {
  const today = Math.floor(Date.parse(publishedAt ?? seenAt) / DAY);
  return today - ((((today + FIRST_WEEKDAY - weekday) % 7) + 7) % 7);
}
