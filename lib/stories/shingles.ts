import type { StoryWord } from './read-story-words.ts';

export const SHINGLE_WORDS = 4;

/** The hash of every run of four words, in the order of the text; a shorter text is one run. */
export function shingleHashes(words: readonly StoryWord[]): number[] {
  const folded = words.map(({ folded }) => folded);
  if (folded.length === 0) return [];
  const runs = Math.max(1, folded.length - SHINGLE_WORDS + 1);
  return Array.from({ length: runs }, (_, at) => hashText(folded.slice(at, at + SHINGLE_WORDS).join(' ')));
}

/** 32 bits of FNV-1a over UTF-16 code units, mixed once more so that the smallest values are spread evenly. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
