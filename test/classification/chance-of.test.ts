import { expect, test } from 'vitest';
import { chanceOf } from '../../lib/classification/chance-of.ts';

test.each([
  [0, 0, 1],
  [1, 0, 1 / 2],
  [2, 0, 1 / 4],
  [5, 0, 1 / 32],
  // 6 of 8 or more: (28 + 8 + 1) / 256.
  [6, 2, 37 / 256],
  [17, 0, 2 ** -17],
  [500, 500, 0.5126],
  [1000, 1000, 0.5089],
])('%d mended and %d broken: a coin does it in %f of all tries', (mends, breaks, chance) => {
  expect(chanceOf({ mends, breaks })).toBeCloseTo(chance, 4);
});
