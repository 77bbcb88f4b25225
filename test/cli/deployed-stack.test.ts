import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDynamoCoverageStore } from '../../lib/aws/dynamo-coverage-store.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { type Instance, openInstance } from '../../lib/local/instance.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { render, synthesise } from '../stack/synthesised-stack.ts';
import { type CloudFormationStub, startCloudFormation } from './cloud-formation-stub.ts';
import { accessOf, outputsOf, runIn } from './deployed-vigil.ts';
import { sampleSettings } from './sample-feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-deployed-'));
let instance: Instance;
let cloudFormation: CloudFormationStub;
let access: Record<string, string>;
let outputs: Record<string, string>;

beforeAll(async () => {
  [instance, cloudFormation] = await Promise.all([
    openInstance({ dataDir: join(folder, 'data') }),
    startCloudFormation(),
  ]);
  access = { ...accessOf(instance.env), AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.url };
  outputs = outputsOf(instance.env);
});
beforeEach(() => {
  cloudFormation.refusal = undefined;
  cloudFormation.stacks = { Vigil: { status: 'UPDATE_COMPLETE', outputs } };
});
afterAll(async () => {
  await instance?.close();
  await cloudFormation?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function record(coverage: Coverage): Promise<void> {
  const { AWS_REGION: region = '', AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', COVERAGE_TABLE = '' } = instance.env;
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({ region, endpoint, credentials }));
  await createDynamoCoverageStore(dynamo, COVERAGE_TABLE).add(coverage);
  dynamo.destroy();
}

const vigil = (args: readonly string[], env = access) => runIn(folder, ['--stack', 'Vigil', ...args], env);

test('the embedded resources stand for all that the template tells', () => {
  const told = Object.values(synthesise().toJSON().Outputs as Record<string, { Value: unknown }>);
  expect(told.map(({ Value }) => render(Value))).toContain('TablesCoverage');
  expect(Object.keys(outputs)).toContain('FeedsQueueUrl');
});

test('feeds, readers, coverage and previews of a deployed stack are reached from here', async () => {
  const list = join(folder, 'feeds.json');
  writeFileSync(list, JSON.stringify({ version: 1, feeds: [sampleSettings] }));
  expect(await vigil(['feeds', 'import', list])).toEqual({
    code: 0,
    out: '1 added, 0 in the list already, 0 skipped, of 1',
    err: '',
  });
  const listed = await vigil(['feeds', 'list', '--json']);
  expect(JSON.parse(listed.out)).toMatchObject([{ url: sampleSettings.url, state: 'active' }]);

  expect(await vigil(['subscribers', 'add', 'reader@vigil.example', '--zone', 'Europe/Paris'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^added [0-9a-f]{16}: reader@vigil\.example, daily from 7:00 Europe\/Paris/),
  });
  expect(await vigil(['subscribers', 'list'])).toMatchObject({ err: '1 subscriber' });
  const coverage = sampleCoverage();
  await record(coverage);
  const found = await vigil(['query', '--from', coverage.day, '--to', coverage.day, '--json']);
  expect(found).toMatchObject({ code: 0, out: expect.stringContaining(coverage.title) });
  expect(await vigil(['explain', 'https://news.example.org/a'])).toMatchObject({ code: 1 });

  const preview = ['digest', 'preview', '--date', coverage.recordedDay, '--out', 'preview'];
  expect(await vigil(preview)).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'preview', 'digest.txt'), 'utf8')).toContain(coverage.url);
  expect(existsSync(join(folder, '.vigil'))).toBe(false);
}, 60_000);

test('the fetcher reaches no private address, whatever the caller’s environment says', async () => {
  const open = { ...access, ALLOWED_ORIGINS: 'http://10.0.0.1' };
  expect(await vigil(['feeds', 'test', 'http://10.0.0.1/feed'], open)).toMatchObject({
    code: 1,
    err: expect.stringContaining('not a public address'),
  });
  expect(await vigil(['feeds', 'test', 'http://127.0.0.1:8099/feed'], open)).toMatchObject({
    code: 2,
    err: expect.stringContaining('is on this machine: the functions of stack Vigil cannot reach it'),
  });
});

describe('one line says what to do', () => {
  const line = (err: string | RegExp, code = 1) => ({
    code,
    out: '',
    err: expect.stringMatching(new RegExp(`^vigil: ${err instanceof RegExp ? err.source : err}[^\\n]*$`)),
  });
  const list = ['feeds', 'list'];

  test('when there are no credentials, or no region', async () => {
    const { AWS_ACCESS_KEY_ID: _id, AWS_SECRET_ACCESS_KEY: _key, ...without } = access;
    expect(await vigil(list, without)).toEqual(line('no AWS credentials: set AWS_PROFILE'));
    const { AWS_REGION: _region, ...nowhere } = access;
    expect(await vigil(list, nowhere)).toEqual(line('no AWS region: set AWS_REGION'));
  });

  test('when there is no such stack', async () => {
    cloudFormation.stacks = {};
    expect(await vigil(list)).toEqual(line('no stack Vigil in us-east-1: '));
  });

  test.each([
    ['ROLLBACK_COMPLETE', 'see its events'],
    ['UPDATE_ROLLBACK_FAILED', 'see its events'],
    ['CREATE_IN_PROGRESS', 'wait until it has ended'],
  ])('when the stack is in %s', async (status, advice) => {
    cloudFormation.stacks = { Vigil: { status, outputs } };
    expect(await vigil(list)).toEqual(line(`stack Vigil is not usable: ${status}; ${advice}`));
  });

  test('when another version was deployed', async () => {
    const { FeedsTable: _table, PublicUrl: _url, ...older } = outputs;
    cloudFormation.stacks = { Vigil: { status: 'CREATE_COMPLETE', outputs: older } };
    expect(await vigil(list)).toEqual(line('stack Vigil does not say FEEDS_TABLE, PUBLIC_URL: another version'));
  });

  test('when the caller may not ask, or is known no more', async () => {
    cloudFormation.refusal = { status: 403, code: 'AccessDenied', message: 'User: u is not authorized' };
    expect(await vigil(list)).toEqual(line('AWS refuses: User: u is not authorized; use credentials that may'));
    cloudFormation.refusal = { status: 403, code: 'ExpiredToken', message: 'The security token is expired' };
    expect(await vigil(list)).toEqual(line('the AWS credentials have expired: sign in again'));
  });

  test('when AWS cannot be reached', async () => {
    expect(await vigil(list, { ...access, AWS_ENDPOINT_URL_CLOUDFORMATION: 'http://127.0.0.1:1' })).toEqual(
      line(/AWS cannot be reached: is the machine connected\?/),
    );
  });

  test('when two places are named at once', async () => {
    expect(await vigil(['--data', 'here', ...list])).toEqual(line('--stack is a deployed stack', 2));
  });
});
