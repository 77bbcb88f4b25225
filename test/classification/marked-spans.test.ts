import { expect, it } from 'vitest';
import type { Match } from '../../lib/classification/classification.ts';
import { markedSpans } from '../../lib/classification/marked-spans.ts';

const match = (ruleId: string, words: string): Match => ({
  ruleId,
  field: 'text',
  start: 10,
  end: 10 + words.length,
  words,
  points: 1,
  themes: [],
});

it.each([
  ['a term whole', 'en/event/massacre', '1988 massacre', [[10, 23]]],
  [
    'a pair at its two ends',
    'pairs/year-killing',
    'executed in the summer of 1988',
    [
      [10, 18],
      [36, 40],
    ],
  ],
  [
    'two parts of a sentence at their ends',
    'built-in/killing+year',
    'executed in the summer of 1988',
    [
      [10, 18],
      [36, 40],
    ],
  ],
  ['a pair of neighbours whole', 'pairs/year-killing', 'اعدام۶۷', [[10, 17]]],
])('marks %s', (_, ruleId, words, spans) => {
  expect(markedSpans(match(ruleId, words))).toEqual(spans);
});
