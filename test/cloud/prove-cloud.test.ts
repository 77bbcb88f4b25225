import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { constructId } from '../../lib/stack/construct-id.ts';
import { type CloudProof, proveCloud } from './prove-cloud.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

// Outside the project, so that a bundle cannot find a package beside itself.
const folder = mkdtempSync(join(tmpdir(), 'vigil-cloud-'));
const folderOf = (name: string) => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};
let proof: CloudProof;

beforeAll(async () => {
  proof = await proveCloud(folderOf('sound'), { coldStarts: 0 });
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

test('a grant that the template has not is named, and where the way breaks off without it', async () => {
  const broken = await proveCloud(folderOf('without-grant'), {
    coldStarts: 0,
    alter: (template) => dropAction(template, 'PollFeedsRole', 'sqs:SendMessage'),
  });
  expect(broken.played).toBeUndefined();
  expect(broken.problems).toEqual([
    expect.stringMatching(/^poll-feeds failed: AccessDenied: .*sqs:SendMessage/),
    expect.stringMatching(/^PollFeedsRole may not sqs:SendMessage arn:aws:sqs:.*QueuesFeeds/),
    'messages left in queues: {}, not {"QueuesArticles":1}',
    'the way breaks off: nothing was recorded that could be delivered twice',
  ]);
}, 120_000);

test('a function with less memory than it needs is killed, and that is told', async () => {
  const broken = await proveCloud(folderOf('without-memory'), {
    coldStarts: 0,
    alter(template) {
      for (const [id, properties] of resourcesOfType(template, 'AWS::Lambda::Function'))
        if (id.startsWith('FetchFeed')) properties.MemorySize = 128;
    },
  });
  expect(broken.problems).toContain('fetch-feed failed: Runtime exited: signal: killed, 128 MB are not enough');
}, 120_000);

function dropAction(template: TemplateDocument, role: string, action: string): void {
  for (const [id, { PolicyDocument }] of resourcesOfType(template, 'AWS::IAM::Policy')) {
    if (!id.startsWith(role)) continue;
    const document = PolicyDocument as { Statement: { Action: string | string[] }[] };
    document.Statement = document.Statement.filter(({ Action }) => ![Action].flat().includes(action));
  }
}
