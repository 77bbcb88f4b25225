import { expect, onTestFinished, test } from 'vitest';
import { openInstance } from '../../lib/local/instance.ts';
import type { StageHandler } from '../../lib/local/invoke-handler.ts';
import { offerPasses } from '../../lib/local/pass-server.ts';
import { requestPass } from '../../lib/local/request-pass.ts';
import { createStageRunner } from '../../lib/local/stage-runner.ts';
import { log, setLogSink } from '../../lib/log.ts';
import { openTestInstance } from './open-test-instance.ts';

setLogSink(() => {});

async function openRunning() {
  const before = { ...process.env };
  const owner = await openTestInstance();
  const polls: unknown[] = [];
  const handlers = {
    'poll-feeds': (async ({ pollAll = false }: { pollAll?: boolean }) => {
      polls.push(pollAll);
      if (pollAll) await owner.send('feeds', `feed ${polls.length}`);
    }) as StageHandler,
    'fetch-feed': (() => log.outcome({ stage: 'fetch-feed', outcome: 'read' })) as StageHandler,
  };
  const runner = await createStageRunner({ env: owner.env, handlers });
  runner.start();
  const passes = await offerPasses(owner, runner);
  onTestFinished(async () => {
    await passes.close();
    await runner.stop();
    process.env = before;
  });
  return { owner, polls };
}

test('a process that attaches has its pass made, and counted whole, by the one that runs the stages', async () => {
  const { owner, polls } = await openRunning();
  const attached = await openInstance({ dataDir: owner.dataDir });
  const [first, second] = await Promise.all([
    requestPass(attached, { force: true }),
    requestPass(attached, { force: true }),
  ]);
  expect([first?.feeds, second?.feeds]).toEqual([
    { checked: 1, byOutcome: { read: 1 }, waiting: 0 },
    { checked: 1, byOutcome: { read: 1 }, waiting: 0 },
  ]);
  expect(polls).toEqual([false, true, true]);
});

test('the runner goes on after a pass', async () => {
  const { owner } = await openRunning();
  await requestPass(await openInstance({ dataDir: owner.dataDir }), {});
  await owner.send('feeds', 'later');
  await expect.poll(() => owner.queue('feeds').depth()).toBe(0);
});

test('a pass is made for nobody without the token', async () => {
  const { owner, polls } = await openRunning();
  const attached = await openInstance({ dataDir: owner.dataDir });
  const stranger = { ...attached, env: { ...attached.env, PAGE_TOKEN: 'wrong' } };
  await expect(requestPass(stranger, { force: true })).rejects.toThrow(/could not finish the pass \(answer 401\)/);
  expect(polls).toEqual([false]);
});

test('a process that nobody can help makes its pass itself', async () => {
  const owner = await openTestInstance();
  const attached = await openInstance({ dataDir: owner.dataDir });
  expect([await requestPass(owner, {}), await requestPass(attached, {})]).toEqual([undefined, undefined]);
});
