import { isTelling, isTellingNumber } from './common-words.ts';
import { hashText } from './shingles.ts';
import type { ReadStoryText } from './story-text.ts';

/**
 * Names under which a text is entered, and under which others look for it. The number is the same for a text of any
 * length, so that an article costs the same however many are stored.
 */
export interface StoryNames {
  /** MinHash in Broder's first form: the smallest hashes of all shingles, each a band of its own. */
  passages: string[];
  /** Words that tell which event it is, within days. */
  words: string[];
}

/** Of the whole text: what an excerpt of a tenth still shares one of, more often than not. */
const OF_TEXT = 16;
/** Of the first words, for excerpts are mostly taken there. */
const OF_LEAD = 4;
const LEAD_SHINGLES = 60;
const LEAST_TITLE_WORDS = 4;
const WORDS = 20;

/** Days of one drawer: words are looked up in that of the day and the one before. */
const PERIOD_DAYS = 4;
const DAY = 86_400_000;

export const periodOf = (seenAt: string): number => Math.floor(Date.parse(seenAt) / DAY / PERIOD_DAYS);

export function namesOfText(story: ReadStoryText, period = periodOf(story.seenAt)): StoryNames {
  const lead = smallest(story.shingles.slice(0, LEAD_SHINGLES), OF_LEAD);
  const hashes = new Set([...smallest(story.shingles, OF_TEXT), ...lead]);
  const title = story.titleWords.map(({ folded }) => folded).join(' ');
  return {
    passages: [
      ...[...hashes].map((hash) => `passage|${hash.toString(36)}`),
      ...(story.titleWords.length < LEAST_TITLE_WORDS ? [] : [`title|${hashText(title).toString(36)}`]),
    ],
    words: tellingStems(story).map((stem) => `word|${period}|${story.language}|${stem}`),
  };
}

const smallest = (hashes: readonly number[], count: number): number[] =>
  [...new Set(hashes)].sort((a, b) => a - b).slice(0, count);

/** Those that speak most: numbers, names, words of the title and the first lines, long and repeated ones. */
function tellingStems(story: ReadStoryText): string[] {
  const points = new Map<string, number>();
  const add = (stem: string, more: number) => {
    if (isTelling(stem, story.language)) points.set(stem, (points.get(stem) ?? 0) + more);
  };
  for (const stem of new Set(story.titleStems)) if (stem.length > 2 || isTellingNumber(stem)) add(stem, 1.5);
  for (const [at, { folded, isName }] of story.words.entries()) {
    const stem = story.stems[at] ?? '';
    if (stem.length < 3 && !isTellingNumber(stem)) continue;
    const isFirst = !points.has(stem) || (points.get(stem) ?? 0) === 1.5;
    if (isFirst)
      add(
        stem,
        (isName ? 1.5 : 0) +
          (isTellingNumber(stem) ? 1.5 : 0) +
          (at < LEAD_SHINGLES ? 0.5 : 0) +
          Math.min(folded.length, 10) / 10,
      );
    else add(stem, 0.5);
  }
  // In words, as another telling may have them in digits.
  for (const number of story.numbers ?? [])
    if (!points.has(String(number)) && isTellingNumber(String(number))) add(String(number), 2);
  return [...points]
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, WORDS)
    .map(([stem]) => stem);
}
