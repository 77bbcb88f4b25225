import type { Theme } from '../classification/classification.ts';
import type { FigureFact } from '../classification/facts.ts';
import type { Relation } from '../feeds/outlet.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import type { SeenWording } from './collect-wordings.ts';
import type { FeedHealth } from './feed-health.ts';
import type { FrameLanguage } from './frame-text.ts';
import type { Manifest } from './manifest.ts';
import type { Run } from './read-run.ts';
import type { Direction } from './text-direction.ts';

/** Another article of the same story: its own text, or a copy. */
export interface DigestMember {
  articleId: string;
  outletName: string;
  relation: Relation;
  /** Absent when the address may not be linked. */
  url?: string;
}

/** A figure as one article prints it. */
interface PrintedFigure {
  /** In the article's own words. */
  words: string;
  /** Whom the article credits. */
  creditedTo?: string;
}

/** One story as the digest shows it: its lead, and who else has it. Texts are single lines, cleaned and shortened. */
export interface DigestItem {
  storyId: string;
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
  /** One or two sentences of the article; empty when there are none. */
  excerpt: string;
  themes: readonly Theme[];
  /** The anniversary that the article is about. */
  ordinal?: number;
  figures: readonly PrintedFigure[];
  /** The two or three heaviest matched words, the heaviest first. */
  reasons: readonly string[];
  /** Distinct independent outlets with a text of their own, the lead's among them. */
  independentOutlets: number;
  /** Texts of their own. */
  texts: readonly DigestMember[];
  copies: readonly DigestMember[];
  /** It began in an earlier edition. */
  isContinued: boolean;
}

/** One bar. */
interface DigestCount<Key extends string = string> {
  key: Key;
  name: string;
  count: number;
}

export interface DigestOutlet extends DigestCount {
  relation: Relation;
  /** Nothing of it was recorded before. */
  isFirst: boolean;
}

export interface DigestTrend {
  /** Oldest first. `date` in words, short. */
  days: readonly { day: string; date: string; articles: number; stories: number }[];
  total: { articles: number; stories: number };
  before: { articles: number; stories: number };
}

export interface DigestFigure {
  /** In the frame's digits: "30,000", "2,800–3,800". */
  number: string;
  unit: FigureFact['unit'];
  articles: number;
  /** Three at most, names first; a name is absent where an article credits nobody. */
  credits: readonly { name?: string; articles: number }[];
  /** Articles that credit somebody else. */
  otherCredits: number;
}

/** An article that was published long before it was found. */
export interface DigestLate {
  articleId: string;
  url?: string;
  title: string;
  direction: Direction;
  language: string;
  outletName: string;
  relation: Relation;
  /** When it was published, or what makes it look old, in words of the frame. */
  why: string;
}

/** A date of the calendar. */
export interface DigestDate {
  id: string;
  kind: CalendarEntry['kind'];
  name: string;
  ordinal?: number;
  /** In words. */
  date: string;
  /** Days from the edition's date; negative for one that is over. */
  days: number;
  /** Of a hearing. Names in the frame's language, or in English where the calendar has no other. */
  hearing?: { court: string; place: string; isPostponed: boolean };
}

/** What a digest says, before it is HTML or text. Counts are of relevant articles, copies included. */
export interface Digest {
  language: FrameLanguage;
  direction: Direction;
  zone: string;
  /** In words, in the frame's calendar. */
  date: string;
  period: string;
  /** Which filters of the reader's are on, in one line; absent without any. */
  filterNote?: string;
  /** Days of the week without news, where this edition tells of them. */
  quietNote?: string;
  subject: string;
  /** 90 to 140 characters that mail programs show beside the subject. */
  preheader: string;
  summary: string;
  articleCount: number;
  storyCount: number;
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
  outlets: readonly DigestOutlet[];
  languages: readonly DigestCount[];
  /** Absent when four weeks brought nothing. */
  trend?: DigestTrend;
  /** Most first, at most six. */
  figures: readonly DigestFigure[];
  wordings: readonly SeenWording[];
  late: readonly DigestLate[];
  possiblyOld: readonly DigestLate[];
  /** The nearest first. */
  coming: readonly DigestDate[];
  /** Coverage was expected and none came. */
  unanswered: readonly DigestDate[];
  health: FeedHealth;
  /** Absent where nothing was metered. `day` in words. */
  run?: Run;
  /** Of the whole window, whatever the reader's filter lets through. */
  manifest: Manifest & { from: string; to: string };
}
