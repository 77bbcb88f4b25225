import { readStoryWords, type StoryWord } from './read-story-words.ts';
import { shingleHashes } from './shingles.ts';
import { stemWord } from './stem-word.ts';

/** What of an article is compared with others. */
export interface StoryText {
  articleId: string;
  outletId: string;
  /** BCP 47 primary language. */
  language: string;
  title: string;
  text: string;
  /** ISO 8601; absent when unknown. */
  publishedAt?: string | undefined;
  /** ISO 8601: when a feed first listed it. Orders a story: the first seen leads. */
  seenAt: string;
  /** The anniversary that the text is about, as its facts have it. */
  ordinal?: number | undefined;
  /** Whole numbers of ten and more that it counts with, in digits or words; absent where nobody looked for them. */
  numbers?: readonly number[] | undefined;
}

export interface ReadStoryText extends StoryText {
  titleWords: readonly StoryWord[];
  /** Stem of each of `titleWords`. */
  titleStems: readonly string[];
  words: readonly StoryWord[];
  /** Stem of each of `words`. */
  stems: readonly string[];
  /** Hash of the run of four words that begins at each place. */
  shingles: readonly number[];
  shingleSet: ReadonlySet<number>;
}

/** Far longer than an article; what is behind it is not compared. */
const MOST_WORDS = 6_000;

export function readStoryText(story: StoryText): ReadStoryText {
  const words = readStoryWords(story.text).slice(0, MOST_WORDS);
  const titleWords = readStoryWords(story.title);
  const shingles = shingleHashes(words);
  return {
    ...story,
    titleWords,
    titleStems: titleWords.map(({ folded }) => stemWord(folded)),
    words,
    stems: words.map(({ folded }) => stemWord(folded)),
    shingles,
    shingleSet: new Set(shingles),
  };
}
