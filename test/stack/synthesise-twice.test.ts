import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';

const root = join(import.meta.dirname, '..', '..');
const binaries = join(root, 'node_modules', '.bin');
const folder = mkdtempSync(join(tmpdir(), 'vigil-synth-'));
const [first, second] = [join(folder, 'one'), join(folder, 'elsewhere', 'deeper')];
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** What an operator calls, bundles and all; without a network, as the credentials lead nowhere. */
const synthesise = (outdir: string) =>
  promisify(execFile)(join(binaries, 'cdk'), ['synth', '--quiet', '--output', outdir], {
    cwd: root,
    env: { PATH: [binaries, process.env.PATH].join(delimiter), HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' },
  });

beforeAll(async () => {
  await synthesise(first);
  await synthesise(second);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('cdk synth makes the same template and the same assets in any folder, at any time', () => {
  const documents = (outdir: string) =>
    readdirSync(outdir)
      .filter((file) => /\.(template|assets)\.json$/.test(file))
      .map((file) => [file, readJson(join(outdir, file))]);
  expect(documents(first).map(([file]) => file)).toEqual(['Vigil.assets.json', 'Vigil.template.json']);
  expect(documents(second)).toEqual(documents(first));
});

test('the assembly holds everything that would be uploaded: the template, and each function’s handler with its map', () => {
  const { files } = readJson(join(first, 'Vigil.assets.json')) as Record<string, Record<string, { source: Source }>>;
  const paths = Object.values(files ?? {}).map(({ source }) => source.path);
  expect(paths.filter((path) => !existsSync(join(first, path)))).toEqual([]);
  const code = paths.filter((path) => path.startsWith('asset.'));
  expect(code.length).toBe(stages.length);
  const incomplete = code.filter((path) =>
    ['handler.mjs', 'handler.mjs.map'].some((file) => !existsSync(join(first, path, file))),
  );
  expect(incomplete).toEqual([]);
  expect(paths).toContain('Vigil.template.json');
});

interface Source {
  path: string;
}
