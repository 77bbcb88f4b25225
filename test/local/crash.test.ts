import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from '../../lib/local/newsroom/newsroom-server.ts';
import { trustOrigin } from '../../lib/local/trusted-origins.ts';
import { coverageTable } from './coverage-table.ts';
import { runVigil, startVigil } from './vigil-process.ts';

const itemEnds = (dataDir: string): string[] => {
  const log = join(dataDir, 'vigil.log');
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"stage":"item"'));
};

describe('a pass that is killed', () => {
  const folders: string[] = [];
  let newsroom: Newsroom;
  let feedsFile: string;
  let expected: object[];

  const freshStack = async (): Promise<string> => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vigil-crash-'));
    folders.push(dataDir);
    trustOrigin(dataDir, newsroom.url);
    await runVigil(dataDir, 'feeds', 'import', feedsFile);
    return dataDir;
  };

  beforeAll(async () => {
    newsroom = await startNewsroom({ now: new Date() });
    const folder = mkdtempSync(join(tmpdir(), 'vigil-feeds-'));
    folders.push(folder);
    feedsFile = join(folder, 'feeds.json');
    writeFileSync(feedsFile, JSON.stringify({ version: 1, feeds: newsroom.feeds }));
    const undisturbed = await freshStack();
    await runVigil(undisturbed, 'run', '--once', '--json');
    expected = await coverageTable(undisturbed);
    expect(expected.length).toBeGreaterThan(20);
  }, 180_000);
  afterAll(async () => {
    await newsroom.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it.each([3, 40])(
    'after %i items ends, run again, with the table of an undisturbed run',
    { timeout: 180_000 },
    async (ends) => {
      const killed = await freshStack();
      const child = startVigil(killed, 'run', '--once', '--json');
      const closed = once(child, 'close');
      while (itemEnds(killed).length < ends && child.exitCode === null) await pause(5);
      child.kill('SIGKILL');
      const [, signal] = await closed;
      expect(signal).toBe('SIGKILL');
      await runVigil(killed, 'run', '--once', '--json');

      expect(await coverageTable(killed)).toEqual(expected);
    },
  );
});
