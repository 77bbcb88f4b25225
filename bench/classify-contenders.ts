import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import lexiconJson from '../config/lexicon.json' with { type: 'json' };
import { classify } from '../lib/classification/classify.ts';
import { compileLexicon } from '../lib/classification/compile-lexicon.ts';
import { parseLexicon } from '../lib/classification/lexicon.ts';
import type { Contender } from './measure.ts';

export const WORDS = 600;
const TEXTS = 500;

/** Ways to look for the lexicon in an article, by name, made when they are asked for. The first is the peer. */
export const classifyContenders: Readonly<Record<string, () => Contender<BenchArticle>['run']>> = {
  'one indexOf for every form (finds only, judges nothing)': () => {
    const forms = Object.values(lexiconJson.languages).flatMap(({ terms }) =>
      Object.values(terms).flatMap((term) => term.forms.map((form) => form.toLowerCase())),
    );
    return ({ text }) => {
      const lower = text.toLowerCase();
      return forms.filter((form) => lower.includes(form)).length;
    };
  },
  vigil: () => {
    const lexicon = compileLexicon(parseLexicon(lexiconJson));
    return ({ title, text }) => classify({ title, text, language: 'en' }, lexicon);
  },
};

export interface BenchArticle {
  title: string;
  text: string;
  place: number;
}

/** English articles of the sample newsroom, their paragraphs in turn until the words are full. */
export function benchArticles(count: number): BenchArticle[] {
  const outlet = JSON.parse(
    readFileSync(join(import.meta.dirname, '../lib/local/newsroom/outlets/harbour-courier.json'), 'utf8'),
  );
  const paragraphs: string[] = outlet.articles.flatMap(
    (article: { paragraphs?: string[] }) => article.paragraphs ?? [],
  );
  return Array.from({ length: TEXTS }, (_, index) => {
    const words: string[] = [];
    for (let at = index; words.length < count; at += 1)
      words.push(...(paragraphs[at % paragraphs.length] ?? '').split(' '));
    return { place: index, title: `Report ${index}`, text: words.slice(0, count).join(' ') };
  });
}
