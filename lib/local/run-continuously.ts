import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log.ts';
import type { QueueConsumer } from './queue-consumer.ts';

/** Seconds of one long poll: short, because nobody pays for polls here and stopping waits for the last one. */
const POLL_SECONDS = 1;
/** Pause after a receive that failed. */
const BACK_OFF_MILLISECONDS = 2_000;

/** Work that goes on until it is stopped. */
export interface ContinuousRun {
  /** Begins nothing further. @returns when what is under way has ended */
  stop(): Promise<void>;
}

/** Calls each at once and then at its interval; a call longer than the interval is followed by the next at once. */
export function runSchedules(schedules: readonly { call: () => Promise<void>; everyMinutes: number }[]): ContinuousRun {
  return untilStopped((signal) => schedules.map(({ call, everyMinutes }) => repeat(call, everyMinutes, signal)));
}

/** Reads the queues as they fill, whatever happens to them meanwhile. */
export function runConsumers(consumers: readonly QueueConsumer[]): ContinuousRun {
  return untilStopped((signal) => consumers.map((consumer) => keepConsuming(consumer, signal)));
}

function untilStopped(begin: (signal: AbortSignal) => Promise<void>[]): ContinuousRun {
  const stopping = new AbortController();
  const ended = Promise.all(begin(stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function repeat(call: () => Promise<void>, everyMinutes: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const startedAt = Date.now();
    await call();
    await pause(startedAt + everyMinutes * 60_000 - Date.now(), signal);
  }
}

async function keepConsuming(consumer: QueueConsumer, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await consumer.consume({ waitSeconds: POLL_SECONDS, isOver: async () => false, signal });
    } catch (error) {
      log.error('the queue cannot be read', { reason: String(error) });
      await pause(BACK_OFF_MILLISECONDS, signal);
    }
  }
}

/** Ends early, without an error, when the signal is given. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.max(0, milliseconds), undefined, { signal }).catch(() => {});
}
