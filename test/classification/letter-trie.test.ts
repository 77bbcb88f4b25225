import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterTrie, NO_WORD, NOWHERE, ROOT } from '../../lib/classification/letter-trie.ts';

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

  it('holds ten thousand words of few letters without long searches for room', () => {
    const words = Array.from({ length: 10_000 }, (_, index) => index.toString(5));
    const trie = new LetterTrie(words);
    expect(words.every((word, index) => lookUp(trie, word) === index)).toBe(true);
  });
});
