import type { Theme } from '../classification/classification.ts';
import type { Relation } from '../feeds/outlet.ts';
import type { FeedHealth } from './feed-health.ts';
import type { FrameLanguage } from './frame-text.ts';
import type { Direction } from './text-direction.ts';

/** The same article under the same title in another outlet. */
export interface DigestCopy {
  articleId: string;
  outletName: string;
  relation: Relation;
  /** Absent when the address may not be linked. */
  url?: string;
}

/** One article as the digest shows it; texts are single lines, cleaned for display and shortened. */
export interface DigestItem {
  articleId: string;
  url?: string;
  title: string;
  direction: Direction;
  /** BCP 47, "und" when unknown. */
  language: string;
  languageName: string;
  outletName: string;
  relation: Relation;
  /** In words, on the reader's clock. */
  time: string;
  /** One or two sentences; empty when there are none. */
  excerpt: string;
  themes: readonly Theme[];
  /** The two or three heaviest matched words, the heaviest first. */
  reasons: readonly string[];
  copies: readonly DigestCopy[];
}

/** One bar. */
export interface DigestCount<Key extends string = string> {
  key: Key;
  name: string;
  count: number;
}

/** What a digest says, before it is HTML or text. Counts are of relevant articles, copies included. */
export interface Digest {
  language: FrameLanguage;
  direction: Direction;
  zone: string;
  /** In words, in the frame's calendar. */
  date: string;
  period: string;
  subject: string;
  /** 90 to 140 characters that mail programs show beside the subject. */
  preheader: string;
  summary: string;
  /** Which filters of the reader's are on, in one line; absent without any. */
  filterNote?: string;
  /** Days of the week without news, where this edition tells of them. */
  quietNote?: string;
  articleCount: number;
  copyCount: number;
  passingMentionCount: number;
  /** Relevant articles that were published long before they were found: recorded, but no news. */
  lateCount: number;
  /** Shown in full, the most important first. */
  expanded: readonly DigestItem[];
  /** Shown as one line each. */
  lines: readonly DigestItem[];
  /** Most first. */
  relations: readonly DigestCount<Relation>[];
  outlets: readonly (DigestCount & { relation: Relation })[];
  languages: readonly DigestCount[];
  health: FeedHealth;
}
