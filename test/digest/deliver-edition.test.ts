import { expect, test } from 'vitest';
import { readFeedbackToken } from '../../lib/digest/feedback-links.ts';
import { hashMailbox } from '../../lib/digest/hash-mailbox.ts';
import { readEditionToken, readOwnerToken } from '../../lib/digest/reader-links.ts';
import { readUnsubscribeToken } from '../../lib/digest/unsubscribe-token.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { tick, watchLog } from './tick.ts';

const log = watchLog();
const editionId = '00000000000000aa/2026-08-29';
const refusal = { status: 'refused', retryable: true, reason: 'TooManyRequestsException' } as const;

test('a certain refusal is tried again with the same bytes', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  world.mailEnds.push(refusal);
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([
    { editionId, outcome: 'refused', reason: 'try 1 of 3: TooManyRequestsException' },
  ]);
  const { htmlKey, textKey } = world.editions.get(editionId) ?? {};
  world.coverage.push(sampleCoverage({ title: 'Recorded between the two tries, inside the window, which is closed' }));
  expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([{ editionId, outcome: 'sent' }]);
  expect([world.editions.get(editionId)?.fence, world.sends.get(editionId)?.fence]).toEqual([2, 2]);
  expect(world.accepted.map(({ html, text }) => ({ html, text }))).toEqual([
    {
      html: await world.needs.editionArchive.get(htmlKey ?? ''),
      text: await world.needs.editionArchive.get(textKey ?? ''),
    },
  ]);
});

test('the third refusal ends the day, and the window goes into the next edition', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  world.mailEnds.push(refusal, refusal, refusal);
  const ends = [];
  for (const minute of ['00', '05', '10', '15']) ends.push(...(await tick(world, `2026-08-29T05:${minute}:00.000Z`)));
  expect(ends.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'failed']);
  await tick(world, '2026-08-30T05:00:00.000Z');
  expect(world.editions.get('00000000000000aa/2026-08-30')).toMatchObject({
    state: 'done',
    from: '2026-08-28T04:59:00.000Z',
    coverageCount: 1,
  });
});

test('a refusal for good is not tried again', async () => {
  const world = fakeWorld();
  world.mailEnds.push({ status: 'refused', retryable: false, reason: 'MessageRejected' });
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([
    { editionId, outcome: 'failed', reason: 'MessageRejected' },
  ]);
  expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([]);
  expect(world.sends.get(editionId)).toMatchObject({ state: 'failed', tries: 1, reason: 'MessageRejected' });
});

test('an unknown end stays claimed, is told when nothing has settled it, and is never tried again by itself', async () => {
  const world = fakeWorld();
  world.mailEnds.push({ status: 'unknown', reason: 'TimeoutError' });
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([]);
  expect(await tick(world, '2026-08-29T05:10:00.000Z')).toEqual([]);
  expect(world.editions.get(editionId)?.state).toBe('ready');
  const reason = 'claimed at 2026-08-29T05:00:00.000Z, and no end was recorded';
  expect(await tick(world, '2026-08-29T05:15:00.000Z')).toEqual([{ editionId, outcome: 'unknown', reason }]);
  for (let minute = 20; minute < 60; minute += 5) await tick(world, `2026-08-29T05:${minute}:00.000Z`);
  expect(world.accepted).toEqual([]);
  expect(log.outcomes.map(({ outcome }) => outcome)).toEqual(['unknown']);
  expect(world.sends.get(editionId)).toMatchObject({ state: 'claimed', tries: 1 });
  expect(world.editions.get(editionId)?.state).toBe('expired');
});

test('a sender that breaks has not said that it took nothing: its mail is not tried again', async () => {
  const world = fakeWorld();
  const { send } = world.needs.mailer;
  world.needs.mailer = { send: async (mail) => send(mail).then(() => Promise.reject(new Error('socket hang up'))) };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([]);
  expect(world.sends.get(editionId)?.state).toBe('claimed');
  for (const minute of ['05', '15']) await tick(world, `2026-08-29T05:${minute}:00.000Z`);
  expect(world.accepted).toHaveLength(1);
});

