import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for the work, but no longer than the grace after the signal; the work itself goes on. */
export async function waitAtMost(work: Promise<unknown>, signal: AbortSignal, graceSeconds: number): Promise<void> {
  const settled = new AbortController();
  const patience = async () => {
    if (!signal.aborted) await once(signal, 'abort', { signal: settled.signal });
    await sleep(graceSeconds * 1000, undefined, { signal: settled.signal });
  };
  try {
    await Promise.race([work, patience()]);
  } finally {
    settled.abort();
  }
}
