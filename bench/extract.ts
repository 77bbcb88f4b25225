import { createArticleReader } from '../lib/articles/article-reader.ts';
import { extractContenders } from './extract-contenders.ts';
import { pagesSource, readPages } from './inputs.ts';
import { measureApart } from './measure-apart.ts';

/** Not counted. A worker reads thousands of pages; the first few hundred run before the code is compiled. */
const WARM_UP_ROUNDS = 3;
const WARM_PAGES = 1_000;
const STEP_PAGES = 250;

/** Reading a page: plain jsdom with Readability, as most programs do it, its lighter peers, and our reader. */
export async function benchExtract(): Promise<void> {
  const names = Object.keys(extractContenders);
  console.log(`pages: ${pagesSource()}`);
  await measureApart('extract', 'extract-process.ts', names, { warmUpRounds: WARM_UP_ROUNDS });
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
