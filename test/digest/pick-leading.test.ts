import { expect, test } from 'vitest';
import { pickLeading } from '../../lib/digest/pick-leading.ts';
import type { Story } from '../../lib/stories/story.ts';

const entry = (outletId: string, articleId: string) => ({ lead: { outletId, articleId } }) as unknown as Story;
const names = (entries: readonly Story[]) => entries.map(({ lead }) => lead.articleId);

test('one outlet leads two stories at most, and what is left keeps its order', () => {
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

test('few outlets give fewer leading stories, never none', () => {
  const { leading, rest } = pickLeading([entry('only', 'a'), entry('only', 'b'), entry('only', 'c')], 9);
  expect([names(leading), names(rest)]).toEqual([['a', 'b'], ['c']]);
});
