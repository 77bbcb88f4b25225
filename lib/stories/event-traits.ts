import { ALONE } from '../classification/alone-rule.ts';
import type { Facts } from '../classification/facts.ts';
import { canonicalUrl } from '../feeds/canonical-url.ts';
import type { StoryText } from './story-text.ts';

/** What tells an event in any language, each `<kind> <value>`: figure, person, date (month and day), link. */
export type EventTrait = `${'link' | 'date' | 'person' | 'figure'} ${string}`;

/** Tolls that every text on the subject repeats: they tell no event. */
const COMMON_TOLLS = new Set([
  1000, 1988, 2500, 2800, 3000, 3500, 3800, 4000, 4500, 4482, 5000, 10000, 30000, 30, 67, 88, 110,
]);
/** Named in nearly every text. */
const COMMON_PEOPLE = new Set(['ruhollah-khomeini', 'ali-khamenei']);
const MOST_OF_A_KIND = 6;

/** The most telling first: links, dates, people, figures; at most six of each. */
export function eventTraits(
  story: StoryText,
  facts: Facts,
  numbers: readonly number[],
  links: readonly string[],
): EventTrait[] {
  // Years that a witness counts in passing tell the hearing; those since the killings tell every text of the year.
  const isAnniversary = (number: number) =>
    number === story.ordinal &&
    facts.ordinals.some(({ ordinal, ruleId }) => ordinal === number && !ruleId.endsWith(ALONE));
  const figures = numbers.filter((number) => !COMMON_TOLLS.has(number) && !isAnniversary(number)).map(String);
  return [
    ...kind('link', links.flatMap(deepAddress)),
    ...kind('date', facts.events.flatMap(dayOf(story.publishedAt ?? story.seenAt))),
    ...kind(
      'person',
      facts.names.filter(({ kind, id }) => kind === 'person' && !COMMON_PEOPLE.has(id)).map(({ id }) => id),
    ),
    ...kind(
      'figure',
      figures.toSorted((a, b) => b.length - a.length),
    ),
  ];
}

const kind = (name: 'link' | 'date' | 'person' | 'figure', values: readonly string[]): EventTrait[] =>
  [...new Set(values)].slice(0, MOST_OF_A_KIND).map((value): EventTrait => `${name} ${value}`);

/** A home page tells nothing. */
function deepAddress(link: string): string[] {
  const url = URL.parse(link);
  return url === null || url.pathname.length < 2 ? [] : [canonicalUrl(link).replace(/^https?:\/\//, '')];
}

const DAY = 86_400_000;
/** Farther from the article's own day it is a date of the past. */
const NEAR_DAYS = 30;

/** The Gregorian day that an event's date means, where it is near the article's own; Persian dates are left to their figures. */
const dayOf =
  (at: string) =>
  ({ date }: Facts['events'][number]): string[] => {
    if (date === undefined || date.calendar !== 'gregorian') return [];
    const year = date.year ?? Number(at.slice(0, 4));
    const day = Date.UTC(year, date.month - 1, date.day);
    return Math.abs(day - Date.parse(at)) > NEAR_DAYS * DAY ? [] : [new Date(day).toISOString().slice(0, 10)];
  };
