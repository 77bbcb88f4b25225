import type { Facts, OrdinalFact } from '../classification/facts.ts';

const LATE_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;
/** Where a text says what it is about: its title and so many characters of it. */
const LEAD_CHARS = 500;
const FIRST_STORY_YEAR = 2003;

/**
 * Why an article is old news, in one sentence; undefined when it is none.
 *
 * Its own date decides first. A fresh date, or none, is contradicted by an anniversary in title or lead that was over by
 * March of the year after, when nothing else in the text fits the date: "30th anniversary" is a story of 2018.
 */
export function judgeLateness(
  publishedAt: string | undefined,
  recordedAt: string,
  facts: Facts | undefined,
): string | undefined {
  const days = publishedAt === undefined ? 0 : (Date.parse(recordedAt) - Date.parse(publishedAt)) / DAY_MILLISECONDS;
  if (days > LATE_DAYS) return `published ${Math.floor(days)} days before it was recorded`;
  const ordinals = (facts?.ordinals ?? []).filter(({ of, kind }) => of === 'event' && kind !== 'decades');
  const said = ordinals.find((fact) => isTelling(fact) && (fact.field === 'title' || fact.start < LEAD_CHARS));
  const at = Date.parse(publishedAt ?? recordedAt);
  const year = new Date(at).getUTCFullYear();
  if (said?.impliedTo === undefined || at < Date.UTC(said.impliedTo + 1, 3, 1)) return undefined;
  if (ordinals.some(({ impliedFrom = 0, impliedTo = 0 }) => impliedFrom <= year && year <= impliedTo)) return undefined;
  const where = publishedAt === undefined ? 'no date is given' : `the date given is of ${year}`;
  return `“${said.words}” is of ${said.impliedYear}; ${where}`;
}

/** No feed brings back a story from before there were feeds: ten years on is ten years after something else, the tape say. */
function isTelling({ isAtLeast, impliedYear = 0 }: OrdinalFact): boolean {
  return !isAtLeast && impliedYear >= FIRST_STORY_YEAR;
}
