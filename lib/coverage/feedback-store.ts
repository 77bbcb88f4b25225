import type { Feedback } from './feedback.ts';

/** Feedback that has expired is not there, though its row may be for a while. */
export interface FeedbackStore {
  /** Consistent read. */
  get(articleId: string, voter: string): Promise<Feedback | undefined>;
  /**
   * Writes the feedback in the place of what was read, or where nothing was.
   *
   * @returns false when another vote was written meanwhile
   */
  put(feedback: Feedback, read: Feedback | undefined): Promise<boolean>;
  /** Whose last vote was cast at the given time or later, the oldest first. */
  list(since: string): Promise<Feedback[]>;
}
