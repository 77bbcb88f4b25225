import { onTestFinished } from 'vitest';
import { onOutcome } from '../../lib/log.ts';

/** Counts the outcomes of one stage until the test ends; the file itself keeps the log quiet. */
export function countOutcomes(stage: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const stop = onOutcome((end) => {
    if (end.stage === stage) counts[end.outcome] = (counts[end.outcome] ?? 0) + (end.count ?? 1);
  });
  onTestFinished(() => void stop());
  return counts;
}
