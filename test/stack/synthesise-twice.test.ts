import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'vigil-synth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The app as the CDK's command line starts it, bundles and all. @returns template and asset hashes by file */
async function assemblyIn(name: string): Promise<Record<string, unknown>> {
  const outdir = join(folder, name);
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const env = { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context) };
  await promisify(execFile)(process.execPath, ['bin/app.ts'], { cwd: root, env });
  const documents = readdirSync(outdir).filter((file) => /\.(template|assets)\.json$/.test(file));
  return Object.fromEntries(documents.map((file) => [file, JSON.parse(readFileSync(join(outdir, file), 'utf8'))]));
}

test('the app makes the same template and the same assets in any folder, at any time', async () => {
  const first = await assemblyIn('one');
  const second = await assemblyIn('elsewhere/deeper');
  expect(Object.keys(first).sort()).toEqual(['Vigil.assets.json', 'Vigil.template.json']);
  expect(second).toEqual(first);
}, 120_000);
