import type { Confirmation } from './confirmation.ts';
import type { Refusal } from './refusal.ts';

/** How many there may be under one name. */
interface LimitRule {
  most: number;
  /** Seconds from one to the next. */
  gapSeconds: number;
  /** The count is forgotten this long after the last. */
  keepDays: number;
}

/** What has expired is found by nothing here. */
export interface ConfirmationStore {
  /** @returns false when there is one with the id; nothing is changed then */
  add(confirmation: Confirmation): Promise<boolean>;
  /** Consistent read. */
  get(confirmationId: string): Promise<Confirmation | undefined>;
  /** All, in no order. */
  list(): Promise<Confirmation[]>;
  /** @returns false when it was in none of the states `from` */
  move(
    confirmationId: string,
    from: readonly Confirmation['state'][],
    to: { state: Confirmation['state']; tries?: number },
  ): Promise<boolean>;
  /** Counts one more under the name, unless the rule forbids it. @returns whether it was allowed */
  take(limitId: string, rule: LimitRule, at: Date): Promise<boolean>;
  /** Notes that nobody may ask the mailbox any more; the last refusal stands, but a bounce does not replace a complaint. */
  refuse(refusal: Refusal): Promise<void>;
  /** Consistent read. */
  refusalOf(mailboxId: string): Promise<Refusal | undefined>;
}
