import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueConsumer } from './queue-consumer.ts';

/** How soon a message is noticed that an invocation sends before it ends. */
const LOOK_AGAIN_MILLISECONDS = 100;

/**
 * Reads the queues until nothing visible is left and nothing is under way. A round in which nothing happened is the
 * proof: only invocations fill these queues.
 */
export async function drainQueues(consumers: readonly QueueConsumer[], signal: AbortSignal): Promise<void> {
  const busy = () => consumers.filter((consumer) => consumer.underWay() > 0);
  const activity = () => consumers.reduce((sum, consumer) => sum + consumer.activity(), 0);

  async function isOver(): Promise<boolean> {
    if (busy().length === 0) return true;
    await Promise.race([...busy().map((consumer) => consumer.nextEnd()), sleep(LOOK_AGAIN_MILLISECONDS)]);
    return false;
  }

  let before: number;
  do {
    before = activity();
    await Promise.all(consumers.map((consumer) => consumer.consume({ waitSeconds: 0, isOver, signal })));
  } while (!signal.aborted && activity() > before);
}
