import type { Edition, HeldEdition, Send } from './edition.ts';

export interface EditionStore {
  /** Creates the edition as `building` unless the subscriber has one for the date. @returns whichever stands */
  open(edition: Edition): Promise<Edition>;
  get(editionId: string): Promise<Edition | undefined>;
  /** The subscriber's newest edition by local date; of a date's instant ones the last. */
  latest(subscriberId: string): Promise<Edition | undefined>;
  /** The newest edition of anyone, for the page: of the last 25 the first that was made, or the very newest. */
  latestOfAll(): Promise<Edition | undefined>;
  /**
   * Takes an open edition for one run: counts its fence up and begins its lease.
   *
   * @returns undefined when it is closed, or the lease of another run lasts
   */
  take(editionId: string, lease: { at: string; until: string }): Promise<HeldEdition | undefined>;
  /** Writes what was rendered; only from `building`, by who took it last. @returns the stored edition, whoever wrote it */
  makeReady(
    held: Held,
    rendered: Required<Pick<Edition, 'subject' | 'htmlKey' | 'textKey' | 'coverageCount'>>,
  ): Promise<Edition>;
  /** Ends an edition without a mail, for nothing was recorded; only from `building`. @returns whether this call did */
  skip(held: Held): Promise<boolean>;
  /** The subscriber's editions of `fromDate` (local) and later, the newest first, at most so many. */
  listRecent(subscriberId: string, range: { fromDate: string; most: number }): Promise<Edition[]>;
  /**
   * Closes an open edition, by who took it last where a fence is given. `done` without a fence is the word of a proof and
   * stands over `expired` as well.
   *
   * @returns whether this call did
   */
  finish(editionId: string, state: 'done' | 'expired', fence?: number): Promise<boolean>;
  getSend(editionId: string): Promise<Send | undefined>;
  /** `pending` (or absent) becomes `claimed`. @returns false when another try holds or ended it */
  claimSend(held: Held & Pick<Send, 'mailboxId'>, at: string): Promise<boolean>;
  /**
   * Ends a claim: that of the fence where one is given. `pending` gives it back after a certain refusal.
   *
   * @returns false when no such claim stood
   */
  endSend(editionId: string, end: SendEnd, fence?: number): Promise<boolean>;
  /**
   * Ends a mail that nobody has claimed as `failed`, so that no run that is late can claim it any more.
   *
   * @returns as it stood before; `sent`, `suppressed`, `failed` and `claimed` ones stand unchanged
   */
  retireSend(editionId: string, reason: string): Promise<Send | undefined>;
  /**
   * For the operator alone: a mail that has ended, or whose end is unknown, can be claimed anew, with all its tries.
   *
   * @returns false when it is not as it was read
   */
  giveBack(send: Send): Promise<boolean>;
  /** For the operator alone: a closed edition is open again. @returns false when its state is not as it was read */
  reopen(edition: Edition): Promise<boolean>;
}

type Held = Pick<HeldEdition, 'editionId' | 'fence'>;

interface SendEnd {
  state: 'pending' | 'sent' | 'suppressed' | 'failed';
  at: string;
  messageId?: string;
  reason?: string;
}
