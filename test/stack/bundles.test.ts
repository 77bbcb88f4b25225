import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDynamoCoverageStore } from '../../lib/aws/dynamo-coverage-store.ts';
import { createDynamoFeedStore } from '../../lib/aws/dynamo-feed-store.ts';
import { createDynamoSubscriberStore } from '../../lib/aws/dynamo-subscriber-store.ts';
import { newSubscriber } from '../../lib/digest/new-subscriber.ts';
import { newFeed } from '../../lib/feeds/new-feed.ts';
import { type Instance, openInstance } from '../../lib/local/instance.ts';
import { type Newsroom, startNewsroom } from '../../lib/local/newsroom/newsroom-server.ts';
import { createStageRunner } from '../../lib/local/stage-runner.ts';
import { setLogSink } from '../../lib/log.ts';
import { type StageName, stages } from '../../lib/pipeline.ts';
import { bundleStage, bundleStages } from '../../lib/stack/bundle-stage.ts';
import { leaveOutUnused } from '../../lib/stack/leave-out-unused.ts';
import { httpEvent } from './http-event.ts';
import { type RunningBundle, startBundle } from './start-bundle.ts';
import { environmentOf, synthesise } from './synthesised-stack.ts';

// Outside the project, so that a bundle cannot find a package beside itself.
const folder = mkdtempSync(join(tmpdir(), 'vigil-bundles-'));
const now = new Date();
const OUTLET = 'harbour-courier';
const PAGE = 'https://page.vigil.example';
const webContext = { getRemainingTimeInMillis: () => 29_000 } as Context;
let folders: Record<StageName, string>;
let newsroom: Newsroom;
let instance: Instance;
const running = new Map<StageName, RunningBundle>();

beforeAll(async () => {
  setLogSink(() => {});
  folders = await bundleStages(join(folder, 'code'));
  newsroom = await startNewsroom({ now });
  instance = await openInstance({ dataDir: join(folder, 'data'), publicUrl: PAGE });
  const { NODE_OPTIONS = '', METRICS_NAMESPACE = '' } = environmentOf(synthesise(), 'web');
  const env = { ...instance.env, NODE_OPTIONS, METRICS_NAMESPACE, ALLOWED_ORIGINS: newsroom.url };
  await Promise.all(stages.map(async ({ name }) => running.set(name, await startBundle(folders[name], env))));
});

afterAll(async () => {
  for (const bundle of running.values()) await bundle.close();
  await instance?.close();
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a bundle holds its handler, its worker and their source maps, and nothing else', () => {
  const withMaps = (names: string[]) => names.flatMap((name) => [`${name}.mjs`, `${name}.mjs.map`]);
  const files = stages.map(({ name }) => [name, readdirSync(folders[name]).sort()]);
  expect(Object.fromEntries(files)).toEqual({
    'poll-feeds': withMaps(['handler']),
    'fetch-feed': withMaps(['feed-worker', 'handler']),
    'read-article': [...withMaps(['article-worker', 'handler']), 'xhr-sync-worker.js'],
    'send-digests': withMaps(['handler']),
    'mail-events': withMaps(['handler']),
    web: withMaps(['handler']),
  });
});

test('jsdom is in the worker of read-article and nowhere else', () => {
  const code = stages.flatMap(({ name }) => {
    const modules = readdirSync(folders[name]).filter((file) => file.endsWith('.mjs'));
    return modules.map((file) => [`${name}/${file}`, join(folders[name], file)] as const);
  });
  const holding = code.filter(([, path]) => readFileSync(path, 'utf8').includes('xhr-sync-worker'));
  expect(holding.map(([name]) => name)).toEqual(['read-article/article-worker.mjs']);
});

/** Megabytes of code without maps, read at every cold start. */
const budgets: Record<StageName, number> = {
  'poll-feeds': 1.5,
  'fetch-feed': 1.7,
  'read-article': 6.8,
  'send-digests': 1.5,
  'mail-events': 1.5,
  web: 1.5,
};

test.each(stages.map(({ name }) => name))('the code of %s stays within its budget', (name) => {
  const modules = readdirSync(folders[name]).filter((file) => /\.m?js$/.test(file));
  const bytes = modules.map((file) => statSync(join(folders[name], file)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0) / 1_000_000).toBeLessThanOrEqual(budgets[name]);
});

