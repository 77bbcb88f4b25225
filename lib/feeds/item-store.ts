import type { Identity } from './identity.ts';
import type { Item, ItemOutcome, Replay, TraceStep } from './item.ts';

export interface ItemEnd {
  outcome: ItemOutcome;
  reason: string;
  at: string;
  /** Added to the steps the item has. */
  trace: TraceStep[];
  score?: number | undefined;
  articleKey?: string | undefined;
}

export interface ItemStore {
  /** Those of the names that are taken, by name; expired ones are absent. */
  findIdentities(names: readonly string[]): Promise<Map<string, Identity>>;
  /** Takes the name unless it is taken; the answer is whoever holds it afterwards. */
  claimIdentity(identity: Identity): Promise<Identity>;
  /** Items of the pairs that exist, in no order. */
  findItems(pairs: readonly { articleId: string; feedId: string }[]): Promise<Item[]>;
  /** Writes the item unless the pair exists. @returns false when it existed. */
  addItem(item: Item): Promise<boolean>;
  /** Ends a queued item. @returns false when it has an end already, or does not exist. */
  endItem(articleId: string, feedId: string, end: ItemEnd): Promise<boolean>;
  /**
   * Takes the end from an item that has one, or notes that one without an end is sent again.
   *
   * @param read nothing changes unless the item still has the end that was read, or still has none
   * @param step added to its trace
   * @returns false when nothing changed
   */
  reopenItem(read: Item, replay: Replay, step: TraceStep): Promise<boolean>;
  /**
   * Gives an item another end, because its article was judged anew.
   *
   * @param read nothing changes unless the item still has the end that was read
   * @param step added to its trace
   * @returns false when nothing changed
   */
  relabelItem(
    read: Item,
    end: { outcome: ItemOutcome; reason: string; score: number },
    step: TraceStep,
  ): Promise<boolean>;
  /** Every listing of one article, first seen first. */
  listItems(articleId: string): Promise<Item[]>;
}
