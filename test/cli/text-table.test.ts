import { expect, test } from 'vitest';
import { textTable } from '../../lib/cli/text-table.ts';

test('columns are as wide as their widest cell, the last one and line ends are not padded', () => {
  const rows = [
    ['a', 'long cell', 'x'],
    ['longer', 'b', ''],
  ];
  expect(textTable(['one', 'two', 'three'], rows).split('\n')).toEqual([
    'one     two        three',
    'a       long cell  x',
    'longer  b',
  ]);
});

test('widths count characters, not code units', () => {
  const rows = [
    ['🕯🕯', 'x'],
    ['تهران', 'y'],
  ];
  expect(textTable(['a', 'b'], rows).split('\n')).toEqual(['a      b', '🕯🕯     x', 'تهران  y']);
});

test('rows that are too short, and none at all, do no harm', () => {
  expect(textTable(['a', 'b'], [['x']])).toBe('a  b\nx');
  expect(textTable(['a', 'b'], [])).toBe('a  b');
});
