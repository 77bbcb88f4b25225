import { afterEach, beforeEach } from 'vitest';
import { sendDigests } from '../../lib/digest/send-digests.ts';
import { type Outcome, onOutcome, setLogSink } from '../../lib/log.ts';
import type { fakeWorld } from './fake-ports.ts';

/** What the stage logs in each test, from its start: outcomes, and every line as JSON. */
export function watchLog(): { outcomes: Outcome[]; lines: string[] } {
  const watched: { outcomes: Outcome[]; lines: string[] } = { outcomes: [], lines: [] };
  let stop = (): void => {};
  beforeEach(() => {
    watched.outcomes.length = 0;
    watched.lines.length = 0;
    setLogSink((line) => watched.lines.push(JSON.stringify(line)));
    stop = onOutcome((outcome) => watched.outcomes.push(outcome));
  });
  afterEach(() => {
    stop();
    setLogSink();
  });
  return watched;
}

/** One tick: the clock and the schedule's time are the same. */
export async function tick(world: ReturnType<typeof fakeWorld>, time: string) {
  world.clock.now = time;
  return sendDigests({ time }, world.needs);
}
