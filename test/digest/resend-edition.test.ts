import { expect, test } from 'vitest';
import { resendEdition } from '../../lib/digest/resend-edition.ts';
import { type fakeEditionStore, fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { tick, watchLog } from './tick.ts';

watchLog();
const reader = sampleSubscriber();
const editionId = `${reader.subscriberId}/2026-08-29`;
const refusal = { status: 'refused', retryable: false, reason: 'MessageRejected' } as const;

function open() {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  const store = world.needs.editionStore as ReturnType<typeof fakeEditionStore>['store'];
  const resend = (options: Parameters<typeof resendEdition>[2] = {}, changes: Partial<typeof reader> = {}) =>
    resendEdition(editionId, { ...reader, ...changes }, options, { editionStore: store, now: world.needs.now });
  return { ...world, resend };
}

test('a mail that SES refused goes out with the next tick, with the bytes that were refused', async () => {
  const world = open();
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  world.coverage.push(sampleCoverage({ title: 'Recorded in its window afterwards' }));
  expect(await world.resend()).toEqual({ isRisky: false });
  expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([{ editionId, outcome: 'sent' }]);
  expect(world.accepted.map(({ text }) => text.includes('afterwards'))).toEqual([false]);
  await expect(world.resend()).rejects.toThrow('it was sent at 2026-08-29T05:05:00.000Z');
});

test('broken off between the mail and its edition, it can be done once more', async () => {
  const world = open();
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  const send = await world.needs.editionStore.getSend(editionId);
  await (world.needs.editionStore as ReturnType<typeof fakeEditionStore>['store']).giveBack(send as never);
  expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([]);
  await world.resend();
  expect(await tick(world, '2026-08-29T05:10:00.000Z')).toMatchObject([{ outcome: 'sent' }]);
});

test('what was sent, or may have been, comes again only where the operator takes it upon them', async () => {
  const world = open();
  world.mailEnds.push({ status: 'unknown', reason: 'TimeoutError' });
  await tick(world, '2026-08-29T05:00:00.000Z');
  await expect(world.resend({ mayComeTwice: true })).rejects.toThrow('SES has not told of it yet');
  await tick(world, '2026-08-29T05:15:00.000Z');
  await expect(world.resend()).rejects.toThrow(/it may have been sent .*--may-come-twice/);
  expect(await world.resend({ mayComeTwice: true })).toEqual({ isRisky: true });
  await tick(world, '2026-08-29T05:20:00.000Z');
  expect(await world.resend({ mayComeTwice: true })).toEqual({ isRisky: true });
  await tick(world, '2026-08-29T05:25:00.000Z');
  expect(world.accepted).toHaveLength(2);
});

test.each([
  ['has no such edition', '2026-08-29T04:00:00.000Z', {}, /no such edition/],
  ['has left', '2026-08-29T05:00:00.000Z', { state: 'unsubscribed' }, /its reader is unsubscribed/],
] as const)('nothing is sent to a reader who %s', async (_, time, changes, message) => {
  const world = open();
  world.mailEnds.push(refusal);
  await tick(world, time);
  await expect(world.resend({ mayComeTwice: true }, changes)).rejects.toThrow(message);
});

test('an edition is sent on its own day, before a later one has taken up its window', async () => {
  const world = open();
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  world.clock.now = '2026-08-29T22:30:00.000Z';
  await expect(world.resend({ mayComeTwice: true })).rejects.toThrow('its day is over');
  await tick(world, '2026-08-30T05:00:00.000Z');
  await expect(world.resend({ mayComeTwice: true })).rejects.toThrow(
    'has a later edition, 00000000000000aa/2026-08-30',
  );
});

test('an edition on its way is left to it', async () => {
  const world = open();
  world.mailEnds.push({ ...refusal, retryable: true });
  await tick(world, '2026-08-29T05:00:00.000Z');
  await expect(world.resend()).rejects.toThrow('is not sent yet');
});

test('a quiet day stays quiet', async () => {
  const world = fakeWorld({ subscribers: [sampleSubscriber({ quietDay: 'skip' })] });
  await tick(world, '2026-08-29T05:00:00.000Z');
  const store = world.needs.editionStore as ReturnType<typeof fakeEditionStore>['store'];
  const needs = { editionStore: store, now: world.needs.now };
  await expect(resendEdition(editionId, reader, {}, needs)).rejects.toThrow('had no news');
});
