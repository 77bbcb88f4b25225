import { expect, test } from 'vitest';
import { MailEvent } from '../../lib/digest/mail-event.ts';
import { recordMailEvent } from '../../lib/digest/record-mail-event.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { tick, watchLog } from './tick.ts';

const log = watchLog();
const EDITION = '00000000000000aa/2026-08-29';
const unknownEnd = { status: 'unknown', reason: 'TimeoutError' } as const;

/** A mail was claimed, nobody heard its end, and then its reader became somebody else. */
async function worldAfterClaim(changes: Partial<Subscriber>) {
  const world = fakeWorld();
  world.mailEnds.push(unknownEnd);
  await tick(world, '2026-08-29T05:00:00.000Z');
  world.subscribers[0] = sampleSubscriber({ stateAt: '2026-08-29T05:01:00.000Z', ...changes });
  return world;
}

test.each(['paused', 'unsubscribed', 'suppressed'] as const)(
  'of a claimed mail whose reader is %s before SES tells of it, the operator hears once that its end is unknown',
  async (state) => {
    const world = await worldAfterClaim({ state });
    expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([]);
    const unknown = {
      ...{ editionId: EDITION, outcome: 'unknown' },
      reason: `claimed at 2026-08-29T05:00:00.000Z, and no end was recorded; its reader is ${state} by now`,
    };
    expect(await tick(world, '2026-08-29T05:15:00.000Z')).toEqual([unknown]);
    expect(await tick(world, '2026-08-29T05:20:00.000Z')).toEqual([]);
    expect(log.outcomes).toContainEqual({ stage: 'mail', ...unknown });
    expect([world.editions.get(EDITION)?.state, world.sends.get(EDITION)?.state]).toEqual(['expired', 'claimed']);
  },
);

test('days without a tick hide no unknown end', async () => {
  const world = await worldAfterClaim({ state: 'unsubscribed' });
  expect(await tick(world, '2026-09-02T05:00:00.000Z')).toMatchObject([{ editionId: EDITION, outcome: 'unknown' }]);
});

test('of one whose address changed after the claim, the operator hears as of everybody', async () => {
  const world = await worldAfterClaim({ address: 'moved@reader.example', linkVersion: 2 });
  expect(await tick(world, '2026-08-29T05:15:00.000Z')).toMatchObject([{ editionId: EDITION, outcome: 'unknown' }]);
});

test('SES’s word that comes later still ends it as sent', async () => {
  const world = await worldAfterClaim({ state: 'unsubscribed' });
  await tick(world, '2026-08-29T05:15:00.000Z');
  const tags = { kind: ['daily'], edition: [EDITION.replace('/', '_')], recipient: ['00000000000000aa'] };
  const event = MailEvent.parse({ eventType: 'Delivery', mail: { messageId: 'mail-1', tags } });
  const subscriberStore = createMemorySubscriberStore(world.subscribers);
  const { store: confirmationStore } = createMemoryConfirmationStore();
  await recordMailEvent(event, { ...world.needs, subscriberStore, confirmationStore });
  expect([world.editions.get(EDITION)?.state, world.sends.get(EDITION)?.state]).toEqual(['done', 'sent']);
});

test('who paused before anybody claimed their mail still gets it when they go on the same day', async () => {
  const world = fakeWorld();
  world.mailEnds.push({ status: 'refused', retryable: true, reason: 'ThrottlingException' });
  await tick(world, '2026-08-29T05:00:00.000Z');
  world.subscribers[0] = sampleSubscriber({ state: 'paused', stateAt: '2026-08-29T05:01:00.000Z' });
  expect(await tick(world, '2026-08-29T05:15:00.000Z')).toEqual([]);
  world.subscribers[0] = sampleSubscriber();
  expect(await tick(world, '2026-08-29T09:00:00.000Z')).toMatchObject([{ editionId: EDITION, outcome: 'sent' }]);
});

test('a fault at the edition of one who left keeps nobody else from the mail', async () => {
  const world = await worldAfterClaim({ state: 'unsubscribed' });
  world.subscribers.push(sampleSubscriber({ subscriberId: '00000000000000bb', address: 'other@reader.example' }));
  const { latest } = world.needs.editionStore;
  world.needs.editionStore.latest = async (subscriberId) =>
    subscriberId.endsWith('aa') ? Promise.reject(new Error('the table is away')) : latest(subscriberId);
  await expect(tick(world, '2026-08-29T05:15:00.000Z')).rejects.toThrow('1 of 2 readers not served');
  expect(world.accepted.map(({ to }) => to)).toEqual(['other@reader.example']);
});

test('what another run closed in the same moment that one tells of', async () => {
  const world = await worldAfterClaim({ state: 'unsubscribed' });
  const { finish } = world.needs.editionStore;
  world.needs.editionStore.finish = async (...end) => {
    await finish(...end);
    return finish(...end);
  };
  expect(await tick(world, '2026-08-29T05:15:00.000Z')).toEqual([]);
  expect(world.editions.get(EDITION)?.state).toBe('expired');
});

test('a mail that was sent, by a run that did not come to close its edition, closes it, on the day or later', async () => {
  for (const later of ['2026-08-29T05:15:00.000Z', '2026-08-30T04:00:00.000Z']) {
    for (const state of ['active', 'unsubscribed'] as const) {
      const world = fakeWorld();
      const { finish } = world.needs.editionStore;
      world.needs.editionStore.finish = async () => Promise.reject(new Error('the table is away'));
      await expect(tick(world, '2026-08-29T05:00:00.000Z')).rejects.toThrow('1 of 1 readers not served');
      world.needs.editionStore.finish = finish;
      world.subscribers[0] = sampleSubscriber({ state, stateAt: '2026-08-29T05:01:00.000Z' });
      expect(await tick(world, later)).toEqual([{ editionId: EDITION, outcome: 'already-sent' }]);
      expect([world.editions.get(EDITION)?.state, world.accepted.length]).toEqual(['done', 1]);
    }
  }
});

test('a long list of readers who left takes forty seconds of a tick, and within a few ticks each was looked at', async () => {
  const left = Array.from({ length: 480 }, (_, index) =>
    sampleSubscriber({
      subscriberId: (0xb0000 + index).toString(16).padStart(16, '0'),
      address: `left-${index}@reader.example`,
      ...{ state: 'unsubscribed', stateAt: '2026-08-29T04:00:00.000Z' },
    }),
  );
  const world = fakeWorld({ subscribers: [...left, sampleSubscriber()] });
  const { latest } = world.needs.editionStore;
  const seen = new Set<string>();
  world.needs.editionStore.latest = async (id) => {
    seen.add(id);
    // Four seconds for sixteen, on a table that answers slowly.
    if (id.startsWith('00000000000b')) world.clock.now = new Date(Date.parse(world.clock.now) + 250).toISOString();
    return latest(id);
  };
  const counts: number[] = [];
  for (const time of ['05:00', '05:05', '05:10', '05:15', '05:20', '05:25']) {
    const outcomes = await tick(world, `2026-08-29T${time}:00.000Z`);
    counts.push(seen.size);
    if (time === '05:00') {
      expect(outcomes).toEqual([{ editionId: EDITION, outcome: 'sent' }]);
      expect(world.clock.now < '2026-08-29T05:00:45.000Z').toBe(true);
    }
  }
  expect(counts[0]).toBe(177);
  expect(counts.at(-1)).toBe(481);
  expect(log.lines.filter((line) => line.includes('looked at by the next ticks'))).toHaveLength(6);
});