test('a claim that another run holds is left alone until that run must be gone, then told as unknown', async () => {
  const world = fakeWorld();
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  await world.needs.editionStore.claimSend({ editionId, fence: 2 }, '2026-08-29T05:00:30.000Z');
  expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([]);
  expect(await tick(world, '2026-08-29T05:10:30.000Z')).toEqual([]);
  const reason = 'claimed at 2026-08-29T05:00:30.000Z, and no end was recorded (before: TooManyRequestsException)';
  expect(await tick(world, '2026-08-29T05:15:00.000Z')).toEqual([{ editionId, outcome: 'unknown', reason }]);
  expect(world.accepted).toEqual([]);
});

test('a mail that SES told of before the run could note it is told of once', async () => {
  const world = fakeWorld();
  const { send } = world.needs.mailer;
  world.needs.mailer = {
    async send(mail) {
      const end = await send(mail);
      await world.needs.editionStore.endSend(editionId, { state: 'sent', at: world.clock.now, messageId: 'mail-1' });
      await world.needs.editionStore.finish(editionId, 'done');
      return end;
    },
  };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([]);
  expect(world.editions.get(editionId)?.state).toBe('done');
});

test('a reader who unsubscribes while the edition is on its way gets no mail', async () => {
  const world = fakeWorld();
  const { get } = world.needs.subscriberStore;
  world.needs.subscriberStore = {
    ...world.needs.subscriberStore,
    get: async (subscriberId) => {
      const reader = await get(subscriberId);
      return reader && { ...reader, state: 'unsubscribed' };
    },
  };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([
    { editionId, outcome: 'suppressed', reason: 'the reader is unsubscribed' },
  ]);
  expect(world.accepted).toEqual([]);
  expect(world.sends.get(editionId)?.state).toBe('suppressed');
});

test("one reader's fault keeps nobody else from the mail", async () => {
  const world = fakeWorld({
    subscribers: [
      sampleSubscriber(),
      sampleSubscriber({ subscriberId: '00000000000000cc', address: 'b@reader.example' }),
    ],
  });
  const { makeReady } = world.needs.editionStore;
  world.needs.editionStore = {
    ...world.needs.editionStore,
    makeReady: async (held, rendered) => {
      if (held.editionId === editionId) throw new Error('the table is away');
      return makeReady(held, rendered);
    },
  };
  await expect(tick(world, '2026-08-29T05:00:00.000Z')).rejects.toThrow('1 of 2 readers not served');
  expect(world.accepted.map(({ to }) => to)).toEqual(['b@reader.example']);
  expect(log.outcomes.map(({ outcome, editionId: id, reason }) => ({ outcome, id, reason }))).toEqual([
    { outcome: 'fault', id: editionId, reason: 'the table is away' },
    { outcome: 'sent', id: '00000000000000cc/2026-08-29', reason: undefined },
  ]);
  world.needs.editionStore = { ...world.needs.editionStore, makeReady };
  await tick(world, '2026-08-29T05:05:00.000Z');
  expect(world.accepted.map(({ to }) => to)).toEqual(['b@reader.example', 'reader@reader.example']);
});

test('a run that was overtaken while it rendered leaves the mail to the one that overtook it', async () => {
  const world = fakeWorld();
  const { makeReady, take } = world.needs.editionStore;
  world.needs.editionStore = {
    ...world.needs.editionStore,
    async makeReady(held, rendered) {
      await take(editionId, { at: '2026-08-29T05:04:30.000Z', until: '2026-08-29T05:09:00.000Z' });
      return makeReady(held, rendered);
    },
  };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([]);
  expect([world.accepted, world.editions.get(editionId)?.state]).toEqual([[], 'building']);
  world.needs.editionStore = { ...world.needs.editionStore, makeReady };
  expect(await tick(world, '2026-08-29T05:10:00.000Z')).toEqual([{ editionId, outcome: 'sent' }]);
});

test('a reader who was paused at the last moment gets that window when they are resumed', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  const { get } = world.needs.subscriberStore;
  const paused = async (id: string) => {
    const reader = await get(id);
    return reader && { ...reader, state: 'paused' as const };
  };
  world.needs.subscriberStore = { ...world.needs.subscriberStore, get: paused };
  await tick(world, '2026-08-29T05:00:00.000Z');
  world.needs.subscriberStore = { ...world.needs.subscriberStore, get };
  await tick(world, '2026-08-30T05:00:00.000Z');
  expect(world.editions.get('00000000000000aa/2026-08-30')).toMatchObject({ state: 'done', coverageCount: 1 });
});

