import { expect, test } from 'vitest';
import { storableText } from '../../lib/articles/storable-text.ts';

test.each([
  ['control characters', 'a\u0000b\u0007c\u009bd', 'abcd'],
  ['lone surrogates', 'a\ud800b', 'a\ufffdb'],
  ['directional overrides', 'a\u202eb\u2066c', 'abc'],
  ['soft hyphens and zero-width spaces', 'a\u00adb\u200bc', 'abc'],
])('text is stored without %s', (_, text, stored) => {
  expect(storableText(text)).toBe(stored);
});

test('line breaks, the joiners of Persian and composed letters stay', () => {
  expect(storableText('می\u200cروم\n\ncafe\u0301')).toBe('می\u200cروم\n\ncafé');
});
