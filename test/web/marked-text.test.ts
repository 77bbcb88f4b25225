import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';
import { readNames } from '../../lib/classification/names.ts';
import { printClassification } from '../../lib/cli/print-classification.ts';
import { labelsOf } from '../../lib/coverage/labels.ts';
import { markText, paragraphsOf } from '../../lib/web/marked-text.ts';

interface GoldText {
  lang: string;
  relevant: boolean;
  title: string;
  text: string;
}

const lexicon = compileLexicon(readLexicon());
const names = compileNames(readNames());
const persian = readFileSync('test/fixtures/classification/gold/batch-1.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): GoldText => JSON.parse(line))
  .filter(({ lang, relevant }) => lang === 'fa' && relevant);

/** Letters only: the terminal sets a line on one line, and the page knows no brackets. */
const letters = (parts: readonly string[]) => parts.join('').replace(/\s+/g, '');

describe('the words marked in a Persian article', () => {
  it.each(persian)('are the same on the page and in the terminal: $title', ({ title, text, lang }) => {
    const result = classify({ title, text, language: lang }, lexicon);
    const article = { title, text, language: lang };
    const url = 'https://news.example.org/a';
    const record = labelsOf({ article, url, classification: result, recordedAt: '2026-11-20T08:00:00.000Z' });
    const matches = record.matches.filter(({ field, start, end }) => field === 'text' && end > start);
    const onPage = paragraphsOf(text).flatMap((paragraph) =>
      markText(paragraph.text, matches, paragraph.start).flatMap((run) => (run.match ? [run.text] : [])),
    );
    const printed = printClassification({ title, text }, result, findFacts({ title, text, language: lang }, names));
    const inTerminal = printed
      .split('\n')
      .filter((line) => line.startsWith('text: '))
      .flatMap((line) => [...line.matchAll(/\[([^\]]*)\]/g)].map(([, words]) => words ?? ''));
    expect(letters(onPage).length).toBeGreaterThan(20);
    expect(letters(inTerminal)).toBe(letters(onPage));
  });

  it('show the lighter match for the part that the heavier one leaves', () => {
    const match = (ruleId: string, start: number, end: number, points: number) => ({
      ...{ ruleId, field: 'text' as const, start, end, words: 'x', points },
      themes: [],
    });
    const runs = markText('one two three four', [match('light', 0, 13, 1), match('heavy', 4, 7, 5)]);
    expect(runs.map((run) => [run.text, run.match?.ruleId])).toEqual([
      ['one ', 'light'],
      ['two', 'heavy'],
      [' three', 'light'],
      [' four', undefined],
    ]);
  });
});
