import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../lib/errors.ts';
import { dataVersion } from '../../lib/local/data-folder.ts';
import { openInstance } from '../../lib/local/instance.ts';
import { trustOrigin } from '../../lib/local/trusted-origins.ts';
import { openTestInstance } from './open-test-instance.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function startHolder(dataDir: string): Promise<{ child: ChildProcess; said: unknown }> {
  const script = fileURLToPath(new URL('./hold-messages.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, said: JSON.parse(line) };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a message whose reader was killed is visible again, one that was put off keeps waiting', async () => {
  const dataDir = temporaryFolder();
  const before = await openTestInstance({ dataDir });
  await before.send('feeds', 'interrupted');
  await before.send('feeds', 'put off');
  await before.close();
  const { child, said } = await startHolder(dataDir);
  expect(said).toEqual({ isOwner: true, held: ['interrupted', 'put off'] });
  await killed(child);

  const after = await openTestInstance({ dataDir });
  const visible = await after.queue('feeds').receive(10, 0);
  expect(visible.map(({ Body, Attributes }) => [Body, Attributes?.ApproximateReceiveCount])).toEqual([
    ['interrupted', '2'],
  ]);
  expect(await after.queue('feeds').depth()).toBe(2);
});

test('a second process attaches to the running one and leaves it running', async () => {
  const owner = await openTestInstance();
  await owner.send('feeds', 'interrupted');
  const { child, said } = await startHolder(owner.dataDir);
  expect(said).toEqual({ isOwner: false, held: ['interrupted'] });
  await killed(child);
  expect(await owner.queue('feeds').depth()).toBe(1);
});

test('an attached instance changes nothing when it closes and knows origins trusted since', async () => {
  const owner = await openTestInstance();
  trustOrigin(owner.dataDir, 'http://127.0.0.1:8099/feeds.json');
  const attached = await openInstance({ dataDir: owner.dataDir });
  await attached.close();
  expect(attached.env).toEqual({ ...owner.env, ALLOWED_ORIGINS: 'http://127.0.0.1:8099' });
  expect(await owner.queue('feeds').depth()).toBe(0);
  expect(statSync(join(owner.dataDir, 'instance.json')).mode & 0o777).toBe(0o600);
});

test('fresh is refused while another process runs, and deletes the data otherwise', async () => {
  const owner = await openTestInstance();
  await owner.send('feeds', 'old');
  const { dataDir } = owner;
  await expect(openInstance({ dataDir, fresh: true })).rejects.toThrow(
    new UserError(`data folder ${dataDir} is in use by process ${process.pid}: stop it before --fresh`),
  );
  await owner.close();
  const fresh = await openTestInstance({ dataDir, fresh: true });
  expect(await fresh.queue('feeds').depth()).toBe(0);
});

test('a folder of a newer version, a foreign folder and a file are each refused in one line', async () => {
  const newer = temporaryFolder();
  writeFileSync(join(newer, 'data-version'), '99\n');
  await expect(openInstance({ dataDir: newer })).rejects.toThrow(/was written by a newer Vigil .*update Vigil/);

  const foreign = temporaryFolder();
  writeFileSync(join(foreign, 'thesis.txt'), 'mine');
  await expect(openInstance({ dataDir: foreign, fresh: true })).rejects.toThrow(/holds other files \(thesis\.txt\)/);
  expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('mine');

  await expect(openInstance({ dataDir: join(foreign, 'thesis.txt') })).rejects.toThrow(/it is a file/);
});

test('a folder of a version before is opened with its data, and marked for what is written from now on', async () => {
  const dataDir = temporaryFolder();
  const first = await openTestInstance({ dataDir });
  await first.send('feeds', 'kept');
  await first.close();
  writeFileSync(join(dataDir, 'data-version'), '1\n');
  const later = await openTestInstance({ dataDir });
  expect(await later.queue('feeds').depth()).toBe(1);
  expect(readFileSync(join(dataDir, 'data-version'), 'utf8')).toBe(`${dataVersion()}\n`);
  expect(dataVersion()).toBeGreaterThan(1);
});

test('a process of another version is not joined: each would write what the other cannot read', async () => {
  const owner = await openTestInstance();
  const path = join(owner.dataDir, 'instance.json');
  const { dataVersion: _version, ...older } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(older));
  await expect(openInstance({ dataDir: owner.dataDir })).rejects.toThrow(
    /is in use by process \d+, which runs another version of Vigil: stop it and start it again/,
  );
});

test('a damaged database is refused with a way out, and fresh takes it', async () => {
  const dataDir = temporaryFolder();
  const first = await openTestInstance({ dataDir });
  await first.close();
  writeFileSync(join(dataDir, 'sqs', 'fauxqs.db'), 'x'.repeat(10_000));
  await expect(openInstance({ dataDir })).rejects.toThrow(/is damaged .* start with --fresh/);
  const fresh = await openTestInstance({ dataDir, fresh: true });
  expect(await fresh.queue('feeds').depth()).toBe(0);
});