test('jsdom reads a document without what it would load pages with', async () => {
  const outfile = join(folder, 'document', 'readable-document.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../../lib/articles/readable-document.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    plugins: [leaveOutUnused(join(import.meta.dirname, '../../node_modules'))],
    external: ['./xhr-sync-worker.js'],
  });
  writeFileSync(join(folder, 'document', 'xhr-sync-worker.js'), '');
  const { readableDocument } = await import(pathToFileURL(outfile).href);
  const page = '<base href="https://a.example/"><script src="b.js"></script><img src="c.png"><p class="d">Text</p>';
  expect(readableDocument(page).querySelector('p.d').textContent).toBe('Text');
});

test('bundling the same sources again gives the same bytes', async () => {
  const twice = ['one', 'two'].map((name) => join(folder, name, 'read-article'));
  await Promise.all(twice.map((each) => bundleStage('read-article', each)));
  const contents = twice.map((each) =>
    readdirSync(each).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(each, file)))
        .digest('hex'),
    ]),
  );
  expect(contents[1]).toEqual(contents[0]);
});

test('the bundles, each in a process of its own, take a feed to the table, to a mail and to the page', async () => {
  const dynamo = connectDynamo();
  await addFeedAndReader(dynamo);
  const handlers = Object.fromEntries([...running].map(([name, { handler }]) => [name, handler]));
  const runner = await createStageRunner({ env: instance.env, handlers });
  const { feeds, mails, faults, deadLetters } = await runner.runOnce({ force: true, digests: true });
  expect({ feeds: feeds.byOutcome, mails: mails.byOutcome, faults, deadLetters }).toEqual({
    feeds: { read: 1 },
    mails: { sent: 1 },
    faults: 0,
    deadLetters: 0,
  });

  const articles = newsroom.articles.filter(({ url }) => url.includes(`/${OUTLET}/`));
  const labels = articles.map(({ title, label }) => [title, label.relevance] as const);
  const wanted = labels.filter(([, relevance]) => relevance !== 'off-topic').sort();
  const store = createDynamoCoverageStore(dynamo, instance.env.COVERAGE_TABLE ?? '');
  const covered = await store.query({ fromDay: day(8), toDay: day(-1) });
  dynamo.destroy();
  expect(covered.map(({ title, relevance }) => [title, relevance]).sort()).toEqual(wanted);
  expect(wanted.map(([, relevance]) => relevance)).toContain('relevant');

  const page = `${PAGE}/?relevance=all&from=${day(8)}`;
  const entrance = await getPage(`${page}&token=${instance.env.PAGE_TOKEN}`);
  expect({ closed: (await getPage(page)).statusCode, opened: entrance.statusCode }).toEqual({
    closed: 401,
    opened: 303,
  });
  const { body } = await getPage(page, entrance.cookies);
  expect(wanted.filter(([title]) => !body.includes(title))).toEqual([]);
});

const day = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10);

function connectDynamo(): DynamoDBDocumentClient {
  const endpoint = instance.env.AWS_ENDPOINT_URL_DYNAMODB ?? '';
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  return DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1', endpoint, credentials }));
}

async function addFeedAndReader(dynamo: DynamoDBDocumentClient): Promise<void> {
  const feed = newsroom.feeds.find(({ outletId }) => outletId === OUTLET);
  if (!feed) throw new Error(`the newsroom has no ${OUTLET}`);
  await createDynamoFeedStore(dynamo, instance.env.FEEDS_TABLE ?? '').add(newFeed(feed, now));
  await createDynamoSubscriberStore(dynamo, instance.env.SUBSCRIBERS_TABLE ?? '').add(
    newSubscriber(
      { subscriberId: '00000000000000aa', address: 'reader@vigil.example', zone: 'UTC', hour: 0, language: 'en' },
      now,
    ),
  );
}

/** @param cookies as the answer before set them */
async function getPage(address: string, cookies: readonly string[] = []) {
  const sent = cookies.map((cookie) => cookie.split(';')[0] ?? '');
  const response = await running.get('web')?.handler(httpEvent(address, sent) as never, webContext);
  return response as { statusCode: number; body: string; cookies?: string[] };
}
