import { expect, test } from 'vitest';
import { readSince } from '../../lib/cli/read-since.ts';

const now = new Date('2026-11-29T10:00:00.000Z');

test.each([
  ['36h', '2026-11-27T22:00:00.000Z'],
  [' 2d ', '2026-11-27T10:00:00.000Z'],
  ['0d', '2026-11-29T10:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2026-11-20T08:00:00+03:30', '2026-11-20T04:30:00.000Z'],
  ['9999d', '1999-07-15T10:00:00.000Z'],
])('%j is %s', (typed, since) => {
  expect(readSince(typed, now)).toBe(since);
});

test.each([
  ['yesterday', 'write 36h, 2d, 2026-11-20 or 2026-11-20T08:00:00Z'],
  ['', 'write 36h, 2d, 2026-11-20 or 2026-11-20T08:00:00Z'],
  // Read as a day of March it would leave two days out, and nobody would know.
  ['2026-02-30', 'there is no such day'],
  ['2026-02-29T12:00:00Z', 'there is no such day'],
  ['3000-01-01', 'is in the future'],
  // Tables are read day by day: from the year 1 on that takes hours, and finds nothing.
  ['0001-01-01', 'is before there were feeds; the earliest is 1994-01-01'],
])('%j is wrong usage: %s', (typed, why) => {
  expect(() => readSince(typed, now)).toThrow(
    expect.objectContaining({ message: `--since ${typed}: ${why}`, exitCode: 2 }),
  );
});
