import { PermanentError } from '../errors.ts';

/** The document is something else: a web page, an error message, a list of feeds. The message is for a person. */
export class NotAFeedError extends PermanentError {
  override readonly name = 'NotAFeedError';
  /** Addresses of feeds that a web page links, best first; empty for everything else. */
  readonly linkedFeeds: readonly string[];
  constructor(message: string, linkedFeeds: readonly string[] = []) {
    super(message);
    this.linkedFeeds = linkedFeeds;
  }
}

/** The document begins as a feed, but nothing of it can be saved. The message is for a person. */
export class BrokenFeedError extends PermanentError {
  override readonly name = 'BrokenFeedError';
}
