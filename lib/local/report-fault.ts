import { log } from '../log.ts';
import type { Stage } from '../pipeline.ts';
import type { InvocationEnd } from './invoke-handler.ts';

/** Logs and counts an invocation that failed as a whole, as Lambda's Errors metric does. */
export function reportFault(stage: Pick<Stage, 'name'>, end: InvocationEnd): void {
  if (end.status === 'done') return;
  log.error('invocation failed', { stage: stage.name, reason: end.reason });
  log.outcome({ stage: stage.name, outcome: 'fault', reason: end.reason });
}
