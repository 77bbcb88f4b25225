import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { findTerms } from '../../lib/classification/find-terms.ts';
import { foldText } from '../../lib/classification/fold-text.ts';
import { parseLexicon, readLexicon } from '../../lib/classification/lexicon.ts';

const lexicon = compileLexicon(
  parseLexicon({
    ...readLexicon(),
    confusables: { halabja: { forms: ['Halabja'], weight: -6 } },
    languages: {
      any: {
        terms: {
          'year/1988': { forms: ['1988'] },
          'mask/born': { forms: ['born in 1988'] },
          'noury/noury': { forms: ['Hamid Noury'], shortForms: ['Noury'] },
          'event/massacre': { forms: ['1988 massacre', '1988 prison massacre*', 'prison massacre*'], weight: 5 },
          'killing/execution': { forms: ['*hinrichtung*', 'قتل عام'] },
          'decade/span': { forms: ['{28-30} years ago'] },
        },
      },
    },
  }),
);

function found(text: string, hasFullForm?: (ruleId: string) => boolean): string[] {
  const folded = foldText(text);
  return findTerms(folded, lexicon.language('und'), hasFullForm).map(({ term, firstWord, lastWord }) => {
    return `${term.ruleId}: ${text.slice(folded.words[firstWord]?.from, folded.words[lastWord]?.to)}`;
  });
}

describe('findTerms', () => {
  it('takes the longest of several forms of one term', () => {
    expect(found('The 1988 prison massacres')).toEqual([
      'any/event/massacre: 1988 prison massacres',
      'any/year/1988: 1988',
    ]);
  });

  it('takes a range of numbers for each of them', () => {
    expect(found('27 years ago, 28 years ago, ۳۰ years ago, 31 years ago')).toEqual([
      'any/decade/span: 28 years ago',
      'any/decade/span: ۳۰ years ago',
    ]);
  });

  it('leaves out what a mask covers', () => {
    expect(found('She was born in 1988. In 1988 he')).toEqual(['any/year/1988: 1988']);
  });

  it('counts a surname alone only where the full name stands', () => {
    expect(found('Noury spoke')).toEqual([]);
    expect(found('Noury spoke', () => true)).toEqual(['any/noury/noury: Noury']);
    expect(found('Hamid Noury spoke. Noury left.')).toEqual(['any/noury/noury: Hamid Noury', 'any/noury/noury: Noury']);
  });

  it('finds compounds, hyphens, run-together words and confusable events', () => {
    expect(found('Massenhinrichtungen; قتل‌عام, قتلعام, والقتل العام, HALABJA')).toEqual([
      'any/killing/execution: Massenhinrichtungen',
      'any/killing/execution: قتل‌عام',
      'any/killing/execution: قتلعام',
      'any/killing/execution: والقتل العام',
      'confusables/halabja: HALABJA',
    ]);
  });
});
