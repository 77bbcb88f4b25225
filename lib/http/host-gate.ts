/** One request at a time per host, with a gap between the end of one and the start of the next. In this process only. */
export interface HostGate {
  /**
   * Waits for the host's turn.
   *
   * @returns the function that ends the turn, to be called exactly once
   * @throws what `sleep` throws when the signal aborts; the turn is then over
   */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
  /** Lengthens the gap of one host, for its Crawl-delay. Never shortens it below the general gap. */
  slowDown(host: string, gapSeconds: number): void;
  /** No request to this host for so long: it said so with Retry-After. */
  leaveAlone(host: string, seconds: number): void;
  /** Seconds for which the host still wants to be left alone; 0 for none. */
  quietSeconds(host: string): number;
}

interface Turn {
  /** Settles when the last one that came has left. */
  last: Promise<void>;
  waiting: number;
  endedAt: number;
  gapSeconds: number;
  quietUntil: number;
}

/** Hosts kept in memory; idle ones above this are forgotten. */
const MAX_HOSTS = 1000;

export interface HostGateNeeds {
  /** Epoch milliseconds. */
  now: () => number;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export function createHostGate(gapSeconds: number, needs: HostGateNeeds): HostGate {
  const turns = new Map<string, Turn>();

  function turnOf(host: string): Turn {
    const known = turns.get(host);
    if (known) return known;
    const turn = { last: Promise.resolve(), waiting: 0, endedAt: Number.NEGATIVE_INFINITY, gapSeconds, quietUntil: 0 };
    turns.set(host, turn);
    return turn;
  }

  function forgetIdle(): void {
    if (turns.size <= MAX_HOSTS) return;
    const now = needs.now();
    for (const [host, turn] of turns) {
      if (turn.waiting === 0 && turn.endedAt + turn.gapSeconds * 1000 < now && turn.quietUntil < now)
        turns.delete(host);
    }
  }

  return {
    async enter(host, signal) {
      const turn = turnOf(host);
      const before = turn.last;
      const { promise, resolve } = Promise.withResolvers<void>();
      turn.last = promise;
      turn.waiting += 1;
      const leave = () => {
        turn.waiting -= 1;
        resolve();
        forgetIdle();
      };
      try {
        await before;
        const wait = turn.endedAt + turn.gapSeconds * 1000 - needs.now();
        if (wait > 0) await needs.sleep(wait, signal);
        signal.throwIfAborted();
      } catch (error) {
        leave();
        throw error;
      }
      return () => {
        turn.endedAt = needs.now();
        leave();
      };
    },
    slowDown(host, seconds) {
      turnOf(host).gapSeconds = Math.max(gapSeconds, seconds);
    },
    leaveAlone(host, seconds) {
      turnOf(host).quietUntil = needs.now() + seconds * 1000;
    },
    quietSeconds(host) {
      const until = turns.get(host)?.quietUntil ?? 0;
      return Math.max(0, Math.ceil((until - needs.now()) / 1000));
    },
  };
}
