import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCache } from '../compile-cache.ts';
import { sampleSettings } from './sample-feed.ts';

const PROJECT = join(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vigil-caller-')));
const lines = '{"id":"a","lang":"en","title":"A title","text":"A text about something else."}\n';

beforeAll(() => {
  writeFileSync(join(folder, 'text.txt'), 'A title\nA text about something else.');
  writeFileSync(join(folder, 'lines.jsonl'), lines);
  writeFileSync(join(folder, 'gold.jsonl'), lines.replace('}', ',"relevant":false}'));
  writeFileSync(join(folder, 'feed.xml'), '<rss><channel><title>A feed</title></channel></rss>');
  writeFileSync(join(folder, 'calendar.json'), JSON.stringify({ version: 1, dates: [] }));
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify({ version: 1, feeds: [sampleSettings] }));
  writeFileSync(join(folder, 'readers.txt'), 'listed@reader.example\n');
  mkdirSync(join(folder, 'pages'));
  writeFileSync(
    join(folder, 'pages/one.html'),
    `<title>A page</title><p>${'Some words of an article. '.repeat(40)}</p>`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As npm starts it: in the project, with where it was called in the environment. */
async function calledByNpm(args: readonly string[], npm: Readonly<Record<string, string>> = {}) {
  const told = { npm_lifecycle_event: 'vigil', npm_package_json: join(PROJECT, 'package.json'), INIT_CWD: folder };
  const env = { PATH: process.env.PATH, ...compileCache, ...told, ...npm };
  return promisify(execFile)(process.execPath, ['bin/vigil.ts', ...args], { cwd: PROJECT, env });
}

test.each<[args: string, written: string[]]>([
  ['classify text.txt', []],
  ['classify --in lines.jsonl --out classified.jsonl', ['classified.jsonl']],
  ['stories --in lines.jsonl --out told.jsonl', ['told.jsonl']],
  ['extract pages/one.html', []],
  ['extract --pages pages --out pages.json', ['pages.json']],
  ['parse-feed feed.xml', []],
  ['calendar check --calendar calendar.json', []],
  ['rules test --lexicon ../config/lexicon.json --gold gold.jsonl', []],
  ['--data data feeds import feeds.json', ['data']],
  ['--data data subscribers import readers.txt', []],
  ['--data data digest preview --out preview', ['preview']],
  ['--data data backup kept', ['kept']],
  ['--data data restore kept --dry-run', []],
])('a file is looked for where npm was called: %s', async (args, written) => {
  const before = readdirSync(folder);
  const lexicon = join(PROJECT, 'config/lexicon.json');
  await calledByNpm(args.replace('../config/lexicon.json', lexicon).split(' '));
  expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(written);
});

test('what has a place of its own stays in the project', async () => {
  const { stdout } = await calledByNpm(['digest', 'preview', '--help']);
  const [, shown = ''] = /default:\s+"([^"]+)"/.exec(stdout) ?? [];
  expect(resolve(folder, shown)).toBe(join(PROJECT, '.vigil/preview'));
});

test.each([
  ['a script of another project', { npm_package_json: join(folder, 'package.json') }],
  ['another script of this one', { npm_lifecycle_event: 'test' }],
])('%s that starts it is left where it is', async (_, npm) => {
  writeFileSync(join(folder, 'package.json'), '{}');
  await expect(calledByNpm(['classify', 'text.txt'], npm)).rejects.toMatchObject({ code: 1 });
  const { stdout } = await calledByNpm(['parse-feed', join(folder, 'feed.xml')], npm);
  expect(stdout).toContain('A feed');
});

test('npm itself tells it so', async () => {
  const args = [
    'run',
    '--silent',
    '--prefix',
    PROJECT,
    'vigil',
    '--',
    'classify',
    '--in',
    'lines.jsonl',
    '--out',
    'by-npm',
  ];
  await promisify(execFile)('npm', args, { cwd: folder });
  expect(existsSync(join(folder, 'by-npm'))).toBe(true);
});
