import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readConfigJson } from '../../lib/classification/read-config-json.ts';
import { repeatedKey } from '../../lib/classification/repeated-key.ts';
import { InvalidInputError } from '../../lib/errors.ts';

describe('repeatedKey', () => {
  it.each([
    ['of the whole', '{"a": 1, "b": 2, "a": 3}', 'a'],
    ['of an object further in', '{"en": {"terms": {"event/x": {"forms": ["a"]}, "event/x": {}}}}', 'en.terms.event/x'],
    ['of an object in a list', '{"list": [{"a": 1}, {"b": {"c": 1, "c": 2}}]}', 'list.b.c'],
    ['written in two ways', '{"a": 1, "\\u0061": 2}', 'a'],
    ['of any name', '{"__proto__": 1, "__proto__": 2}', '__proto__'],
  ])('finds a key %s that stands twice', (_, json, key) => {
    expect(repeatedKey(json)).toBe(key);
  });

  it('takes the same key in two objects, and words that look like keys, for no repetition', () => {
    const json =
      '{"a": {"x": 1}, "b": {"x": 1}, "c": ["a", "a"], "d": "a", "e": "{\\"a\\": 1, \\"a\\"", "f": [["x"], "x"]}';
    expect(repeatedKey(json)).toBeUndefined();
    expect(repeatedKey(readFileSync('config/lexicon.json', 'utf8'))).toBeUndefined();
  });
});

describe('readConfigJson', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (content: string) => {
    const path = join(folder, 'some.json');
    writeFileSync(path, content);
    return path;
  };

  it('passes over a byte order mark', () => {
    expect(readConfigJson(file('\uFEFF{"version": "1"}'))).toEqual({ version: '1' });
  });

  test.each([
    ['an entry that stands twice', () => file('{"a": {"b": 1, "b": 2}}'), /a\.b stands twice, and only the last would/],
    ['what is no JSON', () => file('{"a": }'), /some\.json: is no JSON: Unexpected token/],
    ['a folder', () => folder, /is a folder; give a file/],
    ['a file that is not there', () => join(folder, 'none.json'), /none\.json: there is no such file/],
  ])('refuses %s with the file’s name', (_, path, message) => {
    const read = () => readConfigJson(path());
    expect(read).toThrow(InvalidInputError);
    expect(read).toThrow(message);
  });
});
