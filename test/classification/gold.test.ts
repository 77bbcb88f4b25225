import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../lib/classification/classification.ts';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';
import { readNames } from '../../lib/classification/names.ts';
import { scoreFacts } from '../../lib/classification/score-facts.ts';

interface GoldText {
  id: string;
  lang: string;
  relevant: boolean;
  outcome: string;
  themes: Theme[];
  /** Labelled in the newer files only. */
  ordinal?: number | null;
  victimFigure?: string | null;
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
const names = compileNames(readNames());
const judge = (texts: readonly GoldText[]) =>
  texts.map((gold) => ({ gold, said: classify({ ...gold, language: gold.lang }, lexicon) }));
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.jsonl'));
const textsOf = (...kinds: string[]) =>
  files.filter((file) => kinds.some((kind) => file.startsWith(kind))).flatMap(read);
const fullArticles = textsOf('batch-');
const articles = judge(textsOf('batch-', 'reports-'));
const briefs = judge(textsOf('briefs'));
const digests = judge(textsOf('digests'));

function precisionAndRecall(rows: typeof articles): { precision: number; recall: number } {
  const said = rows.filter((row) => row.said.relevance === 'relevant');
  const right = said.filter((row) => row.gold.relevant).length;
  const relevant = rows.filter((row) => row.gold.relevant).length;
  return { precision: said.length === 0 ? 1 : right / said.length, recall: relevant === 0 ? 1 : right / relevant };
}

function themesF1(rows: typeof articles): number {
  const relevant = rows.filter(({ gold }) => gold.relevant);
  const sum = (of: (row: (typeof articles)[number]) => number) => relevant.reduce((total, row) => total + of(row), 0);
  const right = sum(({ gold, said }) => said.themes.filter((theme) => gold.themes.includes(theme)).length);
  return (2 * right) / sum(({ gold, said }) => gold.themes.length + said.themes.length);
}

describe('the gold articles', () => {
  it('are 120 and more, of 120 to 600 words, in ten languages and more, half of them hard negatives', () => {
    const words = fullArticles.map((gold) => `${gold.title} ${gold.text}`.split(/\s+/).length);
    expect(fullArticles.length).toBeGreaterThanOrEqual(120);
    expect([Math.min(...words) >= 120, Math.max(...words) <= 600]).toEqual([true, true]);
    expect(new Set(fullArticles.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(10);
    expect(fullArticles.filter(({ relevant }) => !relevant).length / fullArticles.length).toBeGreaterThanOrEqual(0.45);
  });

  it('are told apart with precision and recall of .95 and more', () => {
    const { precision, recall } = precisionAndRecall(articles);
    expect([precision >= 0.95, recall >= 0.95]).toEqual([true, true]);
  });

  it('are told apart with .93 and more in every language', () => {
    const byLanguage = Map.groupBy(articles, ({ gold }) => gold.lang);
    const weak = [...byLanguage].flatMap(([language, rows]) => {
      const { precision, recall } = precisionAndRecall(rows);
      return Math.min(precision, recall) < 0.93 ? [{ language, precision, recall }] : [];
    });
    expect(weak).toEqual([]);
  });

  it('get their themes with a micro-F1 of .80 and more', () => {
    expect(themesF1(articles)).toBeGreaterThanOrEqual(0.8);
  });

  it('keep passing mentions apart from what is off topic nine times in ten', () => {
    const others = articles.filter(({ gold }) => !gold.relevant);
    const right = others.filter(({ gold, said }) => said.relevance === gold.outcome);
    expect(right.length / others.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the gold briefs', () => {
  it('are told apart with precision and recall of .95 and more', () => {
    const { precision, recall } = precisionAndRecall(briefs);
    expect([precision >= 0.95, recall >= 0.95]).toEqual([true, true]);
  });

  it('get their themes with a micro-F1 of .84 and more', () => {
    expect(themesF1(briefs)).toBeGreaterThanOrEqual(0.84);
  });
});

describe('the gold digests, written to hide the subject from the rules', () => {
  it('are told apart with a precision of .96 and a recall of .97 and more', () => {
    const { precision, recall } = precisionAndRecall(digests);
    expect([precision >= 0.96, recall >= 0.97]).toEqual([true, true]);
  });

  it('get their themes with a micro-F1 of .78 and more', () => {
    expect(themesF1(digests)).toBeGreaterThanOrEqual(0.78);
  });
});

describe('the facts of the gold texts', () => {
  const rows = [...articles, ...briefs, ...digests].map(({ gold, said }) => ({
    labels: gold,
    facts: findFacts({ ...gold, language: gold.lang, isRelevant: said.relevance === 'relevant' }, names),
  }));
  const { ordinals, figures, firstFigures } = scoreFacts(rows, names);

  it('have the ordinal of the label nine times in ten', () => {
    expect([ordinals.of >= 100, (ordinals.share ?? 0) >= 0.9]).toEqual([true, true]);
  });

  it('have the figures of the label nine times in ten, as the first of the text nearly as often', () => {
    expect(figures.of).toBeGreaterThanOrEqual(80);
    expect([(figures.share ?? 0) >= 0.9, (firstFigures.share ?? 0) >= 0.87]).toEqual([true, true]);
  });

  it('have no figure in nine of ten texts that are off the subject', () => {
    const off = rows.filter(({ labels }) => labels.outcome === 'off-topic');
    const withFigure = off.filter(({ facts }) => facts.figures.length > 0);
    expect(withFigure.length / off.length).toBeLessThanOrEqual(0.1);
  });
});
