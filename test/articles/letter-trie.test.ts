import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterTrie, NO_WORD, NOWHERE, ROOT } from '../../lib/articles/letter-trie.ts';

function lookUp(trie: LetterTrie, word: string): number {
  let state = ROOT;
  for (let at = 0; at < word.length; at += 1) {
    state = trie.next(state, word.charCodeAt(at));
    if (state === NOWHERE) return NO_WORD;
  }
  return trie.wordAt(state);
}

describe('LetterTrie', () => {
  it('knows its words, and no others, in letters of every script', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abzé0یخаяก\uffff'), maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word), (words, others) => {
        const trie = new LetterTrie(words);
        for (const each of [...words, ...others])
          expect(lookUp(trie, each)).toBe(each === '' ? NO_WORD : words.indexOf(each));
      }),
    );
  });

  it('takes none of its words with one letter more for another', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const words = Array.from({ length: 400 }, (_, index) => {
      const number = (index * 7_919) % 17_576;
      const word = Array.from([676, 26, 1], (unit) => letters.charAt(Math.floor(number / unit) % 26)).join('');
      return word.slice(0, 1 + (index % 3));
    });
    const distinct = [...new Set(words)];
    const trie = new LetterTrie(distinct);
    const longer = distinct.flatMap((word) => [...letters].map((letter) => word + letter));
    expect(longer.filter((word) => lookUp(trie, word) !== distinct.indexOf(word))).toEqual([]);
  });
});
