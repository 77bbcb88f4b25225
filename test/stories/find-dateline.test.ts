import { expect, test } from 'vitest';
import { findDateline } from '../../lib/stories/find-dateline.ts';

test.each([
  ['STOCKHOLM - A Swedish court began', 'stockholm'],
  ['Madrid. Un centenar de iraníes', 'madrid'],
  ['DURRËS, Albania — The trial', 'durres albania'],
  ['TORINO – Ottanta sedie vuote', 'torino'],
  ['ستوكهولم - حكمت محكمة', 'ستوکهولم'],
  ['She was twenty-two and had six months left to serve.', ''],
  ['The boats were left in the fountain by those who came.', ''],
])('%s', (text, words) => {
  expect(
    findDateline(text)
      .map(({ folded }) => folded)
      .join(' '),
  ).toBe(words);
});
