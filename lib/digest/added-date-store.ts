import type { AddedDate } from './added-date.ts';

/** So many dates are kept at most: every digest reads them all. */
export const MOST_ADDED_DATES = 200;

export interface AddedDateStore {
  /** By id. */
  list(): Promise<AddedDate[]>;
  /** @returns false when the id is taken; nothing is changed then */
  add(date: AddedDate): Promise<boolean>;
  /** @returns false when there was none */
  remove(id: string): Promise<boolean>;
}
