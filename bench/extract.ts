import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createArticleReader } from '../lib/articles/article-reader.ts';
import { extractContenders } from './extract-contenders.ts';
import type { ProcessRound } from './extract-process.ts';
import { pagesSource, readPages } from './inputs.ts';
import { type Measured, newMeasured, noteRound, printMeasured } from './measure.ts';

const ROUNDS = 5;
/** Not counted. A worker reads thousands of pages; the first few hundred run before the code is compiled. */
const WARM_UP_ROUNDS = 3;
const WARM_PAGES = 1_000;
const STEP_PAGES = 250;

/** Reading a page: plain jsdom with Readability, as most programs do it, its lighter peers, and our reader. */
export async function benchExtract(): Promise<void> {
  const names = Object.keys(extractContenders);
  console.log(`pages: ${pagesSource()}`);
  const processes: ChildProcess[] = [];
  try {
    const results = new Map<string, Measured>();
    const peaks = new Map<string, number>();
    for (const name of names) {
      const child = fork(join(import.meta.dirname, 'extract-process.ts'), [name], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      processes.push(child);
      results.set(name, newMeasured(name));
      await once(child, 'message');
    }
    for (let round = 1 - WARM_UP_ROUNDS; round <= ROUNDS; round += 1) {
      for (const [index, name] of names.entries()) {
        const child = processes[index];
        const result = results.get(name);
        if (!child || !result) continue;
        child.send('round');
        const [told] = (await once(child, 'message')) as [ProcessRound];
        if (round > 0) noteRound(result, told);
        peaks.set(name, told.peakMegabytes);
        process.stderr.write(`\rextract: round ${round} of ${ROUNDS}, ${name}\x1b[K`);
      }
    }
    process.stderr.write('\r\x1b[K');
    printMeasured('extract', [...results.values()], ROUNDS, peaks);
  } finally {
    for (const child of processes) child.kill();
  }
  await printWarmMemory();
}

/** What read-article's process holds while it reads on and on, worker included. */
async function printWarmMemory(): Promise<void> {
  const pages = await readPages();
  const reader = createArticleReader();
  const steps: string[] = [];
  for (let count = 0; count < WARM_PAGES; count += 1) {
    const page = pages[count % pages.length];
    if (page) await reader.read(page);
    if ((count + 1) % STEP_PAGES === 0) {
      steps.push(`${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB after ${count + 1}`);
    }
  }
  await reader.close();
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(`memory of one warm process with its worker: ${steps.join(', ')} pages; at most ${peak} MB`);
}
