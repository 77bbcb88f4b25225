import { expect, test } from 'vitest';
import { digestResendCommand } from '../../lib/cli/digest-resend.ts';
import { digestSendCommand } from '../../lib/cli/digest-send.ts';
import { digestStatusCommand } from '../../lib/cli/digest-status.ts';
import type { EditionStore } from '../../lib/digest/edition-store.ts';
import { hashMailbox } from '../../lib/digest/hash-mailbox.ts';
import { fakeWorld, sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { tick, watchLog } from '../digest/tick.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { recordedIo } from './recorded-io.ts';

watchLog();
const [first, second, gone] = [
  sampleSubscriber({ subscriberId: '00000000000000aa', address: 'first@reader.example', language: 'fa' }),
  sampleSubscriber({ subscriberId: '00000000000000bb', address: 'second@reader.example' }),
  sampleSubscriber({ subscriberId: '00000000000000cc', address: 'gone@reader.example', state: 'unsubscribed' }),
];
const refusal = { status: 'refused', retryable: false, reason: 'MessageRejected: (address) is not verified' } as const;

function open() {
  const world = fakeWorld({ subscribers: [first, second, gone], coverage: [sampleCoverage()] });
  const needs = {
    ...world.needs,
    editionStore: world.needs.editionStore as EditionStore,
    confirmationStore: createMemoryConfirmationStore(world.needs.now).store,
  };
  return { ...world, needs, io: recordedIo() };
}

test('a test goes to the address that is named, in the language of the reader that is named, and touches no record', async () => {
  const { needs, io, accepted, editions, sends } = open();
  await digestSendCommand({ to: 'me@desk.example', test: true, subscriber: first.address }, needs, io);
  const [mail] = accepted;
  const tags = { kind: 'test', mailbox: hashMailbox('me@desk.example', await needs.mailboxKeyStore.get()) };
  expect([mail?.to, mail?.tags, mail?.html.includes('lang="fa"')]).toEqual(['me@desk.example', tags, true]);
  expect(mail?.subject).toMatch(/^\[test\] /);
  expect(mail?.headers['List-Unsubscribe']).toContain('<https://vigil.example/unsubscribe>');
  expect(io.out).toEqual([`sent to me@desk.example: ${mail?.subject} (mail-1)`]);
  expect([editions.size, sends.size, accepted.length]).toEqual([0, 0, 1]);
});

test.each([
  ['without --test', { to: 'me@desk.example' }, /only tests are sent by hand/, 2],
  ['to what is no address', { to: 'desk', test: true }, /use a whole mail address/, 2],
  ['to who has left', { to: 'Gone@reader.example', test: true }, /is unsubscribed: nothing is sent there/, 1],
  ['for an unknown reader', { to: 'me@desk.example', test: true, subscriber: 'x' }, /no such subscriber/, 1],
])('nothing is sent %s', async (_, options, message, exitCode) => {
  const { needs, io, accepted } = open();
  await expect(digestSendCommand(options, needs, io)).rejects.toMatchObject({
    message: expect.stringMatching(message),
    exitCode,
  });
  expect(accepted).toEqual([]);
});

test.each([
  [refusal, /SES refused the test: MessageRejected/],
  [{ status: 'unknown', reason: 'TimeoutError' } as const, /whether SES took the test is not known \(TimeoutError\)/],
])('a test that did not surely go says so', async (end, message) => {
  const { needs, io, mailEnds } = open();
  mailEnds.push(end);
  await expect(digestSendCommand({ to: 'me@desk.example', test: true }, needs, io)).rejects.toThrow(message);
});

test('the status says who got what, what failed and what is unknown', async () => {
  const world = open();
  world.mailEnds.push(refusal, { status: 'unknown', reason: 'TimeoutError' });
  await tick(world, '2026-08-29T05:00:00.000Z');
  await tick(world, '2026-08-29T05:15:00.000Z');
  await digestStatusCommand({}, world.needs, world.io);
  expect(world.io.out[0]?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['edition', 'articles', 'end', 'tries', 'at (UTC)', 'to', 'why'],
    [
      ...['00000000000000aa/2026-08-29', '1', 'failed', '1', '2026-08-29 05:00', first?.address],
      'MessageRejected: (address) is not verified',
    ],
    [
      ...['00000000000000bb/2026-08-29', '1', 'unknown', '1', '2026-08-29 05:00', second?.address],
      'claimed at 2026-08-29T05:00:00.000Z, and no end was recorded',
    ],
  ]);
  expect(world.io.err[0]).toMatch(/^2 editions of 3 days: 1 failed, 1 unknown\nunknown: .*runbook/);

  await tick(world, '2026-08-30T05:00:00.000Z');
  const io = recordedIo();
  await digestStatusCommand({ subscriber: second?.address, days: '1', json: true }, world.needs, io);
  expect(JSON.parse(io.out[0] ?? '')).toEqual([
    expect.objectContaining({ localDate: '2026-08-30', end: 'sent', tries: 1, messageId: 'mail-2' }),
  ]);
});

