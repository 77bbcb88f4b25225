import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../lib/aws/read-record.ts';
import type { Match } from '../../lib/classification/classification.ts';
import { Coverage, coverageHistory } from '../../lib/coverage/coverage.ts';
import { packMatches } from '../../lib/coverage/packed-matches.ts';
import { type StoredRow, upgradeRow } from '../../lib/records/record-history.ts';
import { exampleRow } from '../records/stored-rows.ts';

const read = (row: StoredRow) => readRecord(row, Coverage, coverageHistory);
const rowWith = (matches: unknown) => ({ ...exampleRow('v2/coverage'), matches });
const deflated = (json: string) => deflateSync(json).toString('base64');
const match = (changes: Partial<Match> = {}): Match => ({
  ruleId: 'fa/event/1988-massacre',
  field: 'text',
  start: 12,
  end: 31,
  words: 'کشتار ۶۷ "…\\',
  points: -0.35,
  themes: ['denial', 'evidence'],
  themePoints: { denial: 0.125 },
  ...changes,
});
const many = (count: number, words: string) =>
  Array.from({ length: count }, (_, index) => match({ start: index, words: `${words}${index}` }));

test('a list of before, packed now, packed by newer code or left by older code is read as the same record', () => {
  const names = ['v1/coverage', 'v1/coverage.relabelled', 'v2/coverage', 'v2/coverage.list'];
  const { dayKey: _dayKey, recordedKey: _recordedKey, ...row } = exampleRow('v1/coverage');
  for (const name of names) {
    const { articleId, storyId } = exampleRow(name);
    expect(read(exampleRow(name))).toEqual({ ...row, articleId, storyId, schemaVersion: 2 });
  }
});

test('the step to version 2 packs a list and leaves what is packed', () => {
  const { matches } = exampleRow('v2/coverage');
  for (const row of [exampleRow('v1/coverage'), exampleRow('v1/coverage.relabelled')]) {
    expect(upgradeRow(row, coverageHistory)).toEqual({ ...row, matches, schemaVersion: 2 });
  }
});

test.each([
  ['none', []],
  ['some, in a script and with signs that JSON escapes', [match(), match({ field: 'title', themes: [] })]],
  ['half a character', [match({ words: '\ud83d' })]],
  ['six hundred of the longest words', many(600, '\u0001'.repeat(80))],
])('what is packed comes back as it was: %s', (_, matches) => {
  expect(read(rowWith(packMatches(matches))).matches).toEqual(matches);
});

test('six hundred matches of a long text take a tenth of the room', () => {
  const matches = many(600, 'political prisoners of ');
  expect(packMatches(matches).length).toBeLessThan(JSON.stringify(matches).length / 10);
});

test('a list of version 1 that is too long to be packed stays one, and is read', () => {
  const matches = many(2_000, 'w'.repeat(600));
  const row = { ...exampleRow('v1/coverage'), matches };
  expect(upgradeRow(row, coverageHistory)).toEqual({ ...row, schemaVersion: 2 });
  expect(read(row).matches).toEqual(matches);
});

test('nothing is packed that could not be read back, or cut', () => {
  expect(() => packMatches([match({ points: Number.NaN })])).toThrow(/expected number/);
  expect(() => packMatches(many(2_000, 'w'.repeat(600)))).toThrow('2000 matches have more than 1048576 bytes');
});

describe('damaged or hostile data is refused, with the record’s name', () => {
  const whole = packMatches([match(), match({ points: 7 })]);
  const changed = `${whole.slice(0, 30)}${whole[30] === 'A' ? 'B' : 'A'}${whole.slice(31)}`;
  const half = Array(500_000).fill(1);

  test.each<[string, unknown, RegExp]>([
    ['no text', '', /cannot be unpacked: unexpected end of file/],
    ['no base64', '<script>', /cannot be unpacked: /],
    ['cut', whole.slice(0, -12), /cannot be unpacked: unexpected end of file/],
    ['a letter changed', changed, /cannot be unpacked: /],
    ['no JSON', deflated('matches'), /cannot be unpacked: Unexpected token/],
    ['half a JSON, deeply nested', deflated('['.repeat(1_000_000)), /cannot be unpacked: Unexpected end of JSON/],
    ['a hundred times as large unpacked', deflated(' '.repeat(100_000_000)), /cannot be unpacked: more than 1048576/],
    ['no list', deflated('{}'), /matches: no list, packed or not/],
    ['nothing', undefined, /matches: no list, packed or not/],
    ['half a million problems', deflated(JSON.stringify(half)), /\(matches\.0: [^;]*\)$/],
    [
      'half a million themes',
      deflated(JSON.stringify([{ ...match(), themes: half }])),
      /\(matches\.0\.themes: [^;]*\)$/,
    ],
    [
      'a theme of no rule',
      deflated(JSON.stringify([match(), { ...match(), themes: ['x'] }])),
      /matches\.1\.themes\.0: /,
    ],
    ['a list with a hole', [match(), null], /matches\.1: /],
  ])('%s', (_, matches, message) => {
    const { articleId } = exampleRow('v2/coverage');
    expect(() => read(rowWith(matches))).toThrow(message);
    expect(() => read(rowWith(matches))).toThrow(`a coverage record ${articleId} of the table does not fit its schema`);
  });

  test('a row with many problems tells five of them', () => {
    const row = { schemaVersion: 2, articleId: 'a', storyId: 'a', matches: packMatches([]) };
    expect(() => read(row)).toThrow(/^a coverage record a of .*\((?:[^;]+; ){5}\d+ more\)$/);
  });
});
