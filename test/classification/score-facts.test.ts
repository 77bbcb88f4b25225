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

  it('that cannot be read is a miss, unless a figure has its words', () => {
    const text = 'In 1988 Iran executed a great many prisoners; the dead of Evin alone were hundreds.';
    expect(score('en', 'a great many', text)).toMatchObject({ figures: 0, of: 1, unheld: 0 });
    expect(score('en', 'hundreds; a great many', text)).toMatchObject({ figures: 0, of: 1, unheld: 0 });
  });

  it('may be in English words of a text in another language', () => {
    const text = "En 1988 l'Iran a exécuté des milliers de prisonniers.";
    expect(score('fr', 'thousands', text)).toMatchObject({ figures: 1, of: 1, unheld: 0 });
    expect(score('fr', 'tens of thousands', text)).toMatchObject({ figures: 0, of: 0, unheld: 1 });
  });

  it.each([
    ['ar', 'عشرات الآلاف', 'أعدمت إيران عام 1988 عشرة آلاف سجين. في الكتاب عشرات الآلاف من الصفحات.'],
    ['en', '30,000+', 'In 1988 Iran executed 30,000 prisoners; the book has 30,000+ readers.'],
  ])('%s "%s" is no plain number', (lang, label, text) => {
    expect(score(lang, label, text)).toMatchObject({ figures: 0, of: 1 });
  });

  it('is the first of the text, or is not', () => {
    const text = 'In 1988 Iran executed 5,000 prisoners. Others speak of 30,000 executed prisoners.';
    expect([score('en', '5,000', text).first, score('en', '30,000', text).first]).toEqual([1, 0]);
  });

  it('of several parts is read part by part', () => {
    const read = readFigureLabel('rund 4000 namentlich; über 10.000 (Opposition)', 'de', names);
    expect(read.map(({ amount }) => [amount?.value, amount?.qualifierKind])).toEqual([
      [4000, 'about'],
      [10_000, 'over'],
    ]);
  });
});

it('an ordinal is exact or it is not', () => {
  const text = 'On the 30th anniversary of the 1988 massacre in Iran a rally was held.';
  expect([score('en', null, text, 30).ordinals, score('en', null, text, 31).ordinals]).toEqual([1, 0]);
});

it('facts of relevant texts that are labelled as having none are counted', () => {
  const rowOf = (text: string, relevant: boolean) => {
    const labels = { title: '', text, lang: 'en', victimFigure: null, ordinal: null, relevant };
    return { labels, facts: findFacts({ title: '', text, language: 'en', isRelevant: true }, names) };
  };
  const rows = [rowOf(KILLED, true), rowOf(`${KILLED} It was 33 years ago.`, true), rowOf(KILLED, false)];
  const { ordinals, figures } = scoreFacts(rows, names).unlabelled;
  expect([ordinals.right, ordinals.of, figures.right, figures.of]).toEqual([1, 2, 2, 2]);
});
