import { describe, expect, it } from 'vitest';
import { foldText } from '../../lib/classification/fold-text.ts';
import { splitSentences } from '../../lib/classification/split-sentences.ts';

const split = (text: string) =>
  splitSentences(text, foldText(text)).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end).trim()}`);

describe('splitSentences', () => {
  it('ends sentences at stops of three scripts, and not after initials, titles and days', () => {
    expect(split('H. Res. 627 passed. Am 28. August 1988 war es so! چه شد؟ این بود۔ پایان')).toEqual([
      'sentence: H. Res. 627 passed.',
      'sentence: Am 28. August 1988 war es so!',
      'sentence: چه شد؟',
      'sentence: این بود۔',
      'sentence: پایان',
    ]);
  });

  it('tells repeated lines and furniture from sentences', () => {
    const prose = 'The court heard two witnesses on the first day of the trial, and the hearing goes on tomorrow.';
    const text = ['Home', 'News', prose, 'Related stories', prose.toUpperCase(), `“${prose}”`, '728 x 90'].join('\n\n');
    expect(split(text)).toEqual([
      'furniture: Home',
      'furniture: News',
      `sentence: ${prose}`,
      'furniture: Related stories',
      `repeated: ${prose.toUpperCase()}`,
      `repeated: “${prose}”`,
      'furniture: 728 x 90',
    ]);
  });

  it('takes the lines of a list for its sentences', () => {
    expect(split('One bell\nTwo bells\nThree bells\nFour bells')).toEqual([
      'sentence: One bell',
      'sentence: Two bells',
      'sentence: Three bells',
      'sentence: Four bells',
    ]);
  });
});
