import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { DeployedFunction } from './deployed-function.ts';
import { type ExecutionEnvironment, startEnvironment } from './execution-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-environment-'));
writeFileSync(
  join(folder, 'handler.mjs'),
  `export const handler = async (event, context) => {
    if (event.fail) throw new RangeError('it failed');
    if (event.hang) await new Promise(() => setInterval(() => {}, 1000));
    if (event.leave) process.exit(3);
    if (event.bytes) return 'x'.repeat(event.bytes);
    for (const kept = []; event.eat; await null) kept.push(Buffer.alloc(4_000_000, 1));
    console.log('said', event.say);
    const { AWS_LAMBDA_RUNTIME_API, _X_AMZN_TRACE_ID, ...env } = process.env;
    return { env, left: context.getRemainingTimeInMillis(), arn: context.invokedFunctionArn };
  };
  export const old = (event, context, callback) => callback(null);`,
);
const deployed: DeployedFunction = {
  id: 'Sample',
  stage: 'sample',
  name: 'Vigil-Sample',
  arn: 'arn:aws:lambda:us-east-1:000000000000:function:Vigil-Sample',
  folder,
  handler: 'handler.handler',
  timeoutSeconds: 1,
  memoryMegabytes: 160,
  variables: { OWN: 'value', NODE_OPTIONS: '--enable-source-maps' },
  logsJson: false,
  isTraced: false,
  roleId: 'Role',
};
const lines: string[] = [];
const started: ExecutionEnvironment[] = [];

async function start(changes: Partial<DeployedFunction> = {}): Promise<ExecutionEnvironment> {
  const credentials = { accessKeyId: 'ASIAsample', secretAccessKey: 'secret', sessionToken: 'token' };
  const needs = { credentials, added: { ADDED: 'beside' }, onLine: (line: string) => lines.push(line) };
  const environment = await startEnvironment({ ...deployed, ...changes }, needs);
  started.push(environment);
  return environment;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((environment) => environment.close()));
  lines.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a function sees Lambda’s variables and the template’s, and nothing of this process', async () => {
  const environment = await start();
  const end = await environment.invoke({ say: 'one' });
  if (end.status !== 'response') throw new Error(end.reason);
  const { env, left, arn } = end.payload as { env: Record<string, string>; left: number; arn: string };
  expect(Object.keys(env).sort()).toEqual(
    [
      ...['_HANDLER', 'ADDED', 'OWN', 'NODE_OPTIONS', 'LANG', 'PATH', 'TZ', 'LAMBDA_TASK_ROOT', 'LAMBDA_RUNTIME_DIR'],
      ...['REGION', 'DEFAULT_REGION', 'EXECUTION_ENV', 'XRAY_CONTEXT_MISSING'].map((name) => `AWS_${name}`),
      ...['ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'SESSION_TOKEN'].map((name) => `AWS_${name}`),
      ...['FUNCTION_NAME', 'FUNCTION_MEMORY_SIZE', 'FUNCTION_VERSION', 'INITIALIZATION_TYPE'].map(
        (name) => `AWS_LAMBDA_${name}`,
      ),
      ...['LOG_GROUP_NAME', 'LOG_STREAM_NAME'].map((name) => `AWS_LAMBDA_${name}`),
    ].sort(),
  );
  expect(arn).toBe(deployed.arn);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(1000);
  expect(lines[0]).toMatch(/\tINFO\tsaid one$/);
});

test('what a handler throws is reported, and the environment goes on', async () => {
  const environment = await start();
  expect(await environment.invoke({ fail: true })).toMatchObject({ status: 'error', reason: 'RangeError: it failed' });
  expect(await environment.invoke({})).toMatchObject({ status: 'response' });
});

test('a time-out, too much memory and an exit kill it', async () => {
  const killed = await Promise.all(
    [{ hang: true }, { eat: true }, { leave: true }].map(async (event) => {
      const environment = await start();
      const end = await environment.invoke(event);
      return [end.status, end.status === 'killed' && end.reason, environment.isAlive()];
    }),
  );
  expect(killed).toEqual([
    ['killed', 'Task timed out after 1.00 seconds', false],
    ['killed', 'Runtime exited: signal: killed, 160 MB are not enough', false],
    ['killed', 'Runtime exited: exit status 3', false],
  ]);
});

test('an answer or an event above Lambda’s six megabytes is refused', async () => {
  const environment = await start();
  expect(await environment.invoke({ bytes: 6_291_456 })).toMatchObject({
    status: 'error',
    reason: 'ResponseSizeTooLarge: 6291458 bytes',
  });
  await expect(environment.invoke({ say: 'x'.repeat(6_291_456) })).rejects.toThrow('RequestTooLargeException');
});

test('a function that does not load is told with its reason', async () => {
  await expect(start({ handler: 'absent.handler' })).rejects.toThrow(
    /^Vigil-Sample did not start: Runtime.ImportModuleError/,
  );
  await expect(start({ handler: 'handler.old' })).rejects.toThrow(/Runtime.CallbackHandlerDeprecated/);
});
