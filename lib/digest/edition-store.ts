import type { Edition, Send } from './edition.ts';

export interface EditionStore {
  /** Creates the edition as `building` unless the subscriber has one for the date. @returns whichever stands */
  open(edition: Edition): Promise<Edition>;
  get(editionId: string): Promise<Edition | undefined>;
  /** The subscriber's newest edition by local date; of a date's instant ones the last. */
  latest(subscriberId: string): Promise<Edition | undefined>;
  /** The newest edition of anyone, for the page: of the last 25 the first that was made, or the very newest. */
  latestOfAll(): Promise<Edition | undefined>;
  /** Writes what was rendered; only from `building`. @returns the stored edition */
  makeReady(
    editionId: string,
    rendered: Required<Pick<Edition, 'subject' | 'htmlKey' | 'textKey' | 'coverageCount'>>,
  ): Promise<Edition>;
  /** Ends an edition without a mail, for nothing was recorded; only from `building`. @returns whether this call did */
  skip(editionId: string): Promise<boolean>;
  /** The subscriber's editions of `fromDate` (local) and later, the newest first, at most so many. */
  listRecent(subscriberId: string, range: { fromDate: string; most: number }): Promise<Edition[]>;
  finish(editionId: string, state: 'done' | 'expired'): Promise<void>;
  getSend(editionId: string): Promise<Send | undefined>;
  /** `pending` (or absent) becomes `claimed`. @returns false when another try holds or ended it */
  claimSend(editionId: string, at: string): Promise<boolean>;
  /** Ends a claim; `pending` gives it back after a certain refusal. @returns false when no claim stood */
  endSend(
    editionId: string,
    end: { state: 'pending' | 'sent' | 'suppressed' | 'failed'; at: string; messageId?: string; reason?: string },
  ): Promise<boolean>;
}
