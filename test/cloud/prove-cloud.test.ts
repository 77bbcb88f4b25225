import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { constructId } from '../../lib/stack/construct-id.ts';
import { type CloudProof, proveCloud } from './prove-cloud.ts';

// Outside the project, so that a bundle cannot find a package beside itself.
const folder = mkdtempSync(join(tmpdir(), 'vigil-cloud-'));
let proof: CloudProof;

beforeAll(async () => {
  proof = await proveCloud(folder, { coldStarts: 0 });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a feed goes in at the schedule and a digest comes out at SES, under Lambda’s runtime client, with nothing amiss', () => {
  expect(proof.problems).toEqual([]);
});

test('every function of the pipeline was asked, within its memory', () => {
  const asked = proof.functions.map(({ stage, invocations, peakMegabytes, memoryMegabytes }) => {
    return [stage, invocations > 0, peakMegabytes > 20 && peakMegabytes <= memoryMegabytes];
  });
  expect(asked).toEqual(stages.map(({ name }) => [name, true, true]));
});

test('no role misses a grant, and each has no more than the run used', () => {
  const roles = [...proof.functions.map(({ role }) => role), ...proof.otherRoles];
  const counted = roles.map(({ role, used, unused, missing }) => {
    return [role, used.length > 0, unused.flatMap(({ action, note }) => (note === undefined ? [action] : [])), missing];
  });
  const names = [...stages.map(({ name }) => constructId(name)), 'Schedules'];
  expect(counted).toEqual(names.map((name) => [`${name}Role`, true, [], []]));
});
