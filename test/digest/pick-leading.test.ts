import { expect, test } from 'vitest';
import type { Carriage } from '../../lib/digest/group-carriage.ts';
import { pickLeading } from '../../lib/digest/pick-leading.ts';

const entry = (outletId: string, articleId: string) =>
  ({ first: { outletId, articleId }, copies: [] }) as unknown as Carriage;
const names = (entries: readonly Carriage[]) => entries.map(({ first }) => first.articleId);

test('one outlet leads with two articles at most, and what is left keeps its order', () => {
  const entries = [
    entry('loud', 'a'),
    entry('loud', 'b'),
    entry('loud', 'c'),
    entry('calm', 'd'),
    entry('loud', 'e'),
    entry('third', 'f'),
  ];
  const { leading, rest } = pickLeading(entries, 3);
  expect([names(leading), names(rest)]).toEqual([
    ['a', 'b', 'd'],
    ['c', 'e', 'f'],
  ]);
});

test('few outlets give fewer leading articles, never none', () => {
  const { leading, rest } = pickLeading([entry('only', 'a'), entry('only', 'b'), entry('only', 'c')], 9);
  expect([names(leading), names(rest)]).toEqual([['a', 'b'], ['c']]);
});
