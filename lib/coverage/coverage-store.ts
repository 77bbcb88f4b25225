import type { Relevance, Theme } from '../classification/classification.ts';
import type { Coverage } from './coverage.ts';
import type { Labels } from './labels.ts';
import type { StoryPlace } from './story-place.ts';

export interface CoverageFilter {
  /** Absent: relevant and passing mentions; what a later rule set put off topic is there for who asks for it. */
  relevance?: Relevance | undefined;
  theme?: Theme | undefined;
  /** BCP 47 primary language. */
  language?: string | undefined;
  outletId?: string | undefined;
}

/** Days of publication, both included, YYYY-MM-DD. */
interface DayRange {
  fromDay: string;
  toDay: string;
}

export interface CoverageStore {
  /**
   * Writes the record unless the article is recorded. One that a later rule set put off topic gives way.
   *
   * @param over a passing mention may be replaced by it
   * @returns false when nothing was written
   */
  add(coverage: Coverage, over?: 'passing-mention'): Promise<boolean>;
  /**
   * Puts other labels in the place of those that were read, and the place in a story that goes with them; nothing else of
   * the record changes.
   *
   * @returns false when it was recorded or labelled anew meanwhile
   */
  relabel(read: Coverage, labels: Labels & Pick<Coverage, 'formerLabels'> & Partial<StoryPlace>): Promise<boolean>;
  get(articleId: string): Promise<Coverage | undefined>;
  /** Newest first, by time of publication (of recording where that is unknown). */
  query(range: DayRange, filter?: CoverageFilter): Promise<Coverage[]>;
  /** Members of one story, seen first first. */
  listStory(storyId: string): Promise<Coverage[]>;
  /** Recorded in the window [from, to), oldest first: what a digest is made of. */
  listRecorded(from: string, to: string): Promise<Coverage[]>;
  /** Whether anything relevant of the outlet was recorded before an instant (ISO 8601). */
  wasRecordedBefore(outletId: string, before: string): Promise<boolean>;
}
