import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log.ts';
import type { QueueConsumer } from './queue-consumer.ts';

/** Seconds of one long poll: short, because nobody pays for polls here and stopping waits for the last one. */
const POLL_SECONDS = 2;
/** Pause after a receive that failed. */
const BACK_OFF_MILLISECONDS = 2_000;

/** Calls at once and then at the interval; a call that takes longer than the interval is followed by the next at once. */
export async function keepRepeating(
  call: () => Promise<void>,
  everyMinutes: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const startedAt = Date.now();
    await call();
    await pause(startedAt + everyMinutes * 60_000 - Date.now(), signal);
  }
}

/** Reads a queue until the signal is given, whatever happens to the queue meanwhile. */
export async function keepConsuming(consumer: QueueConsumer, signal: AbortSignal): Promise<void> {
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
