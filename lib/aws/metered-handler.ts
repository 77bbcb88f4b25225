import type { Context, SQSEvent } from 'aws-lambda';
import { addUsage, noUsage, type Usage } from '../cost/usage.ts';
import type { UsageStore } from '../cost/usage-store.ts';
import { log } from '../log.ts';
import { type QueueName, queues, type Stage, type StageName, stages } from '../pipeline.ts';
import { sqsRequests } from './meter-sqs.ts';
import { countInto } from './usage-meter.ts';

/** What the write of the counters itself uses: the row stays below 1 KB and has no index. */
const WRITE_OF_COUNTERS: Readonly<Partial<Usage>> = { writeUnits: 1 };
/** So long an invocation waits for the write of its counters; what is late is written again with the next. */
const PATIENCE_MILLISECONDS = 3_000;
/** The lines that Lambda itself writes: START, END and REPORT. */
const LAMBDA_LOG_BYTES = 350;
/** AWS ends a start that takes longer. A process at home may have run for hours before it loads a handler. */
const LONGEST_START_MILLISECONDS = 10_000;

export interface MeterNeeds {
  usageStore: UsageStore;
  now: () => Date;
}

/**
 * A stage's handler that also counts what each invocation uses and adds it to the day's counters. Counting never makes an
 * invocation fail: counters that could not be written go with the next ones, and the fault is logged once.
 *
 * Not counted: an invocation that AWS kills at its time-out, and counters still unwritten when a container ends.
 */
export function meteredHandler<E, R>(
  name: StageName,
  handler: (event: E, context: Context) => R | Promise<R>,
  { usageStore, now }: MeterNeeds,
): (event: E, context: Context) => Promise<R> {
  const stage: Stage = stages.find((row) => row.name === name) as Stage;
  // The module of the handler has just been loaded: since the process began, it was its start, which is billed too.
  let unbilledMilliseconds = Math.min(performance.now(), LONGEST_START_MILLISECONDS);
  let unwritten = noUsage();
  let isFailing = false;

  /** Its own time and units are known only afterwards: the time goes to the next invocation. */
  async function write(usage: Usage): Promise<void> {
    const startedAt = performance.now();
    addUsage(usage, WRITE_OF_COUNTERS);
    addUsage(usage, unwritten);
    unwritten = noUsage();
    try {
      const day = now().toISOString().slice(0, 10);
      await inTime(countInto(name, noUsage(), () => usageStore.add(day, name, usage)));
      isFailing = false;
    } catch (error) {
      addUsage(unwritten, usage);
      if (!isFailing)
        log.warn('usage could not be written; it goes with the next', { stage: name, error: String(error) });
      isFailing = true;
    }
    unbilledMilliseconds += performance.now() - startedAt;
  }

  return async (event, context) => {
    const usage = noUsage();
    const startedAt = performance.now();
    addUsage(usage, usageOfStart(stage, event));
    try {
      const answer = await countInto(name, usage, () => handler(event, context));
      addUsage(usage, usageOfAnswer(stage, event, answer));
      return answer;
    } finally {
      const milliseconds = Math.ceil(performance.now() - startedAt + unbilledMilliseconds);
      unbilledMilliseconds = 0;
      const megabyteMilliseconds = milliseconds * stage.memoryMegabytes;
      addUsage(usage, { invocations: 1, megabyteMilliseconds, logBytes: LAMBDA_LOG_BYTES });
      await write(usage);
    }
  };
}

/** What starting the stage costs beside the function itself: the schedule, the HTTP API, the receiving of a batch. */
function usageOfStart({ trigger }: Stage, event: unknown): Partial<Usage> {
  switch (trigger.kind) {
    case 'schedule':
      return { scheduledStarts: 1 };
    case 'http':
      return { pageRequests: 1 };
    case 'queue':
      return queueRequests(trigger.queue, sqsRequests(recordsOf(event).map(({ body }) => body)));
  }
}

/** What comes after: the deleting of the messages that are done, and the bytes of a page. */
function usageOfAnswer({ trigger }: Stage, event: unknown, answer: unknown): Partial<Usage> {
  if (trigger.kind === 'http') {
    const { body = '' } = (answer ?? {}) as { body?: string | Uint8Array };
    return { bytesSent: Buffer.byteLength(body) };
  }
  if (trigger.kind !== 'queue') return {};
  const { batchItemFailures = [] } = (answer ?? {}) as { batchItemFailures?: unknown[] };
  const isAllLeft = batchItemFailures.length === recordsOf(event).length;
  return isAllLeft ? {} : queueRequests(trigger.queue, 1);
}

/** None of an event that is no batch: what is wrong with it is the handler's to say. */
const recordsOf = (event: unknown) => (event as Partial<SQSEvent> | undefined)?.Records ?? [];

async function inTime(writing: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MILLISECONDS} ms`)), PATIENCE_MILLISECONDS);
  try {
    await Promise.race([writing, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function queueRequests(queue: QueueName, requests: number): Partial<Usage> {
  return queues[queue].order === 'by-host' ? { fifoRequests: requests } : { standardRequests: requests };
}
