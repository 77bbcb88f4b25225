import type { QueueName } from '../pipeline.ts';
import type { LocalQueue } from './local-queue.ts';
import { type PassCounter, total } from './pass-summary.ts';

/** How far a pass has come. `all` grows while feeds bring new items. */
export interface PassProgress {
  seconds: number;
  feeds: { done: number; all: number };
  items: { done: number; all: number };
  /** Ends of items so far. */
  outcomes: Record<string, number>;
  faults: number;
}

const INTERVAL_MILLISECONDS = 500;

/** Reports about twice a second, until the returned function is called. */
export function watchProgress(
  counter: PassCounter,
  queues: ReadonlyMap<QueueName, LocalQueue>,
  onProgress: (progress: PassProgress) => void,
): () => void {
  const startedAt = Date.now();
  const depth = async (name: QueueName) => (await queues.get(name)?.depth()) ?? 0;
  let isStopped = false;

  const timer = setInterval(async () => {
    try {
      const [feedsLeft, itemsLeft] = await Promise.all([depth('feeds'), depth('articles')]);
      if (isStopped) return;
      const { feeds, items, faults } = counter.counts();
      onProgress({
        seconds: (Date.now() - startedAt) / 1000,
        feeds: { done: total(feeds), all: total(feeds) + feedsLeft },
        items: { done: total(items), all: total(items) + itemsLeft },
        outcomes: { ...items },
        faults,
      });
    } catch {
      // A display is no reason to fail; the pass meets the same fault itself.
    }
  }, INTERVAL_MILLISECONDS);

  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
