import type { CommandIo } from '../cli/command-io.ts';
import { onOutcome } from '../log.ts';

/** So many answers without one feed read, and it is the network, not the feeds. */
const TELLING_FAILURES = 8;
const EVERY_MILLISECONDS = 15_000;

/** Tells a person every quarter of a minute what was done, and once when nothing can be reached. @returns how to stop */
export function reportRounds(io: CommandIo): () => void {
  let counts = new Map<string, number>();
  let hasReached = false;
  let failures = 0;
  let hasTold = false;

  const stopListening = onOutcome(({ stage, outcome, count = 1 }) => {
    if (stage === 'fetch-feed' && outcome === 'failing') failures += count;
    else if (stage === 'fetch-feed') hasReached = true;
    if (stage === 'fetch-feed' || stage === 'item' || stage === 'mail') {
      const name = `${stage === 'fetch-feed' ? 'feeds' : `${stage}s`} ${outcome}`;
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
    if (!hasTold && !hasReached && failures >= TELLING_FAILURES) {
      hasTold = true;
      io.stderr(
        'No feed could be reached so far: is this machine connected to the internet? Vigil keeps running and tries each again later.',
      );
    }
  });
  const timer = setInterval(() => {
    if (counts.size === 0) return;
    const parts = [...counts].map(([name, count]) => `${name} ${count}`);
    counts = new Map();
    io.stdout(`${new Date().toISOString().slice(11, 19)}  ${parts.join(' · ')}`);
  }, EVERY_MILLISECONDS);

  return () => {
    stopListening();
    clearInterval(timer);
  };
}
