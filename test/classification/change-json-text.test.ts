import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changeJsonText } from '../../lib/classification/change-json-text.ts';

test.each([
  ['{"a": {"b": 1}, "b": 1}', ['a', 'b'], 2, '{"a": {"b": 2}, "b": 1}'],
  ['{"b": [1, {"a": 1}], "a": 1.5e3}', ['a'], -0.5, '{"b": [1, {"a": 1}], "a": -0.5}'],
  ['{"a": {"x": {"b": 1}}}', ['a', 'b'], 2, '{"a": {"x": {"b": 1}, "b": 2}}'],
  ['{\n  "a": {\n    "c": "}"\n  }\n}\n', ['a', 'b'], 2, '{\n  "a": {\n    "c": "}", "b": 2\n  }\n}\n'],
  ['{"a": {}}', ['a', 'b'], 2, '{"a": {"b": 2}}'],
  ['{"a": {}, "z": 1}', ['a', 'b', 'c'], 2, '{"a": {"b": {"c": 2}}, "z": 1}'],
  ['{}', ['a'], 2, '{"a": 2}'],
  ['{"a/b": {"“c”\\n": 1}}', ['a/b', '“c”\n'], 2, '{"a/b": {"“c”\\n": 2}}'],
  ['{"k": ["a", "b", {"a": 3}], "a": "b"}', ['a'], 'x"y', '{"k": ["a", "b", {"a": 3}], "a": "x\\"y"}'],
])('%s with %j as %j is %s', (json, path, to, changed) => {
  expect(changeJsonText(json, path, to)).toBe(changed);
});

test('of the lexicon nothing but the number is another', () => {
  const json = readFileSync('config/lexicon.json', 'utf8');
  const changed = changeJsonText(json, ['languages', 'fa', 'terms', 'event/koshtar-67', 'weight'], 4.25);
  const lines = changed.split('\n');
  const others = json.split('\n').flatMap((line, index) => (line === lines[index] ? [] : [lines[index]]));
  expect([lines.length, others]).toEqual([json.split('\n').length, [expect.stringContaining('"weight": 4.25')]]);
  const lexicon = JSON.parse(json);
  lexicon.languages.fa.terms['event/koshtar-67'].weight = 4.25;
  expect(JSON.parse(changed)).toEqual(lexicon);
});
