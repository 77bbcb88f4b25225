import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { storiesCommand } from '../../lib/cli/stories.ts';
import { recordedIo } from './recorded-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-stories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text =
  'A former prisoner told the district court in Stockholm on Tuesday how guards led him along a corridor at Gohardasht. He saw a cart heaped with sandals and counted forty of them, the bus driver from Gothenburg said.';

async function stories(lines: readonly (object | string)[], isWritten = false) {
  const [file, out] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const io = recordedIo();
  await storiesCommand({ in: file, ...(isWritten && { out }) }, io);
  const jsonl = isWritten ? readFileSync(out, 'utf8') : (io.out[0] ?? '');
  return {
    ...io,
    lines: jsonl
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

test('texts of a file are put into stories in their order, with the reasons', async () => {
  const { lines, err } = await stories(
    [
      { id: 'a', title: 'Cart of sandals', text, publishedAt: '2026-09-01T08:00:00Z' },
      { id: 2, text: 'Thirty-eight birches were planted in Malmö on Sunday.', publishedAt: '2026-09-01T09:00:00Z' },
      { id: 'c', text: `${text} More at the court.`, outlet: 'c.example', publishedAt: '2026-09-01T10:00:00+02:00' },
    ],
    true,
  );
  expect(lines).toEqual([
    { id: 'a', storyId: 'a' },
    { id: '2', storyId: '2' },
    { id: 'c', storyId: 'a', copyOf: 'a', storyReasons: expect.arrayContaining(['carries the text of a']) },
  ]);
  expect(err).toEqual(['3 texts: 2 stories, 1 copies']);
});

test.each([
  ['{', /in\.jsonl, line 2: not JSON$/],
  [{ id: '', text: 'x' }, /in\.jsonl, line 2: id: /],
  [{ id: 'b' }, /in\.jsonl, line 2: text: /],
])('%j in a file is named by its line', async (line, message) => {
  await expect(stories([{ id: 'a', text: 'x' }, line])).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(message),
  });
});

test('a file that is not there is named', async () => {
  await expect(storiesCommand({ in: join(folder, 'none') }, recordedIo())).rejects.toThrow(/none cannot be read/);
});
