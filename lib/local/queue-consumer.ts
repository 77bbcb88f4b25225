import type { Message } from '@aws-sdk/client-sqs';
import { invokeHandler, type StageHandler } from './invoke-handler.ts';
import type { LocalQueue } from './local-queue.ts';
import type { QueueStage } from './pipeline-rows.ts';
import { reportFault } from './report-fault.ts';
import { endedMessages, toSqsEvent } from './sqs-event.ts';

/** This machine has fewer processors than the row has Lambdas. */
const MAX_LOCAL_CONCURRENCY = 4;

export interface QueueConsumerOptions {
  stage: QueueStage;
  queue: LocalQueue;
  handler: StageHandler;
}

export interface QueueConsumer {
  /** Invocations under way. */
  underWay(): number;
  /** Counts up with every batch taken and every invocation ended. */
  activity(): number;
  /** Resolves when an invocation ends, at once when none is under way. */
  nextEnd(): Promise<void>;
  /**
   * Takes batches and invokes the handler until `isOver` says so after an empty receive, or the signal is given; then
   * waits for the invocations under way.
   *
   * @param options.waitSeconds of each long poll
   */
  consume(options: { waitSeconds: number; isOver: () => Promise<boolean>; signal: AbortSignal }): Promise<void>;
}

/** Feeds a handler from a queue as an event source mapping does: batches, concurrency, partial batch responses. */
export function createQueueConsumer({ stage, queue, handler }: QueueConsumerOptions): QueueConsumer {
  const limit = Math.min(stage.trigger.maxConcurrency, MAX_LOCAL_CONCURRENCY);
  const running = new Set<Promise<void>>();
  let activity = 0;

  async function invoke(messages: readonly Message[]): Promise<void> {
    const end = await invokeHandler(stage, handler, toSqsEvent(messages, queue.url));
    reportFault(stage, end);
    // Messages that are not deleted come again when their visibility ends, or go to the dead-letter queue.
    if (end.status === 'done') await queue.delete(endedMessages(messages, end.response));
  }

  function begin(messages: readonly Message[]): void {
    activity += 1;
    const run = invoke(messages)
      .catch((error: unknown) => reportFault(stage, { status: 'fault', reason: String(error) }))
      .finally(() => {
        activity += 1;
        running.delete(run);
      });
    running.add(run);
  }

  return {
    underWay: () => running.size,
    activity: () => activity,
    nextEnd: () => Promise.race(running.size > 0 ? running : [Promise.resolve()]),
    async consume({ waitSeconds, isOver, signal }) {
      while (!signal.aborted) {
        if (running.size >= limit) {
          await Promise.race(running);
          continue;
        }
        const messages = await queue.receive(stage.trigger.batchSize, waitSeconds);
        if (signal.aborted) await queue.release(messages);
        else if (messages.length > 0) begin(messages);
        else if (await isOver()) break;
      }
      await Promise.all(running);
    },
  };
}
