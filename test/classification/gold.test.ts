import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../lib/classification/classification.ts';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';

interface GoldText {
  id: string;
  lang: string;
  relevant: boolean;
  outcome: string;
  themes: Theme[];
  title: string;
  text: string;
}

const FOLDER = 'test/fixtures/classification/gold';
const read = (file: string): GoldText[] =>
  readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): GoldText => JSON.parse(line));
const lexicon = compileLexicon(readLexicon());
const judge = (texts: readonly GoldText[]) =>
  texts.map((gold) => ({ gold, said: classify({ ...gold, language: gold.lang }, lexicon) }));
const articles = judge(
  readdirSync(FOLDER)
    .filter((file) => file.startsWith('batch-'))
    .flatMap(read),
);

function precisionAndRecall(rows: typeof articles): { precision: number; recall: number } {
  const said = rows.filter((row) => row.said.relevance === 'relevant');
  const right = said.filter((row) => row.gold.relevant).length;
  const relevant = rows.filter((row) => row.gold.relevant).length;
  return { precision: said.length === 0 ? 1 : right / said.length, recall: relevant === 0 ? 1 : right / relevant };
}

describe('the gold articles', () => {
  it('are 120 and more, of 120 to 600 words, in ten languages and more, half of them hard negatives', () => {
    const words = articles.map(({ gold }) => `${gold.title} ${gold.text}`.split(/\s+/).length);
    expect(articles.length).toBeGreaterThanOrEqual(120);
    expect([Math.min(...words) >= 120, Math.max(...words) <= 600]).toEqual([true, true]);
    expect(new Set(articles.map(({ gold }) => gold.lang)).size).toBeGreaterThanOrEqual(10);
    expect(articles.filter(({ gold }) => !gold.relevant).length / articles.length).toBeGreaterThanOrEqual(0.45);
  });

  it('are told apart with precision and recall of .95 and more', () => {
    const { precision, recall } = precisionAndRecall(articles);
    expect([precision >= 0.95, recall >= 0.95]).toEqual([true, true]);
  });

  it('are told apart with .88 and more in every language', () => {
    const byLanguage = Map.groupBy(articles, ({ gold }) => gold.lang);
    const weak = [...byLanguage].flatMap(([language, rows]) => {
      const { precision, recall } = precisionAndRecall(rows);
      return Math.min(precision, recall) < 0.88 ? [{ language, precision, recall }] : [];
    });
    expect(weak).toEqual([]);
  });

  it('get their themes with a micro-F1 of .75 and more', () => {
    const relevant = articles.filter(({ gold }) => gold.relevant);
    const sum = (of: (row: (typeof articles)[number]) => number) => relevant.reduce((total, row) => total + of(row), 0);
    const right = sum(({ gold, said }) => said.themes.filter((theme) => gold.themes.includes(theme)).length);
    expect((2 * right) / sum(({ gold, said }) => gold.themes.length + said.themes.length)).toBeGreaterThanOrEqual(0.75);
  });

  it('keep passing mentions apart from what is off topic nine times in ten', () => {
    const others = articles.filter(({ gold }) => !gold.relevant);
    const right = others.filter(({ gold, said }) => said.relevance === gold.outcome);
    expect(right.length / others.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the gold briefs', () => {
  it('are told apart with precision and recall of .85 and more', () => {
    const { precision, recall } = precisionAndRecall(judge(read('briefs.jsonl')));
    expect([precision >= 0.85, recall >= 0.85]).toEqual([true, true]);
  });
});
