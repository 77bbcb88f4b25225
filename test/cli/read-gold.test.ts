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

test.each([
  ['an empty file', '\n', /holds no labelled text; each line is/],
  [
    'an id with both labels',
    line({}) + line({ relevant: false }),
    /own\.jsonl: a is labelled relevant and not relevant/,
  ],
  ['a theme that is none', line({ themes: ['anniversery'] }), /line 1: themes\.0: .*"anniversary"/],
  ['a line that is no JSON', `${line({})}a text\n`, /line 2: not JSON/],
])('refuses %s by name', (_, content, message) => {
  expect(gold(content)).toThrow(UserError);
  expect(gold(content)).toThrow(message);
});
