import { expect, test } from 'vitest';
import { findSittings } from '../../lib/stories/find-sittings.ts';
import { readStoryWords } from '../../lib/stories/read-story-words.ts';

test.each([
  ['en', 'It was the ninth day of the trial, after the 14th hearing', [9, 14]],
  ['en', 'On 14 September, two days after the 38th anniversary, a day of mourning', []],
  ['fr', 'Au deuxième jour du procès', [2]],
  ['de', 'Am dritten Verhandlungstag sagte der Zeuge aus', [3]],
  ['es', 'en la quinta sesión', [5]],
  ['fa', 'جلسه نهم دادگاه', [9]],
  ['ar', 'في اليوم الثاني من المحاكمة', [2]],
])('%s: %s', (language, text, days) => {
  expect([...findSittings(readStoryWords(text), language)]).toEqual(days);
});