test('a day on which nothing was due has no editions, and a number of days that is none is wrong usage', async () => {
  const { needs, io } = open();
  await digestStatusCommand({}, needs, io);
  expect([io.out, io.err]).toEqual([[], ['0 editions of 3 days']]);
  for (const days of ['0', '367', 'x']) {
    await expect(digestStatusCommand({ days }, needs, io)).rejects.toMatchObject({ exitCode: 2 });
  }
});

test('a failed edition is given back by its date and its reader, and the status shows it open', async () => {
  const world = open();
  world.mailEnds.push(refusal);
  await tick(world, '2026-08-29T05:00:00.000Z');
  await digestResendCommand({ edition: '2026-08-29', to: 'First@reader.example' }, world.needs, world.io);
  expect([world.io.err, world.io.out]).toEqual([
    [],
    [expect.stringMatching(/^given back 00000000000000aa\/2026-08-29: the next tick of send-digests sends it/)],
  ]);
  await tick(world, '2026-08-29T05:05:00.000Z');
  expect(world.accepted.map(({ to }) => to)).toEqual([second?.address, first?.address]);
  const sent = { edition: '00000000000000aa/2026-08-29', to: first?.subscriberId ?? '' };
  await expect(digestResendCommand(sent, world.needs, world.io)).rejects.toThrow(/was sent .*--may-come-twice/);
  await digestResendCommand({ ...sent, mayComeTwice: true }, world.needs, world.io);
  expect(world.io.err).toEqual(['warning: 00000000000000aa/2026-08-29 may come twice to first@reader.example']);
});

test.each([
  [{ edition: 'today', to: 'first@reader.example' }, /give an id of "vigil digest status"/],
  [{ edition: '00000000000000bb/2026-08-29', to: 'first@reader.example' }, /is not an edition of first@reader.example/],
])('what names no edition of the reader is wrong usage', async (options, message) => {
  const { needs, io } = open();
  await expect(digestResendCommand(options, needs, io)).rejects.toMatchObject({
    message: expect.stringMatching(message),
    exitCode: 2,
  });
});

test('the status says of a mail to an earlier address that it went there, and finds it by that address alone', async () => {
  const world = open();
  await tick(world, '2026-08-28T05:00:00.000Z');
  world.subscribers[0] = sampleSubscriber({ ...first, address: 'moved@reader.example', linkVersion: 2 });
  await tick(world, '2026-08-29T05:00:00.000Z');
  await digestStatusCommand({ subscriber: first?.subscriberId, json: true }, world.needs, world.io);
  expect(JSON.parse(world.io.out[0] ?? '')).toMatchObject([
    { localDate: '2026-08-29', address: 'moved@reader.example', goesTo: 'own' },
    { localDate: '2026-08-28', address: 'moved@reader.example', goesTo: 'former' },
  ]);
  await digestStatusCommand({ subscriber: first?.subscriberId }, world.needs, world.io);
  expect(world.io.out[1]).toMatch(/2026-08-28 05:00 {2}an earlier address of theirs \(now moved@reader\.example\)/);
  for (const [sentTo, dates] of [
    ['First@reader.example', ['2026-08-28']],
    ['moved@reader.example', ['2026-08-29']],
    ['nobody@reader.example', []],
  ] as const) {
    const io = recordedIo();
    await digestStatusCommand({ sentTo, json: true }, world.needs, io);
    expect(JSON.parse(io.out[0] ?? '').map(({ localDate }: { localDate: string }) => localDate)).toEqual(dates);
  }
  expect(JSON.stringify([...world.sends.values()])).not.toContain('@');
});

test('the status refuses what is no address, and makes no key where no mail has gone out', async () => {
  const { needs, io } = open();
  await expect(digestStatusCommand({ sentTo: 'nobody' }, needs, io)).rejects.toMatchObject({ exitCode: 2 });
  const mailboxKeyStore = { get: () => Promise.reject(new Error('asked for the key')) };
  await digestStatusCommand({ sentTo: 'first@reader.example', json: true }, { ...needs, mailboxKeyStore }, io);
  expect(io.out).toEqual(['[]']);
});
