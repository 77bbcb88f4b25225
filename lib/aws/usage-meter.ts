import { AsyncLocalStorage } from 'node:async_hooks';
import { addUsage, type Usage } from '../cost/usage.ts';
import { onLine, onOutcome } from '../log.ts';

interface Counting {
  stage: string;
  usage: Usage;
}

/**
 * Where the counts of what runs now go. The context follows every await, so that stages that run side by side in one
 * process, as at home, keep their counts apart.
 */
const counting = new AsyncLocalStorage<Counting>();

/** Runs the work of a stage; what it uses of AWS is added to the counters. */
export function countInto<T>(stage: string, usage: Usage, work: () => T): T {
  return counting.run({ stage, usage }, work);
}

/** Outside of a stage nothing is counted: what a command reads is its operator's. */
export function countUsage(usage: Readonly<Partial<Usage>>): void {
  const current = counting.getStore();
  if (current) addUsage(current.usage, usage);
}

/** What the logger puts beside a line's own fields: time, function, request and trace. */
const LINE_BYTES = 430;

onLine((message, fields) => {
  if (counting.getStore())
    countUsage({ logBytes: LINE_BYTES + message.length + Buffer.byteLength(JSON.stringify(fields)) });
});

// Checks and articles are counted by the ends that the log counts, so that both say the same.
onOutcome(({ stage, outcome, count = 1 }) => {
  if (stage === 'fetch-feed') {
    countUsage({ feedChecks: count, ...(outcome === 'unchanged' && { unchangedChecks: count }) });
  }
  const isReadHere = stage === 'item' && counting.getStore()?.stage === 'read-article';
  if (isReadHere) countUsage({ articles: count, ...(outcome === 'recorded' && { relevantArticles: count }) });
});
