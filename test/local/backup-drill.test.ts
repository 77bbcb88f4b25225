import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startNewsroom } from '../../lib/local/newsroom/newsroom-server.ts';
import { trustOrigin } from '../../lib/local/trusted-origins.ts';
import { runVigil } from './vigil-process.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-drill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the drill: a stack that was filled, backed up and lost answers the same from another folder', {
  timeout: 180_000,
}, async () => {
  const newsroom = await startNewsroom({ now: new Date() });
  onTestFinished(() => newsroom.close());
  const [source, target, folder] = [newFolder(), newFolder(), newFolder()];
  trustOrigin(source, newsroom.url);
  const feeds = join(folder, 'feeds.json');
  writeFileSync(feeds, JSON.stringify({ version: 1, feeds: newsroom.feeds.slice(0, 4) }));
  await runVigil(source, 'feeds', 'import', feeds);
  await runVigil(source, 'subscribers', 'add', 'reader@vigil.example');
  await runVigil(source, 'run', '--once', '--json');

  const backup = join(folder, 'backup');
  const manifest = JSON.parse(await runVigil(source, 'backup', backup, '--archive', '--json'));
  expect(manifest.tables.coverage.rows).toBeGreaterThan(3);
  expect(manifest.archive.objects).toBeGreaterThan(3);

  const ask = (dataDir: string) => async (args: readonly string[]) =>
    JSON.parse(await runVigil(dataDir, ...args, '--json'));
  const questions = [
    ['query', '--relevance', 'all'],
    ['feeds', 'list'],
    ['subscribers', 'list'],
  ] as const;
  const askAll = async (dataDir: string) => {
    const answers = [];
    // One after the other: the first of two would take the embedded stack with it when it ends.
    for (const question of questions) answers.push(await ask(dataDir)(question));
    return answers;
  };
  const before = await askAll(source);
  expect(await ask(target)(['restore', backup, '--dry-run'])).toMatchObject({ dryRun: true });
  expect(await askAll(target)).toEqual([[], [], []]);
  const restored = await ask(target)(['restore', backup]);
  const wrong = restored.tables.filter(
    (one: Record<string, number>) => one.written !== one.rows || one.inTable !== one.rows,
  );
  expect(wrong).toEqual([]);
  expect(restored.archive).toEqual({ objects: manifest.archive.objects, written: manifest.archive.objects });
  expect(await askAll(target)).toEqual(before);
  const [{ url }] = before[0] as [{ url: string }];
  expect(await ask(target)(['explain', url])).toEqual(await ask(source)(['explain', url]));
  // The digest is made of rows and archived articles alike.
  const preview = await ask(target)(['digest', 'preview', '--out', join(folder, 'preview')]);
  expect(Object.keys(preview).length).toBeGreaterThan(0);
});
