import type { Facts, OrdinalFact } from '../classification/facts.ts';

const LATE_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;
/** Where a text says what it is about: its title and so many characters of it. */
const LEAD_CHARS = 500;
const FIRST_STORY_YEAR = 2003;

/** `late`: old by its own date. `possibly-old`: its date, or the want of one, is contradicted by what it says. */
export type Lateness =
  | { kind: 'late'; days: number }
  | { kind: 'possibly-old'; words: string; impliedYear: number; dateYear: number | undefined };

/**
 * Whether an article is old news; undefined when it is not.
 *
 * Its own date decides first. A fresh date, or none, is contradicted by an anniversary in title or lead that was over by
 * March of the year after, when nothing else in the text fits the date: "30th anniversary" is a story of 2018.
 */
export function findLateness(
  publishedAt: string | undefined,
  recordedAt: string,
  facts: Facts | undefined,
): Lateness | undefined {
  const days = publishedAt === undefined ? 0 : (Date.parse(recordedAt) - Date.parse(publishedAt)) / DAY_MILLISECONDS;
  if (days > LATE_DAYS) return { kind: 'late', days: Math.floor(days) };
  const ordinals = (facts?.ordinals ?? []).filter(({ of, kind }) => of === 'event' && kind !== 'decades');
  const said = ordinals.find((fact) => isTelling(fact) && (fact.field === 'title' || fact.start < LEAD_CHARS));
  const at = Date.parse(publishedAt ?? recordedAt);
  const year = new Date(at).getUTCFullYear();
  if (said?.impliedTo === undefined || at < Date.UTC(said.impliedTo + 1, 3, 1)) return undefined;
  if (ordinals.some(({ impliedFrom = 0, impliedTo = 0 }) => impliedFrom <= year && year <= impliedTo)) return undefined;
  const dateYear = publishedAt === undefined ? undefined : year;
  return { kind: 'possibly-old', words: said.words, impliedYear: said.impliedYear ?? said.impliedTo, dateYear };
}

/** Why an article is old news, in one sentence; undefined when it is none. */
export function judgeLateness(
  publishedAt: string | undefined,
  recordedAt: string,
  facts: Facts | undefined,
): string | undefined {
  const lateness = findLateness(publishedAt, recordedAt, facts);
  if (lateness === undefined) return undefined;
  if (lateness.kind === 'late') return `published ${lateness.days} days before it was recorded`;
  const { words, impliedYear, dateYear } = lateness;
  return `“${words}” is of ${impliedYear}; ${dateYear === undefined ? 'no date is given' : `the date given is of ${dateYear}`}`;
}

/** No feed brings back a story from before there were feeds: ten years on is ten years after something else, the tape say. */
function isTelling({ isAtLeast, impliedYear = 0 }: OrdinalFact): boolean {
  return !isAtLeast && impliedYear >= FIRST_STORY_YEAR;
}
