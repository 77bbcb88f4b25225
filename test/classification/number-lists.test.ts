import { expect, it } from 'vitest';
import { NumberLists } from '../../lib/classification/number-lists.ts';

it('gives back the lists that it was made of', () => {
  const given = [[3, 1], [], [4, 1, 5], []];
  const lists = new NumberLists(given);
  const read = given.map((_, list) => {
    const numbers: number[] = [];
    for (let at = lists.startOf(list); at < lists.startOf(list + 1); at += 1) numbers.push(lists.at(at));
    return numbers;
  });
  expect(read).toEqual(given);
});
