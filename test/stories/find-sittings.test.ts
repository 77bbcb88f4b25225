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
  ['it', 'Nel processo e il giorno 14 agosto a Roma', []],
  ['en', 'On such a day 14 people came', []],
  ['de', 'Am zweiten Montag, zum zehnten Jahrestag, im zwanzigsten Landtag', []],
  ['sv', 'Den andra fredagen, på den trettionde årsdagen; tredje rättegångsdagen', [3]],
  ['nl', 'De tweede zondag; de vierde zittingsdag', [4]],
  ['no', 'Den andre fredag; niende dag i retten', [9]],
  ['fa', 'روز هشتم شهریور، در روز نهم دادگاه', [9]],
])('%s: %s', (language, text, days) => {
  expect([...findSittings(readStoryWords(text), language)]).toEqual(days);
});
