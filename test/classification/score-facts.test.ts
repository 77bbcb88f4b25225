import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { readFigureLabel, scoreFacts } from '../../lib/classification/score-facts.ts';

const names = compileNames(readNames());
const score = (lang: string, victimFigure: string | null, text: string, ordinal: number | null = null) => {
  const labels = { title: '', text, lang, victimFigure, ordinal };
  const facts = findFacts({ title: '', text, language: lang, isRelevant: true }, names);
  const { ordinals, figures, firstFigures, unheld } = scoreFacts([{ labels, facts }], names);
  return { ordinals: ordinals.right, figures: figures.right, of: figures.of, first: firstFigures.right, unheld };
};
const KILLED = 'In 1988 Iran executed over 30,000 political prisoners.';

describe('a labelled figure', () => {
  it.each([
    ['en', 'over 30,000', KILLED, 1],
    ['en', '30,000', KILLED, 1],
    ['en', 'at least 30,000', 'In 1988 Iran executed 30,000 prisoners. The report has at least 30,000 pages.', 0],
    ['en', 'thousands', 'In 1988 Iran executed several thousand prisoners, thousands of pages say.', 0],
    ['es', '2.800 y 30.000', 'HRW estima entre 2.800 y 30.000 presos ejecutados en Irán en 1988.', 1],
    ['en', '5,000; 30,000 (MEK)', 'In 1988 Iran executed 5,000 prisoners, or 30,000 prisoners.', 1],
    ['en', '5,000; 30,000 (MEK)', 'In 1988 Iran executed 5,000 prisoners. The book has 30,000 pages.', 0],
  ])('%s "%s" of “%s” is exact: %d', (lang, label, text, right) => {
    expect(score(lang, label, text)).toMatchObject({ figures: right, of: 1, unheld: 0 });
  });

  it('that stands nowhere in the text, or says no number, counts nowhere', () => {
    expect(score('en', 'thousands', KILLED)).toMatchObject({ figures: 0, of: 0, unheld: 1 });
    expect(score('en', 'many', KILLED)).toMatchObject({ figures: 0, of: 0, unheld: 1 });
    expect(score('en', null, KILLED)).toMatchObject({ figures: 0, of: 0, unheld: 0 });
  });

  it('is the first of the text, or is not', () => {
    const text = 'In 1988 Iran executed 5,000 prisoners. Others speak of 30,000 executed prisoners.';
    expect([score('en', '5,000', text).first, score('en', '30,000', text).first]).toEqual([1, 0]);
  });

  it('of several parts is read part by part', () => {
    const read = readFigureLabel('rund 4000 namentlich; über 10.000 (Opposition)', 'de', names);
    expect(read.map(({ value, qualifierKind }) => [value, qualifierKind])).toEqual([
      [4000, 'about'],
      [10_000, 'over'],
    ]);
  });
});

it('an ordinal is exact or it is not', () => {
  const text = 'On the 30th anniversary of the 1988 massacre in Iran a rally was held.';
  expect([score('en', null, text, 30).ordinals, score('en', null, text, 31).ordinals]).toEqual([1, 0]);
});
