import type { DayCount } from './day-count.ts';

/** Days that are over, counted once: eight weeks of them are read for every digest. */
export interface DayCountStore {
  /** Writes the count unless the day has one: the first stands. */
  add(count: DayCount): Promise<void>;
  /** Writes the count over the one that the day has; a day that has none stays without. */
  correct(count: DayCount): Promise<void>;
  /** Of the days from the first to the last, both included, by day; days that nobody has counted yet are not among them. */
  list(fromDay: string, toDay: string): Promise<DayCount[]>;
}
