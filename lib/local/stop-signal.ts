import { once } from 'node:events';

/** Aborts at Ctrl-C or a polite kill; the second one ends the process at once. */
export function stopSignal(onStop: () => void = () => {}): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.off(signal, stop);
      process.once(signal, () => process.exit(130));
    }
    onStop();
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
