import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { UserError } from '../errors.ts';
import { stages as pipelineStages, type QueueName, type Stage } from '../pipeline.ts';
import { drainQueues } from './drain-queues.ts';
import type { StageHandler } from './invoke-handler.ts';
import { invokeSchedule } from './invoke-schedule.ts';
import { createLocalQueue, type LocalQueue } from './local-queue.ts';
import { type PassProgress, watchProgress } from './pass-progress.ts';
import { createPassCounter, type PassSummary } from './pass-summary.ts';
import { isQueueStage, isScheduledStage } from './pipeline-rows.ts';
import { createQueueConsumer } from './queue-consumer.ts';
import { keepConsuming, keepRepeating } from './run-continuously.ts';
import { loadStageHandlers, type StageHandlers } from './stage-handlers.ts';

export interface StageRunnerOptions {
  /** The instance's environment: it is put into process.env before the handlers are loaded. */
  env: Readonly<Record<string, string>>;
  /** Instead of the deployed ones, for tests. */
  handlers?: StageHandlers | undefined;
  stages?: readonly Stage[] | undefined;
  /** Called about twice a second during a pass. */
  onProgress?: ((progress: PassProgress) => void) | undefined;
}

export interface RunOnceOptions {
  /** Every feed that is not paused, whether due or not. */
  force?: boolean | undefined;
  /** Sends the editions that are due at the end. */
  digests?: boolean | undefined;
  /** Takes no further messages; what is under way is finished. */
  signal?: AbortSignal | undefined;
}

export interface StageRunner {
  /** Runs until `stop`: schedules fire at once and then at their interval, queues are read as they fill. */
  start(): void;
  /**
   * Takes no further messages and waits for what is under way.
   *
   * @returns how many invocations were left behind after `graceSeconds` (10); their messages come again
   */
  stop(graceSeconds?: number): Promise<number>;
  /** One pass: poll, drain both queues, optionally send. Messages that were put off stay and are counted as waiting. */
  runOnce(options?: RunOnceOptions): Promise<PassSummary>;
}

/** Drives every row of the pipeline by its trigger, but for the page's, in this process. */
export async function createStageRunner(options: StageRunnerOptions): Promise<StageRunner> {
  Object.assign(process.env, options.env);
  const stages: readonly Stage[] = options.stages ?? pipelineStages;
  const handlers = options.handlers ?? (await loadStageHandlers());
  const sqs = new SQSClient({});

  const handled = <S extends Stage>(rows: readonly S[]): { stage: S; handler: StageHandler }[] =>
    rows.flatMap((stage) => {
      const handler = handlers[stage.name as keyof StageHandlers];
      return handler ? [{ stage, handler }] : [];
    });
  const schedules = handled(stages.filter(isScheduledStage));
  const queues = new Map<QueueName, LocalQueue>();
  const consumers = handled(stages.filter(isQueueStage)).map(({ stage, handler }) => {
    const url = options.env[`${stage.trigger.queue.toUpperCase()}_QUEUE_URL`];
    if (url === undefined) throw new Error(`no address of the queue ${stage.trigger.queue} in the environment`);
    const queue = createLocalQueue(sqs, url);
    queues.set(stage.trigger.queue, queue);
    return createQueueConsumer({ stage, queue, handler });
  });

  async function invokeNamed(name: string, extra: Record<string, unknown> = {}): Promise<void> {
    const row = schedules.find(({ stage }) => stage.name === name);
    if (row) await invokeSchedule(row.stage, row.handler, extra);
  }

  const stopping = new AbortController();
  let running: Promise<unknown>[] = [];

  return {
    start() {
      const { signal } = stopping;
      running = [
        ...schedules.map(({ stage, handler }) =>
          keepRepeating(() => invokeSchedule(stage, handler), stage.trigger.everyMinutes, signal),
        ),
        ...consumers.map((consumer) => keepConsuming(consumer, signal)),
      ];
    },

    async stop(graceSeconds = 10) {
      stopping.abort();
      const grace = new AbortController();
      const left = sleep(graceSeconds * 1000, undefined, { signal: grace.signal }).catch(() => {});
      await Promise.race([Promise.all(running), left]);
      grace.abort();
      return consumers.reduce((sum, consumer) => sum + consumer.underWay(), 0);
    },

    async runOnce({ force = false, digests = false, signal = new AbortController().signal } = {}) {
      const counter = createPassCounter();
      const stopWatching = options.onProgress ? watchProgress(counter, queues, options.onProgress) : () => {};
      try {
        await invokeNamed('poll-feeds', force ? { pollAll: true } : {});
        await drainQueues(consumers, signal);
        if (digests && !signal.aborted) await invokeNamed('send-digests');
        return counter.summary(await leftIn(queues));
      } catch (error) {
        throw describeLoss(error);
      } finally {
        stopWatching();
        counter.stop();
      }
    },
  };
}

async function leftIn(queues: ReadonlyMap<QueueName, LocalQueue>) {
  const deadLetters = await Promise.all([...queues.values()].map((queue) => queue.deadLetters()));
  return {
    feeds: (await queues.get('feeds')?.depth()) ?? 0,
    items: (await queues.get('articles')?.depth()) ?? 0,
    deadLetters: deadLetters.reduce((sum, count) => sum + count, 0),
  };
}

/** A process that is attached to another one loses its queues when that one ends. */
function describeLoss(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') return error;
  return new UserError('the Vigil process that held the data folder has ended: run the command again', 1, {
    cause: error,
  });
}
