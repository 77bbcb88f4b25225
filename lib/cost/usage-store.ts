import type { Usage } from './usage.ts';

/** What one stage used on one day (UTC). */
export interface DayUsage {
  day: string;
  stage: string;
  usage: Usage;
}

export interface UsageStore {
  /** Adds to the counters of the day and stage; what is 0 is left out. */
  add(day: string, stage: string, usage: Readonly<Partial<Usage>>): Promise<void>;
  /** Every stage's counters of the days from the first to the last, both included; by day, then by stage. */
  list(fromDay: string, toDay: string): Promise<DayUsage[]>;
}
