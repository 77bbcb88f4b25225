import type { ArticleReading } from './article.ts';

/** What the cleaning pass did to a page, in numbers. */
export interface CleaningCounts {
  /** Elements of the page outside what was left out. */
  elements: number;
  /** Scripts, styles, media, menus, captions and the like, left out with all they hold. */
  leftOut: number;
  /** Parts taken back because of their name and what they held, and the characters in them. */
  takenBack: number;
  takenBackChars: number;
  /** Characters of text that were left for the reader. */
  textChars: number;
}

export type BodyReader = 'small-dom' | 'jsdom' | 'json-ld';

/** How a page was read: what a person asks when an article looks wrong. Characters count UTF-16 units. */
export interface ReadingAccount {
  pageChars: number;
  cleaning: CleaningCounts;
  /** Whose body was taken, and why it was not the first reader's. */
  reader: BodyReader;
  why: string;
  /** Blocks that the reader found, and those that the filter left. */
  blocksFound: number;
  blocksKept: number;
  charsKept: number;
  quality: number;
}

/** A reading with its account; none where the page was refused before it was read. */
export type AccountedReading = ArticleReading & { account?: ReadingAccount };
