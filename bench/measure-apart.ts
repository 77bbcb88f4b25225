import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  type Contender,
  type Measured,
  newMeasured,
  noteRound,
  printMeasured,
  type Round,
  runRound,
} from './measure.ts';

const ROUNDS = 5;

/** What a contender's process tells after each round. */
interface ProcessRound extends Round {
  /** Largest resident memory of the process so far. */
  peakMegabytes: number;
}

/**
 * As `measure`, each contender in a process of its own: none pays for another one's garbage, or for code that was compiled
 * for both. The first name is the peer.
 *
 * @param script beside this file; started with a contender's name, it answers by `serveRounds`
 * @param warmUpRounds not counted
 */
export async function measureApart(
  title: string,
  script: string,
  names: readonly string[],
  { warmUpRounds }: { warmUpRounds: number },
): Promise<void> {
  const processes: ChildProcess[] = [];
  try {
    const results = new Map<string, Measured>();
    const peaks = new Map<string, number>();
    for (const name of names) {
      const child = fork(join(import.meta.dirname, script), [name], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      processes.push(child);
      results.set(name, newMeasured(name));
      await once(child, 'message');
    }
    for (let round = 1 - warmUpRounds; round <= ROUNDS; round += 1) {
      for (const [index, name] of names.entries()) {
        const child = processes[index];
        const result = results.get(name);
        if (!child || !result) continue;
        child.send('round');
        const [told] = (await once(child, 'message')) as [ProcessRound];
        if (round > 0) noteRound(result, told);
        peaks.set(name, told.peakMegabytes);
        process.stderr.write(`\r${title}: round ${round} of ${ROUNDS}, ${name}\x1b[K`);
      }
    }
    process.stderr.write('\r\x1b[K');
    printMeasured(title, [...results.values()], ROUNDS, peaks);
  } finally {
    for (const child of processes) child.kill();
  }
}

/** In a contender's process: runs a round over all inputs whenever the parent asks for one. */
export function serveRounds<T>(run: Contender<T>['run'], inputs: readonly T[]): void {
  process.on('message', async () => {
    const round = await runRound(run, inputs);
    process.send?.({ ...round, peakMegabytes: process.resourceUsage().maxRSS / 1024 } satisfies ProcessRound);
  });
  process.send?.('ready');
}
