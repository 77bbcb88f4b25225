import { expect, test } from 'vitest';
import { displayText, withoutUnseen } from '../../lib/digest/display-text.ts';
import { textDirection } from '../../lib/digest/text-direction.ts';

test('what is not to be seen is removed, ZWNJ and ZWJ are kept', () => {
  expect(withoutUnseen('a\u202Eb\u200Bc\u2066d\uFEFFe\u0007f\u{E0041}g\u00ADh')).toBe('abcdefgh');
  expect(withoutUnseen('قتل\u200Cعام 👩\u200D🔬')).toBe('قتل\u200Cعام 👩\u200D🔬');
});

test('line ends and tabs are kept as they are, and become one space in a line for display', () => {
  expect(withoutUnseen('a\r\n\tb')).toBe('a\r\n\tb');
  expect(displayText('  a\r\n\t\u2028 b\u00A0c ', 20)).toBe('a b c');
});

test('a lone surrogate is replaced, a whole pair is not cut in two', () => {
  expect(displayText('a\uD800b', 10)).toBe('a\uFFFDb');
  expect(displayText('abcd😀efgh', 6)).toBe('abcd…');
});

test('marks are piled up to four', () => {
  expect(displayText(`e${'\u0301'.repeat(90)}x`, 50)).toBe(`e${'\u0301'.repeat(4)}x`);
});

test('long text is cut at a word, without the comma before the dots', () => {
  expect(displayText('one two three, four five', 18)).toBe('one two three…');
  expect(displayText('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`);
});

test('a megabyte of the worst input is no work: one that grew with its square would take minutes', () => {
  const worst = [
    `a${'\u0301\u200B'.repeat(500_000)}`,
    '\u0301\u0301\u0301\u0301a'.repeat(200_000),
    ' '.repeat(1_000_000),
  ];
  const begun = performance.now();
  expect(worst.map((text) => displayText(withoutUnseen(text), 40).length <= 40)).toEqual([true, true, true]);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test.each([
  ['کشتار ۶۷ (1988)', 'rtl'],
  ['UN: کشتار تابستان شصت و هفت', 'rtl'],
  ['1988 مجزرة', 'rtl'],
  ['The word خاوران in a title', 'ltr'],
  ['1988', 'ltr'],
  ['', 'ltr'],
])('the direction of "%s" is %s', (text, direction) => {
  expect(textDirection(text)).toBe(direction);
});
