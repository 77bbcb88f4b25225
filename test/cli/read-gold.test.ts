import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readGold } from '../../lib/cli/read-gold.ts';
import { UserError } from '../../lib/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'gold-'));
afterAll(() => rmSync(folder, { recursive: true }));

function gold(content: string) {
  const path = join(folder, 'own.jsonl');
  writeFileSync(path, content);
  return () => readGold(path);
}

const line = (more: object) => `${JSON.stringify({ id: 'a', lang: 'en', relevant: true, text: 'x', ...more })}\n`;

test('a byte order mark, Windows line ends and blank lines do no harm', () => {
  const read = gold(`\uFEFF${line({}).replace('\n', '\r\n')}\r\n${line({ id: 'b' })}`);
  expect(read().map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a line that comes again counts once', () => {
  const read = gold(line({}) + line({ id: 'b', text: 'y' }) + line({}));
  expect(read().map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a file of another encoding is refused, for its letters would be others', () => {
  writeFileSync(join(folder, 'own.jsonl'), Buffer.from(line({ text: 'exécutés' }), 'latin1'));
  const read = () => readGold(join(folder, 'own.jsonl'));
  expect(read).toThrow(/own\.jsonl: is no text in UTF-8; save it in UTF-8/);
  writeFileSync(join(folder, 'own.jsonl'), Buffer.from(line({}), 'utf16le'));
  expect(read).toThrow(/own\.jsonl: is no text in UTF-8/);
});

test.each([
  ['an empty file', '\n', /holds no labelled text; each line is/],
  [
    'an id with both labels',
    line({}) + line({ relevant: false }),
    /own\.jsonl: a is labelled relevant and not relevant/,
  ],
  [
    'a number and a text that are one id, with both labels',
    line({ id: 1 }) + line({ id: '1', relevant: false }),
    /own\.jsonl: 1 is labelled relevant and not relevant; leave one/,
  ],
  [
    'one text with both labels',
    line({}) + line({ id: 'b', relevant: false }),
    /own\.jsonl: one text, as a and as b, is labelled relevant and not relevant/,
  ],
  ['two texts of one id', line({}) + line({ text: 'y' }), /own\.jsonl: two texts have the id a; give each its own/],
  ['a language by its name', line({ lang: 'english' }), /line 1: lang: write the code of the language, such as "en"/],
  ['a text without its language', line({ lang: undefined }), /line 1: lang: is missing/],
  ['a list in one line', `[${line({}).trim()}]`, /line 1: must be an object, \{ … \}/],
  [
    'a theme that is none',
    line({ themes: ['anniversery'] }),
    /line 1: themes\.0: choose one of anniversary, accountability/,
  ],
  ['a line that is no JSON', `${line({})}a text\n`, /line 2: not JSON/],
])('refuses %s by name', (_, content, message) => {
  expect(gold(content)).toThrow(UserError);
  expect(gold(content)).toThrow(message);
});
