import type { Item } from './item.ts';

/** The items table as a whole, for an operator's bulk work: no stage and no page reads like this. */
export interface ItemScan {
  /**
   * Items first seen at the given time or later, page by page, in no order.
   *
   * @returns with each page how many rows were looked at so far
   */
  pages(since: string): AsyncIterable<{ items: readonly Item[]; looked: number }>;
}
