import { SQSClient } from '@aws-sdk/client-sqs';
import { UserError } from '../errors.ts';
import { stages as pipelineStages, type QueueName, type Stage } from '../pipeline.ts';
import { queueUrlKey } from './create-queue.ts';
import { drainQueues } from './drain-queues.ts';
import type { StageHandler } from './invoke-handler.ts';
import { invokeSchedule } from './invoke-schedule.ts';
import { createLocalQueue, type LocalQueue } from './local-queue.ts';
import { type PassProgress, watchProgress } from './pass-progress.ts';
import { createPassCounter, type PassSummary } from './pass-summary.ts';
import { isQueueStage, isScheduledStage } from './pipeline-rows.ts';
import { createQueueConsumer } from './queue-consumer.ts';
import { type ContinuousRun, runConsumers, runSchedules } from './run-continuously.ts';
import { loadStageHandlers, type StageHandlers } from './stage-handlers.ts';
import { waitAtMost } from './wait-at-most.ts';

export interface StageRunnerOptions {
  /** The instance's environment: it is put into process.env before the handlers are loaded. */
  env: Readonly<Record<string, string>>;
  /** Instead of the deployed ones, for tests. */
  handlers?: StageHandlers | undefined;
  stages?: readonly Stage[] | undefined;
  /** Called about twice a second during each pass. */
  onProgress?: ((progress: PassProgress) => void) | undefined;
}

export interface RunOnceOptions {
  /** Instead of the runner's. */
  onProgress?: ((progress: PassProgress) => void) | undefined;
  /** Every feed that is not paused, whether due or not. */
  force?: boolean | undefined;
  /** Sends the editions that are due at the end. */
  digests?: boolean | undefined;
  /** Takes no further messages; what is under way may take ten seconds to end. */
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
  /**
   * One pass: poll, drain the queues, optionally send. Messages that were put off stay and are counted as waiting. A
   * runner that was started goes on afterwards. One pass at a time.
   */
  runOnce(options?: RunOnceOptions): Promise<PassSummary>;
}

/** Seconds that are given to what is under way when the operator stops. */
const GRACE_SECONDS = 10;

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
    const url = options.env[queueUrlKey(stage.trigger.queue)];
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
  let runningSchedules: ContinuousRun | undefined;
  let runningConsumers: ContinuousRun | undefined;
  let pass: Promise<unknown> = Promise.resolve();

  async function runPass({ force, digests, signal: wish, onProgress }: RunOnceOptions): Promise<PassSummary> {
    const signal = wish ? AbortSignal.any([wish, stopping.signal]) : stopping.signal;
    const paused = runningConsumers;
    await paused?.stop();
    const counter = createPassCounter();
    const tell = onProgress ?? options.onProgress;
    const stopWatching = tell ? watchProgress(counter, queues, tell) : () => {};
    try {
      await invokeNamed('poll-feeds', force ? { pollAll: true } : {});
      await waitAtMost(drainQueues(consumers, signal), signal, GRACE_SECONDS);
      // Nothing is being written any more: the edition may reach up to this millisecond.
      const byHand = { time: new Date().toISOString(), settleSeconds: 0 };
      if (digests && !signal.aborted) {
        await invokeNamed('send-digests', byHand);
        // What SES says of the mails.
        await waitAtMost(drainQueues(consumers, signal), signal, GRACE_SECONDS);
      }
      return counter.summary(await leftIn(queues));
    } catch (error) {
      throw describeLoss(error);
    } finally {
      stopWatching();
      counter.stop();
      if (paused && !stopping.signal.aborted) runningConsumers = runConsumers(consumers);
    }
  }

  return {
    start() {
      const calls = schedules.map(({ stage, handler }) => ({
        call: () => invokeSchedule(stage, handler),
        everyMinutes: stage.trigger.everyMinutes,
      }));
      runningSchedules = runSchedules(calls);
      runningConsumers = runConsumers(consumers);
    },

    async stop(graceSeconds = GRACE_SECONDS) {
      stopping.abort();
      const ends = [runningSchedules?.stop(), runningConsumers?.stop(), pass.catch(() => {})];
      await waitAtMost(Promise.all(ends), stopping.signal, graceSeconds);
      return consumers.reduce((sum, consumer) => sum + consumer.underWay(), 0);
    },

    runOnce(passOptions = {}) {
      const result = runPass(passOptions);
      pass = result;
      return result;
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

/** What the person can mend: a process that is attached loses its queues when the other one ends; a disk fills. */
function describeLoss(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED') {
    return new UserError('the Vigil process that held the data folder has ended: run the command again', 1, {
      cause: error,
    });
  }
  if (message.includes('disk is full')) {
    return new UserError('the disk is full: free some space and run the command again', 1, { cause: error });
  }
  return error;
}
