import { readStoryWords, type StoryWord } from './read-story-words.ts';

/** "STOCKHOLM - ", "Madrid. ", "DURRËS, Albania — ": what stands before the first stroke or full stop, if it is short. */
const DATELINE = /^\s*(\p{L}[\p{L}\s,/'’]{1,40}?)\s*(?:\([^)]{1,30}\))?\s*(?:[–—:]|\s-|\.\s)/u;
const MOST_WORDS = 4;

/** The words of the place, and what else stands with it, from which a report was sent; empty for none. */
export function findDateline(text: string): StoryWord[] {
  const words = readStoryWords(DATELINE.exec(text)?.[1] ?? '');
  return words.length > MOST_WORDS ? [] : words;
}
