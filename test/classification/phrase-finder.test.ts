import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../lib/classification/fold-text.ts';
import { buildPhraseFinder } from '../../lib/classification/phrase-finder.ts';
import { wordPatterns } from '../../lib/classification/word-pattern.ts';

function found(text: string, forms: readonly string[]): string[] {
  const find = buildPhraseFinder(forms.map(wordPatterns));
  return find(foldText(text)).map(({ phrase, firstWord, lastWord }) => `${forms[phrase]} ${firstWord}–${lastWord}`);
}

describe('buildPhraseFinder', () => {
  it('finds phrases in the order of first words, the longer first, then as in the list', () => {
    expect(found('the mass graves of 1988', ['of 1988', 'grave*', 'mass graves', 'mass', 'mass*'])).toEqual([
      'mass graves 1–2',
      'mass 1–1',
      'mass* 1–1',
      'grave* 2–2',
      'of 1988 3–4',
    ]);
  });

  it('follows a phrase whose next word fits its first one, too', () => {
    expect(found('mass massacre', ['mass* massacre'])).toEqual(['mass* massacre 0–1']);
    expect(found('zyx zyx zyx', ['zyx zyx'])).toEqual(['zyx zyx 0–1', 'zyx zyx 1–2']);
  });

  it('finds what a search for each phrase by itself finds', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.uniqueArray(phrase, { maxLength: 8 }), (words, phrases) => {
        const expected = phrases.flatMap((each) => {
          const count = each.split(' ').length;
          const isAt = (at: number) => words.slice(at, at + count).join(' ') === each;
          return [...words.keys()].filter(isAt).map((at) => `${each} ${at}–${at + count - 1}`);
        });
        expect(found(words.join(' '), phrases).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
