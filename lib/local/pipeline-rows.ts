import type { Stage, Trigger } from '../pipeline.ts';

/** A row of the pipeline that a queue drives. */
export type QueueStage = Stage & { trigger: Extract<Trigger, { kind: 'queue' }> };
/** A row of the pipeline that a clock drives. */
export type ScheduledStage = Stage & { trigger: Extract<Trigger, { kind: 'schedule' }> };

export const isQueueStage = (stage: Stage): stage is QueueStage => stage.trigger.kind === 'queue';
export const isScheduledStage = (stage: Stage): stage is ScheduledStage => stage.trigger.kind === 'schedule';
