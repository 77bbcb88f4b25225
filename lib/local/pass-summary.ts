import { onOutcome } from '../log.ts';

type Counts = Record<string, number>;

/** What one pass over all feeds did. */
export interface PassSummary {
  startedAt: string;
  endedAt: string;
  seconds: number;
  /** `waiting`: checks that are still in the queue, put off or failed for now. */
  feeds: { checked: number; byOutcome: Counts; waiting: number };
  /** `seen`: every item that ended in this pass and every one that is still in the queue (`waiting`). */
  items: { seen: number; byOutcome: Counts; waiting: number };
  mails: { byOutcome: Counts };
  /** Invocations and messages that failed for the moment. */
  faults: number;
  /** Messages in the dead-letter queues at the end, from this pass or earlier ones. */
  deadLetters: number;
}

export interface PassCounter {
  /** The counts so far. */
  counts(): { feeds: Counts; items: Counts; mails: Counts; faults: number };
  /** Ends the counting. */
  stop(): void;
  summary(left: { feeds: number; items: number; deadLetters: number }): PassSummary;
}

/** Counts the outcomes of this process from now on. */
export function createPassCounter(): PassCounter {
  const startedAt = new Date();
  const counts = { feeds: {} as Counts, items: {} as Counts, mails: {} as Counts, faults: 0 };
  const stopListening = onOutcome(({ stage, outcome, count = 1 }) => {
    if (outcome === 'fault') counts.faults += count;
    else if (stage === 'fetch-feed') add(counts.feeds, outcome, count);
    // A message that no retry can mend ends its item without reaching the item's own end.
    else if (stage === 'item' || stage === 'read-article') add(counts.items, outcome, count);
    else if (stage === 'mail') add(counts.mails, outcome, count);
  });

  return {
    counts: () => counts,
    stop: () => void stopListening(),
    summary(left) {
      const endedAt = new Date();
      return {
        startedAt: startedAt.toISOString(),
        endedAt: endedAt.toISOString(),
        seconds: (endedAt.getTime() - startedAt.getTime()) / 1000,
        feeds: { checked: total(counts.feeds), byOutcome: counts.feeds, waiting: left.feeds },
        items: { seen: total(counts.items) + left.items, byOutcome: counts.items, waiting: left.items },
        mails: { byOutcome: counts.mails },
        faults: counts.faults,
        deadLetters: left.deadLetters,
      };
    },
  };
}

function add(counts: Counts, outcome: string, count: number): void {
  counts[outcome] = (counts[outcome] ?? 0) + count;
}

export const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
