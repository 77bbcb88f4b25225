import { expect, test } from 'vitest';
import { hashMailbox } from '../../lib/digest/hash-mailbox.ts';
import { sendDigests } from '../../lib/digest/send-digests.ts';
import { readUnsubscribeToken } from '../../lib/digest/unsubscribe-token.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { tick, watchLog } from './tick.ts';

const log = watchLog();
const editionId = '00000000000000aa/2026-08-29';
const refusal = { status: 'refused', retryable: true, reason: 'TooManyRequestsException' } as const;

test('a due edition is rendered, sent once and done', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  const outcomes = await tick(world, '2026-08-29T05:00:00.000Z');
  expect(outcomes).toEqual([{ editionId, outcome: 'sent' }]);
  expect(log.outcomes).toEqual([{ stage: 'mail', outcome: 'sent', editionId, reason: undefined }]);
  expect(world.editions.get(editionId)).toMatchObject({
    state: 'done',
    from: '2026-08-28T04:59:00.000Z',
    to: '2026-08-29T04:59:00.000Z',
    subject: '1 article: Families mark the anniversary of the 1988 prison executions (The Harbour Post)',
    coverageCount: 1,
  });
  expect(world.sends.get(editionId)).toMatchObject({ state: 'sent', tries: 1, messageId: 'mail-1' });
  expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([]);
  expect(world.accepted).toHaveLength(1);
});

test('the mail carries its headers and tags, and no address but the one it goes to', async () => {
  const world = fakeWorld();
  await tick(world, '2026-08-29T05:00:00.000Z');
  const [mail] = world.accepted;
  const token = /token=([^>]+)>/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  expect(readUnsubscribeToken(token, world.needs.signingKey)).toBe('00000000000000aa');
  expect(mail?.to).toBe('reader@reader.example');
  expect(mail?.tags).toEqual({
    kind: 'daily',
    edition: '00000000000000aa_2026-08-29',
    recipient: '00000000000000aa',
    mailbox: hashMailbox('reader@reader.example', await world.needs.mailboxKeyStore.get()),
  });
  const { to: _, ...rest } = mail ?? {};
  expect(JSON.stringify(rest)).not.toContain('reader@reader.example');
  expect(log.lines.join('\n')).not.toMatch(/reader@|token=/);
});

test('what is recorded while the window settles belongs to the next edition', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage({ recordedAt: '2026-08-29T04:59:30.000Z' })] });
  await tick(world, '2026-08-29T05:00:00.000Z');
  await tick(world, '2026-08-30T05:00:00.000Z');
  expect([...world.editions.values()].map((edition) => edition.coverageCount)).toEqual([0, 1]);
});

test('a run by hand can take in what was recorded up to now', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage({ recordedAt: '2026-08-29T04:59:59.000Z' })] });
  await sendDigests({ time: '2026-08-29T05:00:00.000Z', settleSeconds: 0 }, world.needs);
  expect(world.editions.get(editionId)?.coverageCount).toBe(1);
});

test('a tick of yesterday that arrives today opens the edition of today', async () => {
  const world = fakeWorld({ subscribers: [sampleSubscriber({ zone: 'UTC', hour: 0 })] });
  world.clock.now = '2026-08-30T00:10:00.000Z';
  await sendDigests({ time: '2026-08-29T23:55:00Z' }, world.needs);
  expect([...world.editions.values()].map(({ localDate, to }) => [localDate, to])).toEqual([
    ['2026-08-30', '2026-08-30T00:09:00.000Z'],
  ]);
});

test("yesterday's edition is not sent today; its window is carried on", async () => {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  expect(await tick(world, '2026-08-30T05:00:00.000Z')).toEqual([
    { editionId, outcome: 'expired', reason: 'TooManyRequestsException' },
    { editionId: '00000000000000aa/2026-08-30', outcome: 'sent' },
  ]);
  expect(world.editions.get(editionId)?.state).toBe('expired');
  expect(world.editions.get('00000000000000aa/2026-08-30')?.from).toBe('2026-08-28T04:59:00.000Z');
});

test('readers who paused, unsubscribed or are suppressed get no edition', async () => {
  const states = ['paused', 'unsubscribed', 'suppressed'] as const;
  const world = fakeWorld({
    subscribers: states.map((state, index) => sampleSubscriber({ state, subscriberId: `00000000000000b${index}` })),
  });
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([]);
  expect([...world.editions.keys()]).toEqual([]);
});

test('a former edition whose mail is being sent is waited for, then its window is carried on', async () => {
  const coverage = [sampleCoverage({ recordedAt: '2026-08-29T12:00:00.000Z' })];
  const world = fakeWorld({ subscribers: [sampleSubscriber({ zone: 'UTC', hour: 0 })], coverage });
  world.mailEnds.push({ status: 'unknown', reason: 'TimeoutError' });
  await tick(world, '2026-08-29T23:55:00.000Z');
  expect(await tick(world, '2026-08-30T00:00:00.000Z')).toEqual([]);
  expect(await tick(world, '2026-08-30T00:10:00.000Z')).toEqual([
    { editionId, outcome: 'unknown', reason: 'claimed at 2026-08-29T23:55:00.000Z, and no end was recorded' },
    { editionId: '00000000000000aa/2026-08-30', outcome: 'sent' },
  ]);
  expect(world.editions.get('00000000000000aa/2026-08-30')?.coverageCount).toBe(1);
});

test('a run that is late cannot send the edition whose window has been carried on', async () => {
  const world = fakeWorld();
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  await tick(world, '2026-08-30T05:00:00.000Z');
  expect(await world.needs.editionStore.claimSend({ editionId, fence: 1 }, '2026-08-30T05:00:01.000Z')).toBe(false);
  expect(world.sends.get(editionId)).toMatchObject({ state: 'failed', reason: 'its local date passed' });
});

test('an edition of 23:00 is told of as late and, after midnight, as expired, before the next one is due', async () => {
  const world = fakeWorld({ subscribers: [sampleSubscriber({ zone: 'UTC', hour: 23 })] });
  world.needs.editionArchive = { ...world.needs.editionArchive, put: async () => Promise.reject(new Error('away')) };
  await tick(world, '2026-08-29T23:00:00.000Z').catch(() => {});
  log.outcomes.length = 0;
  expect(await tick(world, '2026-08-30T00:00:00.000Z')).toEqual([{ editionId, outcome: 'expired' }]);
  expect(log.outcomes.map(({ outcome }) => outcome)).toEqual(['expired']);
});

test('no reader is begun when the run has lasted four minutes', async () => {
  const readers = ['aa', 'bb'].map((end) =>
    sampleSubscriber({ subscriberId: `00000000000000${end}`, address: `${end}@reader.example` }),
  );
  const world = fakeWorld({ subscribers: readers });
  const { send } = world.needs.mailer;
  world.needs.mailer = {
    async send(mail) {
      world.clock.now = '2026-08-29T05:04:01.000Z';
      return send(mail);
    },
  };
  await tick(world, '2026-08-29T05:00:00.000Z');
  expect(world.accepted).toHaveLength(1);
  await tick(world, '2026-08-29T05:05:00.000Z');
  expect(world.accepted).toHaveLength(2);
});
