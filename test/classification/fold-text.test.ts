import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../lib/classification/fold-text.ts';

const words = (text: string) => {
  const { folded, words: found } = foldText(text);
  return found.map(({ start, end }) => folded.slice(start, end));
};

describe('foldText', () => {
  it.each([
    ['case and diacritics', 'Raïssi RAISI Prisión Łódź', ['raissi', 'raisi', 'prision', 'lodz']],
    ['Arabic and Persian letter shapes', 'رئيسي رئیسی كشتار کشتار', ['رییسی', 'رییسی', 'کشتار', 'کشتار']],
    ['the digits of three scripts, mixed inside one number', '۱٣۶۷ 1367 ١٩٨٨', ['1367', '1367', '1988']],
    ['zero-width non-joiner, tatweel and vowel signs', 'قتل‌عام كشـتار مُذَبَّحة', ['قتل', 'عام', 'کشتار', 'مذبحه']],
    ['detached plural endings', 'اعدام‌های ۶۷', ['اعدام', '67']],
    ['numbers run together with words', 'تابستان۶۷ ۳۰هزار', ['تابستان', '67', '30', 'هزار']],
    ['an English possessive', 'Iran’s regime', ['iran', 'regime']],
    ['ligatures and presentation forms', 'ﬁle ﻻ', ['file', 'لا']],
  ])('folds %s', (_what, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('counts a vowel sign as part of its letter', () => {
    expect(foldText('محاکمهٔ هیئت').words[0]?.to).toBe('محاکمهٔ'.length);
  });

  it('parts words by one space, whatever stood between them', () => {
    expect(foldText(' – Evin,  «خاوران»\n\n1988. ').folded).toBe('evin خاوران 1988 ');
  });

  it('leads from every word back to the characters that gave it', () => {
    const alphabet = fc.constantFrom(...'aÄßﬁ ’sقتل‌عامـُيیكة۶٦٧.…😀ﷺİ\u200f\u0301'.split(''), '😀', '𝔸');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: alphabet, maxLength: 60 }), fc.string({ unit: 'binary' })), (text) => {
        const { folded, words: found } = foldText(text);
        for (const [place, { start, end, from, to }] of found.entries()) {
          const word = folded.slice(start, end);
          expect(word).toMatch(/^(?:[0-9]+|[^0-9 ]+)$/);
          expect(to > from && from >= (found[place - 1]?.from ?? 0) && to <= text.length).toBe(true);
          expect(foldText(text.slice(from, to)).folded).toContain(word);
        }
      }),
    );
  });
});
