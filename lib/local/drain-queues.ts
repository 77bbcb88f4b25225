import type { QueueConsumer } from './queue-consumer.ts';

/**
 * Reads the queues until nothing visible is left and nothing is under way. A round in which nothing happened is the
 * proof: only invocations fill these queues.
 */
export async function drainQueues(consumers: readonly QueueConsumer[], signal: AbortSignal): Promise<void> {
  const isBusy = () => consumers.some((consumer) => consumer.underWay() > 0);
  const activity = () => consumers.reduce((sum, consumer) => sum + consumer.activity(), 0);
  let before: number;
  do {
    before = activity();
    await Promise.all(
      consumers.map((consumer) =>
        consumer.consume({ waitSeconds: () => (isBusy() ? 1 : 0), isOver: () => !isBusy(), signal }),
      ),
    );
  } while (!signal.aborted && activity() > before);
}
