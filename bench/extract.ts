import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { extractArticle } from '../lib/articles/extract-article.ts';
import { readPages } from './inputs.ts';
import { measure } from './measure.ts';

/** Reading a page: plain jsdom with Readability, as most programs do it, against our reader. */
export async function benchExtract(): Promise<void> {
  await measure('extract', await readPages(), [
    {
      name: 'plain jsdom + Readability',
      run: ({ bytes, url }) => new Readability(new JSDOM(bytes, { url }).window.document).parse()?.textContent,
    },
    { name: 'vigil', run: (page) => extractArticle(page) },
  ]);
}
