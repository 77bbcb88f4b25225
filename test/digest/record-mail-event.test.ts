import { afterAll, beforeAll, expect, test } from 'vitest';
import { MailEvent } from '../../lib/digest/mail-event.ts';
import { recordMailEvent } from '../../lib/digest/record-mail-event.ts';
import { sendDigests } from '../../lib/digest/send-digests.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { type Outcome, onOutcome, setLogSink } from '../../lib/log.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const reader = sampleSubscriber();
const EDITION = `${reader.subscriberId}/2026-08-29`;
const tags = {
  'ses:configuration-set': ['vigil'],
  kind: ['daily'],
  edition: [EDITION.replace('/', '_')],
  recipient: [reader.subscriberId],
};
const mail = { timestamp: '2026-08-29T05:00:01.000Z', messageId: 'mail-1', destination: [reader.address], tags };
const recipients = [{ emailAddress: reader.address, status: '5.1.1', diagnosticCode: 'smtp; 550 no such user' }];
const bounce = (bounceType: string) => ({
  eventType: 'Bounce',
  mail,
  bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: recipients },
});
const complaint = (complaintFeedbackType?: string) => ({
  eventType: 'Complaint',
  mail,
  complaint: { complainedRecipients: recipients, complaintFeedbackType },
});

/** A reader whose mail has an unknown end: it was claimed, and nobody heard whether it was accepted. */
async function worldWithClaim(changes: Partial<Subscriber> = {}) {
  const { needs, editions, sends, mailEnds, clock, accepted } = fakeWorld();
  mailEnds.push({ status: 'unknown', reason: 'TimeoutError' });
  await sendDigests({ time: clock.now }, needs);
  const subscriberStore = createMemorySubscriberStore([{ ...reader, ...changes }]);
  const confirmations = createMemoryConfirmationStore(needs.now);
  const stores = { subscriberStore, confirmationStore: confirmations.store };
  const record = (event: unknown) => recordMailEvent(MailEvent.parse(event), { ...needs, ...stores });
  const state = async () => ({
    reader: (await subscriberStore.get(reader.subscriberId))?.state,
    edition: editions.get(EDITION)?.state,
    send: sends.get(EDITION)?.state,
  });
  return { record, state, needs, accepted, clock, refusals: confirmations.refusals };
}

test('a mail of unknown end is sent when SES says that it has it, and its articles do not come again', async () => {
  const { record, state, needs, clock, accepted } = await worldWithClaim();
  expect(await state()).toEqual({ reader: 'active', edition: 'ready', send: 'claimed' });
  expect(await record({ eventType: 'Send', mail, send: {} })).toBe('accepted');
  expect(await state()).toEqual({ reader: 'active', edition: 'done', send: 'sent' });

  clock.now = '2026-08-30T05:00:00.000Z';
  await sendDigests({ time: clock.now }, needs);
  const next = await needs.editionStore.latest(reader.subscriberId);
  expect([next?.localDate, next?.from]).toEqual(['2026-08-30', '2026-08-29T04:59:00.000Z']);
  expect(accepted).toHaveLength(1);
});

test.each(['2026-08-29T05:20:00.000Z', undefined])(
  'told after the grace period, it stands all the same',
  async (late) => {
    const { record, state, needs, clock } = await worldWithClaim();
    clock.now = '2026-08-29T05:15:00.000Z';
    await sendDigests({ time: clock.now }, needs);
    expect(await state()).toEqual({ reader: 'active', edition: 'expired', send: 'claimed' });
    clock.now = late ?? clock.now;
    // Without the time the run that takes the event in breaks off between the mail and its edition.
    const { finish } = needs.editionStore;
    if (late === undefined) needs.editionStore.finish = async () => Promise.reject(new Error('the table is away'));
    await record({ eventType: 'Delivery', mail, delivery: {} }).catch(() => {});
    needs.editionStore.finish = finish;
    expect(await state()).toMatchObject({ edition: late === undefined ? 'expired' : 'done', send: 'sent' });

    clock.now = '2026-08-30T05:00:00.000Z';
    await sendDigests({ time: clock.now }, needs);
    expect((await needs.editionStore.latest(reader.subscriberId))?.from).toBe('2026-08-29T04:59:00.000Z');
  },
);

test.each([
  ['a delivery', { eventType: 'Delivery', mail, delivery: {} }, 'delivered', 'active', 'sent'],
  ['a permanent bounce', bounce('Permanent'), 'bounced', 'suppressed', 'sent'],
  ['a full mailbox', bounce('Transient'), 'bounced-for-now', 'active', 'sent'],
  ['a complaint', complaint('abuse'), 'complained', 'suppressed', 'sent'],
  ['a complaint without a kind', complaint(), 'complained', 'suppressed', 'sent'],
  ['a complaint that was taken back', complaint('not-spam'), 'ignored', 'active', 'sent'],
  ['a rejection', { eventType: 'Reject', mail, reject: { reason: 'Bad content' } }, 'rejected', 'active', 'failed'],
  ['a delay', { eventType: 'DeliveryDelay', mail, deliveryDelay: {} }, 'delayed', 'active', 'claimed'],
  ['an opening', { eventType: 'Open', mail, open: { ipAddress: '192.0.2.1' } }, 'ignored', 'active', 'claimed'],
])('%s is told apart', async (_, event, outcome, readerState, sendState) => {
  const { record, state } = await worldWithClaim();
  expect(await record(event)).toBe(outcome);
  expect(await state()).toMatchObject({ reader: readerState, send: sendState });
});

