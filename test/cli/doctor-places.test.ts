import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Instance, openInstance } from '../../lib/local/instance.ts';
import { type CloudFormationStub, startCloudFormation } from './cloud-formation-stub.ts';
import { accessOf, outputsOf, runIn } from './deployed-vigil.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-doctor-'));
const data = join(folder, 'data');
let instance: Instance;
let cloudFormation: CloudFormationStub;
let access: Record<string, string>;

/** SES's account and its one identity, and the page at `/`. */
const server = createServer((request, response) => {
  const answers: Record<string, object> = {
    '/v2/email/account': {
      SendingEnabled: true,
      ProductionAccessEnabled: false,
      SendQuota: { Max24HourSend: 200, SentLast24Hours: 3 },
    },
    '/v2/email/identities/digest%40vigil.example': { VerifiedForSendingStatus: true },
    '/v2/email/identities/vigil.example': {
      VerifiedForSendingStatus: true,
      DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
    },
  };
  const answer = answers[request.url ?? ''];
  response.writeHead(answer ? 200 : 401, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer ?? {}));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  instance = await openInstance({ dataDir: data, publicUrl: url });
  cloudFormation = await startCloudFormation();
  cloudFormation.stacks = { Vigil: { status: 'CREATE_COMPLETE', outputs: outputsOf(instance.env) } };
  access = {
    ...accessOf(instance.env),
    AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.url,
    AWS_ENDPOINT_URL_SESV2: url,
  };
});
afterAll(async () => {
  await instance?.close();
  await cloudFormation?.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const statesOf = (out: string) => {
  const findings = JSON.parse(out) as { check: string; state: string; says: string }[];
  return Object.fromEntries(findings.map(({ check, state }) => [check, state]));
};
const operation = {
  versions: 'ok',
  clock: 'ok',
  feeds: 'look',
  queues: 'ok',
  readers: 'ok',
  'second opinion': 'ok',
  digests: 'look',
  page: 'ok',
};

test('at home the data folder and the process that uses it are named', async () => {
  const { code, out } = await runIn(folder, ['--data', data, 'doctor', '--json'], {});
  expect([code, statesOf(out)]).toEqual([0, { node: 'ok', 'data folder': 'ok', ...operation }]);
  expect(out).toContain(`used by process ${process.pid}`);
});

test('of a stack, account, region, sandbox and sender are named as well', async () => {
  const { code, out } = await runIn(folder, ['--stack', 'Vigil', 'doctor', '--json'], access);
  expect([code, statesOf(out)]).toEqual([
    0,
    { node: 'ok', stack: 'ok', ...operation, mail: 'look', signature: 'ok', concurrency: 'ok' },
  ]);
  expect(out).toContain('Vigil stands, in account 123456789012, region us-east-1');
  expect(out).toContain('digest@vigil.example is confirmed; the account is in the sandbox; 3 of 200 mails');
});

test('a place that cannot be opened is a finding, and the exit code says that something is broken', async () => {
  const nowhere = await runIn(folder, ['--stack', 'Other', 'doctor'], access);
  expect(nowhere).toMatchObject({ code: 1, err: 'vigil: broken: stack; what to do stands beside each' });
  expect(nowhere.out).toMatch(/^ok +node .*\nbroken +stack +no stack Other in us-east-1: /);
});
