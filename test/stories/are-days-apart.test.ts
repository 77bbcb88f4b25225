import { expect, test } from 'vitest';
import { areDaysApart } from '../../lib/stories/are-days-apart.ts';
import { readStoryText } from '../../lib/stories/story-text.ts';

/** The 31st of August 2024 was a Saturday. */
const told = (text: string, day: string) =>
  readStoryText({
    articleId: text,
    outletId: 'outlet.example',
    language: 'en',
    title: 'March in Montreal',
    text,
    publishedAt: `2024-${day}T12:00:00.000Z`,
    seenAt: `2024-${day}T12:00:00.000Z`,
  });
const march = told('Two hundred people marched on Saturday.', '08-31');

test.each([
  ['a petition on Monday after a march on Saturday', told('Promised on Saturday, it came on Monday.', '09-02'), true],
  ['the march told again on Monday', told('The boats of Saturday lie in the fountain.', '09-02'), false],
  ['a march told with the Wednesday that is to come', told('On Saturday they met; Wednesday is next.', '08-31'), false],
  ['a text without a day', told('Boats of paper lie in the fountain.', '09-02'), false],
  ['what came before', told('They met on Friday.', '08-30'), true],
])('%s', (_, other, areApart) => {
  expect([areDaysApart(march, other), areDaysApart(other, march)]).toEqual([areApart, areApart]);
});

test('a later day far down is a look ahead or back, not what happened', () => {
  const far = told(
    `They met on Saturday. ${'Boats of paper lie in the fountain. '.repeat(10)} It rained on Sunday.`,
    '09-01',
  );
  expect(areDaysApart(march, far)).toBe(false);
});
