import { expect, test } from 'vitest';
import type { Classification } from '../../lib/classification/classification.ts';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { printClassification } from '../../lib/cli/print-classification.ts';

const match = (ruleId: string, start: number, words: string, points: number): Classification['matches'][number] => ({
  ...{ ruleId, field: 'text', start, end: start + words.length, words, points },
  themes: [],
});

const judged = (matches: Classification['matches']): Classification => ({
  relevance: 'relevant',
  score: 12,
  threshold: 9,
  themes: ['testimony'],
  language: 'en',
  matches,
  ruleSetVersion: 'v1',
});

const names = compileNames(readNames());
const print = (text: string, matches: Classification['matches']) =>
  printClassification({ title: '', text }, judged(matches), findFacts({ title: '', text: '' }, names))
    .split('\n')
    .slice(5)
    .join('\n');

test('marks in each sentence what stands in it, also of a pair that began in the one before', () => {
  const text = 'In 1988 it began.\n\nThe weather was fine.\n\nMany were hanged. Nobody knew.';
  const from = text.indexOf('1988');
  const pair = text.slice(from, text.indexOf('hanged') + 'hanged'.length);
  expect(print(text, [match('any/year/1988', from, '1988', 2), match('pairs/year-killing', from, pair, 3)])).toBe(
    [
      'text: \u2068In [1988] it began.\u2069',
      '      +2  any/year/1988  \u20681988\u2069',
      '      +3  pairs/year-killing  \u20681988 it began. The weather was fine. Many were hanged\u2069',
      '',
      'text: \u2068Many were [hanged].\u2069',
      '',
    ].join('\n'),
  );
});

test('says nothing of what neither counts nor is for a theme of the text', () => {
  const text = 'Prisoners were told of others.';
  const silent = match('en/captive/prisoners', 0, 'Prisoners', 0);
  const other: typeof silent = { ...match('en/cue/denial', 15, 'told', 0), themes: ['denial'] };
  const bears: typeof silent = { ...match('en/cue/heard', 23, 'others', 0), themes: ['testimony'] };
  expect(print(text, [silent, other, bears])).toBe(
    'text: \u2068Prisoners were told of [others].\u2069\n       0  en/cue/heard  \u2068others\u2069  (testimony)\n',
  );
});

test('the time of printing grows with the text, not with sentences times words', () => {
  const text = 'He was hanged. '.repeat(100_000);
  const matches = Array.from({ length: 350 }, (_, index) => match('en/killing/hanged', 15 * index + 7, 'hanged', 1));
  const before = process.cpuUsage();
  print(text, matches);
  // A look at all matches for each of the 100,000 sentences took twenty times that.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
});
