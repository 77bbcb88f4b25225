import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PurgeQueueCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Instance, openInstance } from '../../lib/local/instance.ts';
import { createLocalQueue } from '../../lib/local/local-queue.ts';
import { type Newsroom, startNewsroom } from '../../lib/local/newsroom/newsroom-server.ts';
import { trustOrigin } from '../../lib/local/trusted-origins.ts';
import { coverageTable } from './coverage-table.ts';
import { testSqsClient } from './test-sqs-client.ts';
import { runVigil, startVigil } from './vigil-process.ts';

const folders: string[] = [];
const newFolder = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), `vigil-${name}-`));
  folders.push(folder);
  return folder;
};
let newsroom: Newsroom;
let feedsFile: string;
let expected: object[];

async function freshStack(): Promise<string> {
  const dataDir = newFolder('replay');
  trustOrigin(dataDir, newsroom.url);
  await runVigil(dataDir, 'feeds', 'import', feedsFile);
  return dataDir;
}

const replay = async (dataDir: string, ...args: string[]) =>
  JSON.parse(await runVigil(dataDir, 'replay', '--since', '1d', '--json', ...args)) as {
    sent: Record<string, number>;
    total: number;
  };

const articlesOf = ({ env }: Instance) => {
  const sqs = testSqsClient(env);
  onTestFinished(() => sqs.destroy());
  return { sqs, queue: createLocalQueue(sqs, env.ARTICLES_QUEUE_URL ?? '') };
};

/**
 * A stack of which feeds were read, and then every message to read an article was lost. From then on the test's own
 * process runs its embedded AWS, so that the commands may come and go.
 */
async function stackWithLosses(): Promise<string> {
  const dataDir = await freshStack();
  const child = startVigil(dataDir, 'run', '--once', '--json');
  const closed = once(child, 'close');
  while (!existsSync(join(dataDir, 'instance.json'))) await pause(20);
  const { queue } = articlesOf(await openInstance({ dataDir }));
  while ((await queue.depth()) < 60) await pause(20);
  child.kill('SIGKILL');
  await closed;

  const instance = await openInstance({ dataDir });
  onTestFinished(() => instance.close());
  const { sqs } = articlesOf(instance);
  await sqs.send(new PurgeQueueCommand({ QueueUrl: instance.env.ARTICLES_QUEUE_URL }));
  return dataDir;
}

beforeAll(async () => {
  newsroom = await startNewsroom({ now: new Date() });
  feedsFile = join(newFolder('feeds'), 'feeds.json');
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

test('lost messages are sent again, twice, and the table is that of an undisturbed run', {
  timeout: 180_000,
}, async () => {
  const dataDir = await stackWithLosses();
  await runVigil(dataDir, 'run', '--once', '--json');
  expect((await coverageTable(dataDir)).length).toBeLessThan(expected.length);

  const first = await replay(dataDir);
  expect(first.sent.none).toBeGreaterThan(10);
  expect((await replay(dataDir)).sent.none).toBeGreaterThanOrEqual(first.sent.none ?? 0);
  await runVigil(dataDir, 'run', '--once', '--json');
  expect(await coverageTable(dataDir)).toEqual(expected);
  expect((await replay(dataDir, '--outcome', 'none')).total).toBe(0);
});

test('while the pipeline runs, and of every end that may be taken, it leaves the same table', {
  timeout: 240_000,
}, async () => {
  const dataDir = await stackWithLosses();
  const ends = ['--outcome', 'none,unavailable,unreadable,blocked,off-topic,passing-mention'];
  const run = runVigil(dataDir, 'run', '--once', '--json');
  await Promise.all([replay(dataDir, ...ends), replay(dataDir, ...ends)]);
  await run;
  await Promise.all([runVigil(dataDir, 'run', '--once', '--json'), replay(dataDir, ...ends)]);
  await runVigil(dataDir, 'run', '--once', '--json');
  expect(await coverageTable(dataDir)).toEqual(expected);
  expect((await replay(dataDir, '--outcome', 'none')).total).toBe(0);
});
