import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestVerifyCommand } from '../../lib/cli/digest-verify.ts';
import { manifestOf } from '../../lib/digest/manifest.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { recordedIo } from './recorded-io.ts';

const keyOf = (content: string) => `articles/${createHash('sha256').update(content).digest('hex')}.json`;
const objects = new Map(['one', 'two'].map((content) => [keyOf(content), Buffer.from(content)]));
const records = ['one', 'two'].map((content) =>
  sampleCoverage({ title: `The article that says ${content}`, articleKey: keyOf(content) }),
);
const window = { from: '2026-08-28T05:00:00Z', to: '2026-08-29T07:00:00+02:00' };

async function verify(
  options: Partial<Parameters<typeof digestVerifyCommand>[0]> = {},
  archived: Map<string, Buffer> = objects,
) {
  const io = recordedIo();
  const needs = {
    coverageStore: createMemoryCoverageStore(records),
    archiveObjects: { get: async (key: string) => archived.get(key) },
    signal: new AbortController().signal,
  };
  const fault = await digestVerifyCommand({ ...window, ...options }, needs, io).then(
    () => undefined,
    (error) => error,
  );
  return { out: io.out, err: io.err, fault };
}

test('the seal of a window is computed again, and held against the one that is given', async () => {
  const { sha256 } = manifestOf(records);
  expect(await verify({ seal: sha256 })).toEqual({
    out: [sha256],
    err: ['2 articles recorded from 2026-08-28T05:00:00.000Z to 2026-08-29T05:00:00.000Z'],
    fault: undefined,
  });
  const other = await verify({ seal: '0'.repeat(64) });
  expect([other.fault.name, other.fault.exitCode]).toEqual(['UserError', 1]);
  expect(other.fault.message).toContain('the seal is another');
});

test('objects of the archive are read against their names on demand', async () => {
  const answer = await verify({ archive: true, json: true });
  expect(JSON.parse(answer.out[0] ?? '')).toMatchObject({ articles: 2, objects: 2, damaged: [] });
  const changed = new Map(objects).set(keyOf('one'), Buffer.from('another'));
  changed.delete(keyOf('two'));
  const { fault } = await verify({ archive: true }, changed);
  expect(fault.message).toContain(`${keyOf('one')}: changed`);
  expect(fault.message).toContain(`${keyOf('two')}: missing`);
});

test.each([
  [{ from: 'yesterday' }, '--from yesterday: write a time as the digest gives it'],
  [{ from: '2026-08-30T00:00:00Z' }, '--from 2026-08-30T00:00:00Z is after --to'],
  [{ seal: 'abc' }, '--seal: give the 64 hex digits'],
])('wrong usage is said: %j', async (options, message) => {
  const { fault } = await verify(options);
  expect([fault.exitCode, fault.message.startsWith(message)]).toEqual([2, true]);
});
