import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../lib/classification/fold-text.ts';
import { WordMatcher } from '../../lib/classification/word-matcher.ts';
import type { WordPattern } from '../../lib/classification/word-pattern.ts';

const whole = (literal: string): WordPattern => ({ literal, isOpenBefore: false, isOpenAfter: false });

function found(text: string, patterns: readonly WordPattern[]): string[] {
  const { folded, words } = foldText(text);
  const matcher = new WordMatcher(patterns);
  const hits: string[] = [];
  for (const [place, { start, end }] of words.entries())
    matcher.match(folded, start, end, (pattern) => hits.push(`${patterns[pattern]?.literal}@${place}`));
  return hits;
}

describe('WordMatcher', () => {
  it('finds whole words only', () => {
    expect(found('Evin, devine evincing EVIN', [whole('evin')])).toEqual(['evin@0', 'evin@3']);
  });

  it('finds parts of words where the pattern is open', () => {
    const compound = { literal: 'massaker', isOpenBefore: true, isOpenAfter: false };
    const stem = { literal: 'hinricht', isOpenBefore: false, isOpenAfter: true };
    expect(found('Gefängnismassaker Massakern Hinrichtung hinrichten', [compound, stem])).toEqual([
      'massaker@0',
      'hinricht@2',
      'hinricht@3',
    ]);
  });

  it('takes the prefixes and endings that Arabic and Persian write on to a word', () => {
    expect(
      found('والمجزرة للمجزرة مجزره اعدامهای زندانیان خاوران', ['مجزره', 'اعدام', 'زندانی', 'خاور'].map(whole)),
    ).toEqual(['مجزره@0', 'مجزره@1', 'مجزره@2', 'اعدام@3', 'زندانی@4', 'خاور@5']);
  });

  it('finds what a search for each pattern by itself finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.uniqueArray(word, { maxLength: 8 }), (texts, literals) => {
        const open = literals.map((literal) => ({ literal, isOpenBefore: true, isOpenAfter: true }));
        const expected = texts.flatMap((text, index) =>
          open.flatMap(({ literal }) =>
            [...text].flatMap((_, at) => (text.startsWith(literal, at) ? [`${literal}@${index}`] : [])),
          ),
        );
        expect(found(texts.join(' '), open).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
