import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractCommand } from '../../lib/cli/extract.ts';
import { UserError } from '../../lib/errors.ts';
import { recordedIo } from './recorded-io.ts';

const paragraph =
  'The court began on Tuesday to hear the survivors of the prisons, who waited for this day for decades.';
const page = `<html lang="en"><head><title>Court hears survivors</title></head><body><h1>Court hears survivors</h1>
<p>${paragraph} It sat until the evening.</p><p>${paragraph} Sixty witnesses will speak.</p><p>${paragraph} A verdict is due in July.</p></body></html>`;
const body = [' It sat until the evening.', ' Sixty witnesses will speak.', ' A verdict is due in July.']
  .map((end) => paragraph + end)
  .join('\n\n');

describe('vigil extract', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigil-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const failureOf = (options: Parameters<typeof extractCommand>[0]) =>
    extractCommand(options, recordedIo()).catch((error: unknown) =>
      error instanceof UserError ? error.message.replaceAll(folder, '.') : error,
    );

  test('prints the metadata and the body of a page', async () => {
    const file = join(folder, 'a.html');
    writeFileSync(file, page);
    const io = recordedIo();
    await extractCommand({ file }, io);
    expect(io.out.join('\n').split('\n').slice(0, 1)).toEqual(['title         Court hears survivors  (page)']);
    expect(io.out.join('\n').endsWith(`\n\n${body}`)).toBe(true);
  });

  test('prints JSON when asked', async () => {
    const file = join(folder, 'a.html');
    writeFileSync(file, page);
    const io = recordedIo();
    await extractCommand({ file, json: true, url: 'https://post.example/a' }, io);
    expect(JSON.parse(io.out.join(''))).toMatchObject({
      title: 'Court hears survivors',
      language: 'en',
      text: body,
      account: { reader: 'small-dom', blocksKept: 3 },
    });
  });

  test('writes a folder of pages, empty where there is no article', async () => {
    writeFileSync(join(folder, 'one.html'), page);
    writeFileSync(join(folder, 'two.html.gz'), gzipSync(page));
    writeFileSync(join(folder, 'three.html'), '<p>Nothing here</p>');
    writeFileSync(join(folder, 'four.html.gz'), 'not gzip');
    writeFileSync(join(folder, 'notes.txt'), 'not a page');
    const out = join(folder, 'out.json');
    await extractCommand({ pagesDir: folder, out }, recordedIo());
    const result = JSON.parse(readFileSync(out, 'utf8')) as Record<string, { articleBody: string; status: string }>;
    const summary = Object.entries(result).map(([id, { articleBody, status }]) => [
      id,
      articleBody,
      status.split(':')[0],
    ]);
    expect(summary).toEqual([
      ['four', '', join(folder, 'four.html.gz')],
      ['one', body, 'read'],
      ['three', '', 'no-article'],
      ['two', body, 'read'],
    ]);
  });

  test('says in one line what is wrong', async () => {
    const home = join(folder, 'home.html');
    writeFileSync(home, '<p>Nothing here</p>');
    expect([
      await failureOf({ file: join(folder, 'missing.html') }),
      await failureOf({ file: folder }),
      await failureOf({}),
      await failureOf({ pagesDir: folder }),
      await failureOf({ pagesDir: join(folder, 'missing'), out: 'x.json' }),
    ]).toEqual([
      './missing.html: no such file',
      '.: is a folder; use --pages DIR --out FILE',
      'give one page, or --pages DIR with --out FILE',
      '--pages needs --out FILE, where the articles are written',
      './missing: cannot be read (ENOENT); give a folder of pages',
    ]);
    expect(await failureOf({ file: home })).toMatch(/^\.\/home\.html: no article found: /);
  });
});
