/** One span of time for a chain of requests, which stands still while the chain waits for something of our own. */
export interface Deadline {
  readonly seconds: number;
  /** Aborts when the time is used up, or together with the signal it was started with. */
  readonly signal: AbortSignal;
  /** True when the time is used up; false when the other signal ended it. */
  readonly isOver: () => boolean;
  readonly secondsLeft: () => number;
  /** Runs the wait with the clock stopped. */
  pausedFor<T>(wait: () => Promise<T>): Promise<T>;
  /** Frees the timer. */
  stop(): void;
}

export function startDeadline(seconds: number, closing: AbortSignal): Deadline {
  const overdue = new AbortController();
  let left = seconds * 1000;
  let startedAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const run = () => {
    startedAt = performance.now();
    timer = setTimeout(() => overdue.abort(), Math.max(left, 0));
  };
  const halt = () => {
    clearTimeout(timer);
    left -= performance.now() - startedAt;
  };

  run();
  return {
    seconds,
    signal: AbortSignal.any([overdue.signal, closing]),
    secondsLeft: () => (left - (performance.now() - startedAt)) / 1000,
    isOver: () => overdue.signal.aborted,
    async pausedFor(wait) {
      halt();
      try {
        return await wait();
      } finally {
        run();
      }
    },
    stop: halt,
  };
}
