import { expect, test } from 'vitest';
import type { EditionStore } from '../../lib/digest/edition-store.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { tick, watchLog } from './tick.ts';

watchLog();
const editionId = '00000000000000aa/2026-08-29';
const times = { at: '2026-08-29T05:04:30.000Z', until: '2026-08-29T05:08:30.000Z' };

/**
 * The first run is stalled at a call; its lease is over, the operator has given its mail back, and a second run has the
 * edition and the claim when the first one goes on.
 */
function worldOfTwoRuns() {
  const world = fakeWorld();
  // The operator's commands have more of it than a tick.
  const editionStore = world.needs.editionStore as EditionStore;
  const overtake = async () => {
    const send = await editionStore.getSend(editionId);
    if (send) await editionStore.giveBack(send);
    const held = await editionStore.take(editionId, times);
    if (held) await editionStore.claimSend(held, times.at);
  };
  const standing = () => {
    const { state, fence } = world.sends.get(editionId) ?? {};
    return { edition: world.editions.get(editionId)?.state, send: state, fence };
  };
  return { world, overtake, standing };
}
const SECOND = { edition: 'ready', send: 'claimed', fence: 2 };

test('a run that was overtaken while it rendered leaves the mail to the one that made it ready', async () => {
  const { world, standing } = worldOfTwoRuns();
  const { editionArchive, editionStore } = world.needs;
  let isOvertaken = false;
  world.needs.editionArchive = {
    ...editionArchive,
    async put(body, kind) {
      const key = await editionArchive.put(body, kind);
      const held = isOvertaken ? undefined : await editionStore.take(editionId, times);
      isOvertaken = true;
      if (held) await editionStore.makeReady(held, { subject: 'Ready', htmlKey: key, textKey: key, coverageCount: 0 });
      return key;
    },
  };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([]);
  expect([world.accepted, standing()]).toEqual([[], { edition: 'ready', send: undefined, fence: undefined }]);
});

test('a run that sees another claim the mail before it sends nothing', async () => {
  const { world, overtake, standing } = worldOfTwoRuns();
  const { get } = world.needs.editionArchive;
  world.needs.editionArchive.get = async (key) => {
    if (standing().send === undefined) await overtake();
    return get(key);
  };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([]);
  expect([world.accepted, standing()]).toEqual([[], SECOND]);
});

test.each([
  ['was refused for now', { status: 'refused', retryable: true, reason: 'ThrottlingException' }],
  ['was refused for good', { status: 'refused', retryable: false, reason: 'MessageRejected' }],
  ['was accepted', { status: 'accepted', messageId: 'mail-1' }],
] as const)('a run whose mail %s ends no claim but its own, and closes nothing', async (_, end) => {
  const { world, overtake, standing } = worldOfTwoRuns();
  world.needs.mailer = {
    async send() {
      await overtake();
      return end;
    },
  };
  await tick(world, '2026-08-29T05:00:00.000Z');
  expect(standing()).toEqual(SECOND);
});

test('a run whose reader has left ends no claim but its own, and closes nothing', async () => {
  const { world, overtake, standing } = worldOfTwoRuns();
  world.needs.subscriberStore = {
    ...world.needs.subscriberStore,
    async get() {
      await overtake();
      return sampleSubscriber({ state: 'paused' });
    },
  };
  await tick(world, '2026-08-29T05:00:00.000Z');
  expect(standing()).toEqual(SECOND);
});
