import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type StageName, stages } from '../../lib/pipeline.ts';
import { bundleStage, bundleStages } from '../../lib/stack/bundle-stage.ts';
import { startBedrockStub } from '../aws/bedrock-stub.ts';
import { converseAnswer, filledForm } from '../aws/converse-answer.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-bundles-'));
let folders: Record<StageName, string>;

beforeAll(async () => {
  folders = await bundleStages(join(folder, 'code'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (name: StageName) => readdirSync(folders[name]).sort();
const codeOf = (name: StageName) => filesOf(name).filter((file) => /\.m?js$/.test(file));

test('a bundle holds its handler, its worker, what both share and the source maps, and nothing else', () => {
  const entries = stages.map(({ name }) => [name, codeOf(name).filter((file) => !/-[0-9A-Z]{8}\.mjs$/.test(file))]);
  expect(Object.fromEntries(entries)).toEqual({
    'poll-feeds': ['handler.mjs'],
    'fetch-feed': ['feed-worker.mjs', 'handler.mjs'],
    'read-article': ['article-worker.mjs', 'handler.mjs', 'xhr-sync-worker.js'],
    'send-digests': ['handler.mjs'],
    'mail-events': ['handler.mjs'],
    web: ['handler.mjs'],
  });
  const parted = stages.filter(({ name }) => codeOf(name).some((file) => file.startsWith('chunk-')));
  expect(parted.map(({ name }) => name)).toEqual(['fetch-feed', 'read-article']);
  for (const { name } of stages) {
    const modules = codeOf(name).filter((file) => file.endsWith('.mjs'));
    const maps = modules.map((file) => `${file}.map`);
    const other = name === 'read-article' ? ['xhr-sync-worker.js'] : [];
    expect(filesOf(name)).toEqual([...modules, ...maps, ...other].sort());
  }
});

test('jsdom lies apart in the bundle of read-article, for the pages that need it, and in no other bundle', () => {
  const holding = stages.flatMap(({ name }) =>
    codeOf(name)
      .filter((file) => readFileSync(join(folders[name], file), 'utf8').includes('xhr-sync-worker'))
      .map((file) => `${name}/${file.replace(/-[0-9A-Z]{8}/, '')}`),
  );
  expect(holding).toEqual(['read-article/readable-document.mjs']);
  const asking = codeOf('read-article').filter((file) =>
    readFileSync(join(folders['read-article'], file), 'utf8').includes('import("./readable-document-'),
  );
  expect(asking).toEqual(['article-worker.mjs']);
});

test('the client of Bedrock lies apart too, and works without what was left out of it', async () => {
  const apart = codeOf('read-article').filter((file) => file.startsWith('bedrock-converse-'));
  expect(apart).toHaveLength(1);
  const naming = stages.filter(({ name }) =>
    codeOf(name).some((file) => readFileSync(join(folders[name], file), 'utf8').includes('bedrock-converse')),
  );
  expect(naming.map(({ name }) => name)).toEqual(['read-article']);
  const content = [filledForm({ verdict: 'relevant' })];
  vi.stubEnv(
    'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
    (await startBedrockStub([{ body: converseAnswer(content) }])).endpoint,
  );
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  const { createBedrockConverse } = (await import(
    pathToFileURL(join(folders['read-article'], apart[0] ?? '')).href
  )) as {
    createBedrockConverse: typeof import('../../lib/aws/bedrock-converse.ts').createBedrockConverse;
  };
  const limits = { maxAttempts: 1, attemptMilliseconds: 5_000 };
  const model = createBedrockConverse('a-model', { inputDollars: 1, outputDollars: 4 }, limits);
  const prompt = { system: 's', instruction: 'i', data: 'd', answerTokens: 9, version: '1' };
  expect(await model.ask(prompt)).toMatchObject({ status: 'answered', answer: { verdict: 'relevant' } });
  model.close();
  vi.unstubAllEnvs();
});

/** Megabytes of code without maps: what Lambda reads at a cold start. */
const budgetOf = (name: StageName) => (name === 'read-article' ? 6 : 1.5);

test.each(stages.map(({ name }) => name))('the code of %s stays within its budget', (name) => {
  const bytes = codeOf(name).map((file) => statSync(join(folders[name], file)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0) / 1_000_000).toBeLessThanOrEqual(budgetOf(name));
});

test('the same sources give the same bytes, wherever the bundle is made', async () => {
  const elsewhere = [join(folder, 'one', 'deeper', 'read-article'), join(folder, 'two')];
  await Promise.all(elsewhere.map((each) => bundleStage('read-article', each)));
  const contentsOf = (each: string) =>
    readdirSync(each).map((file) => [file, readFileSync(join(each, file)).toString('base64')]);
  for (const each of elsewhere) expect(contentsOf(each)).toEqual(contentsOf(folders['read-article']));
});
