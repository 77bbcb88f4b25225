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
    const { ends, words: found } = foldText('محاکمهٔ هیئت');
    expect(ends[(found[0]?.end ?? 0) - 1]).toBe('محاکمهٔ'.length);
  });

  it('leads from every folded code unit back to the character that gave it', () => {
    const alphabet = fc.constantFrom(...'aÄßﬁ ’sقتل‌عامـُيیكة۶٦٧.…😀ﷺİ\u200f\u0301'.split(''), '😀', '𝔸');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: alphabet, maxLength: 60 }), fc.string({ unit: 'binary' })), (text) => {
        const { folded, words: found, starts, ends } = foldText(text);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let i = 0; i < folded.length; i += 1) {
          const start = starts[i] ?? -1;
          const end = ends[i] ?? -1;
          expect(end > start && start >= (starts[i - 1] ?? 0) && end <= text.length).toBe(true);
          expect(foldText(text.slice(start, end)).folded).toContain(folded[i]);
        }
        for (const { start, end } of found) expect(folded.slice(start, end)).toMatch(/^(?:[0-9]+|[^0-9 ]+)$/);
      }),
    );
  });
});