test.each(['html', 'text'] as const)(
  'a ready edition whose %s is gone is not made anew, and nothing is mailed',
  async (part) => {
    const world = fakeWorld();
    world.mailEnds.push(refusal);
    await tick(world, '2026-08-29T05:00:00.000Z');
    const { get } = world.needs.editionArchive;
    const gone = world.editions.get(editionId)?.[`${part}Key`];
    world.needs.editionArchive.get = async (key) => (key === gone ? undefined : get(key));
    await expect(tick(world, '2026-08-29T05:05:00.000Z')).rejects.toThrow('1 of 1 readers not served');
    expect([world.accepted, world.sends.get(editionId)?.state]).toEqual([[], 'pending']);
    expect(log.outcomes.at(-1)).toMatchObject({ stage: 'mail', outcome: 'fault' });
  },
);

test('a run that comes while another has the edition leaves it alone', async () => {
  const world = fakeWorld();
  const { get } = world.needs.editionArchive;
  let second: unknown;
  world.needs.editionArchive.get = async (key) => {
    world.needs.editionArchive.get = get;
    second = await tick(world, '2026-08-29T05:01:00.000Z');
    return get(key);
  };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([{ editionId, outcome: 'sent' }]);
  expect([second, world.accepted.length]).toEqual([[], 1]);
});

test('a claim says where the mail goes: who changed the address in between gets it at the next tick, at the new one', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  const { get } = world.needs.subscriberStore;
  world.needs.subscriberStore.get = async (id) => {
    world.subscribers[0] = sampleSubscriber({ address: 'moved@reader.example', linkVersion: 2 });
    return get(id);
  };
  expect(await tick(world, '2026-08-29T05:00:00.000Z')).toEqual([
    { editionId, outcome: 'refused', reason: 'its reader has another address by now; the next tick sends it there' },
  ]);
  expect(await tick(world, '2026-08-29T05:05:00.000Z')).toEqual([{ editionId, outcome: 'sent' }]);
  const mailboxId = hashMailbox('moved@reader.example', await world.needs.mailboxKeyStore.get());
  expect(world.accepted.map(({ to, tags }) => [to, tags.mailbox])).toEqual([['moved@reader.example', mailboxId]]);
  expect(world.sends.get(editionId)).toMatchObject({ state: 'sent', mailboxId });
});

test('an edition of before is sent with links that are good when it comes', async () => {
  const world = fakeWorld({ coverage: [sampleCoverage()] });
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  world.subscribers[0] = sampleSubscriber({ address: 'moved@reader.example', linkVersion: 2 });
  await tick(world, '2026-08-29T05:05:00.000Z');
  const { signingKey, editionArchive } = world.needs;
  const stored = (await editionArchive.get(world.editions.get(editionId)?.htmlKey ?? '')) ?? '';
  const [mail] = world.accepted;
  const tokensOf = (body = '') => [...body.matchAll(/[\w.-]+\.[\w-]{43}(?![\w-])/g)].map(([token]) => token);
  const versionsOf = (body?: string) => {
    const now = new Date('2026-08-29T05:05:00.000Z');
    return tokensOf(body).map(
      (token) =>
        readFeedbackToken(token, signingKey, now)?.linkVersion ??
        readOwnerToken('preferences', token, signingKey, now)?.linkVersion ??
        readEditionToken(token, signingKey, now)?.linkVersion ??
        (readUnsubscribeToken(token, signingKey) === undefined ? 'broken' : 'never ends'),
    );
  };
  expect(mail?.to).toBe('moved@reader.example');
  expect(new Set(versionsOf(stored))).toEqual(new Set([1, 'never ends']));
  expect(versionsOf(mail?.html)).toEqual(versionsOf(stored).map((version) => (version === 1 ? 2 : version)));
  expect(new Set(versionsOf(mail?.text))).toEqual(new Set([2, 'never ends']));
  const withoutTokens = (body = '') => body.replace(/[\w.-]+\.[\w-]{43}(?![\w-])/g, '');
  expect(withoutTokens(mail?.html)).toBe(withoutTokens(stored));
});
