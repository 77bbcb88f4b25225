import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import lexiconJson from '../config/lexicon.json' with { type: 'json' };
import { classify } from '../lib/classification/classify.ts';
import { compileLexicon } from '../lib/classification/compile-lexicon.ts';
import { parseLexicon } from '../lib/classification/lexicon.ts';
import { measure } from './measure.ts';

const WORDS = 600;
const TEXTS = 500;

/** Judging articles of 600 words: every term looked for one after another, against our one pass. */
export async function benchClassify(): Promise<void> {
  const lexicon = compileLexicon(parseLexicon(lexiconJson));
  const forms = Object.values(lexiconJson.languages).flatMap(({ terms }) =>
    Object.values(terms).flatMap((term) => term.forms),
  );
  await measure('classify', articles(), [
    {
      name: `${forms.length} forms, one indexOf each (finds only, judges nothing)`,
      run: ({ text }) => countForms(text, forms),
    },
    { name: 'vigil', run: ({ title, text }) => classify({ title, text, language: 'en' }, lexicon) },
  ]);
}

function countForms(text: string, forms: readonly string[]): number {
  const folded = text.toLowerCase();
  return forms.filter((form) => folded.includes(form.toLowerCase())).length;
}

/** English articles of the sample newsroom, their paragraphs in turn until 600 words are full. */
function articles(): { title: string; text: string }[] {
  const outlet = JSON.parse(
    readFileSync(join(import.meta.dirname, '../lib/local/newsroom/outlets/harbour-courier.json'), 'utf8'),
  );
  const paragraphs: string[] = outlet.articles.flatMap((article: { paragraphs: string[] }) => article.paragraphs);
  return Array.from({ length: TEXTS }, (_, index) => {
    const words: string[] = [];
    for (let at = index; words.length < WORDS; at += 1)
      words.push(...(paragraphs[at % paragraphs.length] ?? '').split(' '));
    return { title: `Report ${index}`, text: words.slice(0, WORDS).join(' ') };
  });
}
