import { extractContenders } from './extract-contenders.ts';
import { readPages } from './inputs.ts';
import { type Round, runRound } from './measure.ts';

/** What a contender's process tells after each round. */
export interface ProcessRound extends Round {
  /** Largest resident memory of the process so far. */
  peakMegabytes: number;
}

// A process of its own for each contender: it runs a round whenever its parent asks for one.
const load = extractContenders[process.argv[2] ?? ''];
if (!load || !process.send) throw new Error('started by "npm run bench -- extract" with the name of a contender');
const [run, pages] = await Promise.all([load(), readPages()]);
process.on('message', async () => {
  const round = await runRound(run, pages);
  process.send?.({ ...round, peakMegabytes: process.resourceUsage().maxRSS / 1024 } satisfies ProcessRound);
});
process.send('ready');