test('what SES rejected was not read: the window goes into the next edition', async () => {
  const { record, state, needs, clock } = await worldWithClaim();
  await record({ eventType: 'Reject', mail, reject: { reason: 'Bad content' } });
  expect(await state()).toEqual({ reader: 'active', edition: 'expired', send: 'failed' });
  clock.now = '2026-08-30T05:00:00.000Z';
  await sendDigests({ time: clock.now }, needs);
  expect((await needs.editionStore.latest(reader.subscriberId))?.from).toBe('2026-08-28T04:59:00.000Z');
});

test('told twice and in the wrong order, events leave the same', async () => {
  const { record, state } = await worldWithClaim();
  for (const event of [complaint('abuse'), bounce('Permanent'), { eventType: 'Send', mail }, complaint('abuse')]) {
    await record(event);
  }
  expect(await state()).toEqual({ reader: 'suppressed', edition: 'done', send: 'sent' });
});

test.each(['paused', 'unsubscribed'] as const)('a reader who is %s and bounces', async (state) => {
  const world = await worldWithClaim({ state });
  await world.record(bounce('Permanent'));
  // Unsubscribing is the reader's own word and stays.
  expect((await world.state()).reader).toBe(state === 'paused' ? 'suppressed' : 'unsubscribed');
});

test('a mail of somebody else in the account, or to a reader who was removed, changes nothing', async () => {
  const { record, state } = await worldWithClaim();
  const before = await state();
  expect(await record({ ...bounce('Permanent'), mail: { ...mail, tags: { campaign: ['spring'] } } })).toBe('not-ours');
  expect(await record({ ...bounce('Permanent'), mail: { messageId: 'x' } })).toBe('not-ours');
  const stranger = { ...mail, destination: ['stranger@reader.example'] };
  expect(await record({ ...bounce('Permanent'), mail: stranger })).toBe('not-ours');
  expect((await state()).reader).toBe(before.reader);
});

const mailbox = 'f'.repeat(32);
const refused = (reason: 'bounced' | 'complained') => ({
  ...{ schemaVersion: 1, mailboxId: mailbox, reason, at: '2026-08-29T05:00:00.000Z' },
  expiresAt: Date.parse('2027-10-03T05:00:00.000Z') / 1000,
});

test.each([
  ['a permanent bounce', bounce('Permanent'), 'bounced'],
  ['a complaint', complaint('abuse'), 'complained'],
] as const)('%s of a mail that is no edition suppresses the reader who has the address', async (_, event, outcome) => {
  const { record, state, refusals } = await worldWithClaim();
  const notice = { ...mail, tags: { kind: ['notice'], mailbox: [mailbox] } };
  expect(await record({ ...event, mail: notice })).toBe(outcome);
  expect([await state(), refusals()]).toEqual([{ reader: 'suppressed', edition: 'ready', send: 'claimed' }, []]);
});

test.each([
  ['a permanent bounce', bounce('Permanent'), 'bounced'],
  ['a complaint', complaint('abuse'), 'complained'],
] as const)('%s of an address that is no reader’s is noted by its hash alone', async (_, event, outcome) => {
  const { record, state, refusals } = await worldWithClaim();
  const tagsOfNotice = { kind: ['notice'], mailbox: [mailbox] };
  expect(await record({ ...event, mail: { ...mail, destination: ['x@y.example'], tags: tagsOfNotice } })).toBe(outcome);
  expect([(await state()).reader, refusals()]).toEqual(['active', [refused(outcome)]]);
});

test('what the former address of a reader says of a mail is not held against the one they have now', async () => {
  const { record, state, refusals } = await worldWithClaim({ address: 'moved@reader.example' });
  const told = { ...mail, tags: { ...tags, mailbox: [mailbox] } };
  expect(await record({ ...bounce('Permanent'), mail: told })).toBe('bounced');
  expect([await state(), refusals()]).toEqual([
    { reader: 'active', edition: 'done', send: 'sent' },
    [refused('bounced')],
  ]);
});

test('who unsubscribed and then called the mail unwanted stays unsubscribed, and nobody signs them up again', async () => {
  const { record, state, refusals } = await worldWithClaim({ state: 'unsubscribed' });
  await record({ ...complaint('abuse'), mail: { ...mail, tags: { ...tags, mailbox: [mailbox] } } });
  expect([(await state()).reader, refusals()]).toEqual(['unsubscribed', [refused('complained')]]);
});

test('the address that a bounce names counts where the mail’s own is not told, with or without a name', async () => {
  const { record, state } = await worldWithClaim();
  const { destination: _, ...untold } = mail;
  const named = [{ emailAddress: `"A reader" <${reader.address.toUpperCase()}>` }];
  const bounced = { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: named };
  expect(await record({ eventType: 'Bounce', mail: untold, bounce: bounced })).toBe('bounced');
  expect((await state()).reader).toBe('suppressed');
});

test('every event is counted once, the mail whose end it is too, and no line names an address', async () => {
  const { record } = await worldWithClaim();
  const lines: string[] = [];
  const outcomes: Outcome[] = [];
  setLogSink((line) => lines.push(JSON.stringify(line)));
  const stop = onOutcome((outcome) => outcomes.push(outcome));
  await record(bounce('Permanent'));
  await record(bounce('Permanent'));
  stop();
  setLogSink(() => {});
  const reason = 'Permanent, General';
  const bounced = { stage: 'mail-event', outcome: 'bounced', editionId: EDITION, reason };
  expect(outcomes).toEqual([
    { stage: 'mail', outcome: 'sent', editionId: EDITION, reason: 'SES says that it accepted it' },
    bounced,
    bounced,
  ]);
  expect(lines.join()).not.toContain('@');
});

test('what is no event of SES is refused', () => {
  expect(MailEvent.safeParse({ notificationType: 'Bounce', mail }).success).toBe(false);
  expect(MailEvent.safeParse({ eventType: 'Bounce', mail }).success).toBe(false);
});
