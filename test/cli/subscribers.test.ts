import { describe, expect, it } from 'vitest';
import { subscribersAddCommand, subscribersListCommand, subscribersRemoveCommand } from '../../lib/cli/subscribers.ts';
import { subscribersPauseCommand, subscribersResumeCommand } from '../../lib/cli/subscribers-state.ts';
import { newConfirmation } from '../../lib/digest/ask-confirmation.ts';
import { hashMailbox } from '../../lib/digest/hash-mailbox.ts';
import { OWN_PAUSE } from '../../lib/digest/is-held.ts';
import { newRefusal } from '../../lib/digest/reader-refusal.ts';
import { defaultSettings, type Subscriber } from '../../lib/digest/subscriber.ts';
import { fakeEditionStore } from '../digest/fake-ports.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemoryMailboxKeyStore } from '../fakes/memory-mailbox-key-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { recordedIo } from './recorded-io.ts';
import { at } from './sample-feed.ts';

const reader: Subscriber = {
  schemaVersion: 3,
  subscriberId: '00112233aabbccdd',
  address: 'reader@example.org',
  zone: 'UTC',
  hour: 7,
  language: 'en',
  ...defaultSettings,
  linkVersion: 1,
  state: 'active',
  stateAt: at.toISOString(),
  addedAt: at.toISOString(),
};

function setUp(subscribers: Subscriber[] = []) {
  const subscriberStore = createMemorySubscriberStore(subscribers);
  const { store: confirmationStore } = createMemoryConfirmationStore(() => at);
  const mailboxKeyStore = createMemoryMailboxKeyStore();
  const { store: editionStore } = fakeEditionStore();
  return {
    subscriberStore,
    confirmationStore,
    mailboxKeyStore,
    editionStore,
    now: () => at,
    newSubscriberId: () => reader.subscriberId,
  };
}

describe('subscribers add', () => {
  it('adds a reader for seven in the morning UTC, in English, unless said otherwise', async () => {
    const needs = setUp();
    const io = recordedIo();
    await subscribersAddCommand(' reader@example.org ', {}, needs, io);
    expect(await needs.subscriberStore.list()).toEqual([reader]);
    expect(io.out).toEqual(['added 00112233aabbccdd: reader@example.org, daily from 7:00 UTC, frame in en']);
  });

  it('takes zone, hour and language as typed', async () => {
    const needs = setUp();
    await subscribersAddCommand(
      reader.address,
      { zone: 'Asia/Tehran', hour: '06', language: 'fa' },
      needs,
      recordedIo(),
    );
    expect(await needs.subscriberStore.list()).toEqual([{ ...reader, zone: 'Asia/Tehran', hour: 6, language: 'fa' }]);
  });

  it.each([
    ['reader', {}, 'reader: address: use a whole mail address, for example reader@example.org'],
    [reader.address, { zone: 'Moon/Base' }, 'zone: use an IANA time zone, for example Europe/Paris'],
    [reader.address, { hour: '24' }, '--hour 24: give a whole hour from 0 to 23'],
    [reader.address, { hour: 'seven' }, '--hour seven: give a whole hour'],
    [reader.address, { language: 'de' }, '--language: use en or fa'],
    [reader.address, { relation: 'foe' }, '--relation: choose one of campaign, state, independent, agency'],
  ])('refuses %s with %o as wrong usage', async (address, options, message) => {
    const needs = setUp();
    await expect(subscribersAddCommand(address, options, needs, recordedIo())).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(message),
    });
    expect(await needs.subscriberStore.list()).toEqual([]);
  });

  it('makes an id of its own for each reader', async () => {
    const { newSubscriberId: _fixed, ...needs } = setUp();
    await subscribersAddCommand('a@example.org', {}, needs, recordedIo());
    await subscribersAddCommand('b@example.org', {}, needs, recordedIo());
    const ids = (await needs.subscriberStore.list()).map(({ subscriberId }) => subscriberId);
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('changes nothing for an address that is there', async () => {
    const needs = setUp([reader]);
    await expect(subscribersAddCommand(reader.address, { hour: 9 }, needs, recordedIo())).rejects.toMatchObject({
      exitCode: 1,
    });
    expect(await needs.subscriberStore.list()).toEqual([reader]);
  });

  const refuse = async (needs: ReturnType<typeof setUp>, address: string, reason: 'bounced' | 'complained') =>
    needs.confirmationStore.refuse({
      ...{ schemaVersion: 1, reason, at: '2026-08-01T00:00:00.000Z', expiresAt: Date.parse('2027-09-05') / 1000 },
      mailboxId: hashMailbox(address, await needs.mailboxKeyStore.get()),
    });
  const other = (state: Subscriber['state'], stateReason: string): Subscriber => ({
    ...{ ...reader, subscriberId: '00112233aabbccee', address: 'reader+news@example.org', state, stateReason },
    stateAt: '2026-08-02T00:00:00.000Z',
  });
  const asks = '; add --owner-asks when its owner asks for the digest now; nothing changed';

  it.each([
    ['bounced' as const, `a mail of ours bounced there on 2026-08-01${asks}`, 1],
    [
      'complained' as const,
      'its owner called a mail of ours unwanted on 2026-08-01; nothing goes there before 2027-09-05; nothing changed',
      0,
    ],
    [
      other('unsubscribed', 'by the link'),
      `is the mailbox of reader+news@example.org, who unsubscribed on 2026-08-02${asks}`,
      2,
    ],
    [
      other('suppressed', 'called the mail unwanted'),
      'its owner called a mail of ours unwanted on 2026-08-02; nothing goes there before 2027-09-06; nothing changed',
      1,
    ],
    [
      other('suppressed', 'the mailbox refused the mail'),
      'is the mailbox of reader+news@example.org, who is suppressed (the mailbox refused the mail); "vigil subscribers resume" that one, if its owner asks; nothing changed',
      1,
    ],
  ])(
    'refuses an address whose mailbox said no before, and adds it only where its owner may ask',
    async (said, why, readers) => {
      const needs = setUp(typeof said === 'string' ? [] : [said]);
      if (typeof said === 'string') await refuse(needs, 'Reader+old@example.org', said);
      const before = await needs.subscriberStore.list();
      const add = (ownerAsks?: boolean) => subscribersAddCommand(reader.address, { ownerAsks }, needs, recordedIo());
      await expect(add()).rejects.toMatchObject({ message: `${reader.address}: ${why}`, exitCode: 1 });
      expect(await needs.subscriberStore.list()).toEqual(before);
      await add(true).catch(() => {});
      expect(await needs.subscriberStore.list()).toHaveLength(readers);
    },
  );
});

describe('subscribers list', () => {
  it('shows the readers by address and counts them', async () => {
    const io = recordedIo();
    await subscribersListCommand({}, setUp([reader]), io);
    expect(io.out[0]?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['id', 'state', 'since', 'why', 'edition', 'lang', 'address'],
      [reader.subscriberId, 'active', '2026-11-23', '–', 'daily from 7:00 UTC', 'en', reader.address],
    ]);
    expect(io.err).toEqual(['1 subscriber']);
  });

  it('shows who was asked and has not confirmed with --pending', async () => {
    const needs = setUp([reader]);
    const asked = { purpose: 'sign-up', address: 'new@example.org', language: 'fa' } as const;
    await needs.confirmationStore.add(newConfirmation(asked, at));
    await needs.confirmationStore.add({ ...newConfirmation(asked, at), state: 'done' });
    const io = recordedIo();
    await subscribersListCommand({ pending: true }, needs, io);
    expect(io.out[0]?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['what', 'state', 'asked (UTC)', 'good until', 'address'],
      ['sign-up', 'waiting', at.toISOString().slice(0, 16), expect.stringMatching(/^2026-11-26T/), 'new@example.org'],
    ]);
    expect(io.err).toEqual(['1 address has not confirmed yet']);
  });

  it('gives the records with --json', async () => {
    const io = recordedIo();
    await subscribersListCommand({ json: true }, setUp([reader]), io);
    expect(JSON.parse(io.out[0] ?? '')).toEqual([reader]);
  });
});

describe('subscribers remove', () => {
  it.each([reader.subscriberId, 'Reader@Example.org'])('takes off the reader named %s', async (name) => {
    const needs = setUp([reader]);
    await subscribersRemoveCommand(name, {}, needs, recordedIo());
    expect(await needs.subscriberStore.list()).toEqual([]);
  });

  it('leaves no edition that a late run could still mail', async () => {
    const needs = setUp([reader]);
    const localDate = at.toISOString().slice(0, 10);
    const editionId = `${reader.subscriberId}/${localDate}`;
    const times = { from: at.toISOString(), to: at.toISOString(), createdAt: at.toISOString() };
    await needs.editionStore.open({
      ...{ schemaVersion: 1, editionId, subscriberId: reader.subscriberId, localDate, state: 'building', ...times },
    });
    const io = recordedIo();
    await subscribersRemoveCommand(reader.address, {}, needs, io);
    expect([io.out, io.err]).toEqual([['removed 00112233aabbccdd: reader@example.org'], []]);
    expect(await needs.editionStore.claimSend({ editionId, fence: 1 }, at.toISOString())).toBe(false);
    expect((await needs.editionStore.get(editionId))?.state).toBe('expired');
  });

  it('waits with one whose mail is on its way, and tells what nobody knows of it', async () => {
    let now = at;
    const needs = { ...setUp([reader]), now: () => now };
    const { editionStore, subscriberStore } = needs;
    const localDate = at.toISOString().slice(0, 10);
    const editionId = `${reader.subscriberId}/${localDate}`;
    const times = { from: at.toISOString(), to: at.toISOString(), createdAt: at.toISOString() };
    await editionStore.open({
      ...{ schemaVersion: 1, editionId, subscriberId: reader.subscriberId, localDate, state: 'building', ...times },
    });
    await editionStore.claimSend({ editionId, fence: 1 }, at.toISOString());
    await expect(subscribersRemoveCommand(reader.address, {}, needs, recordedIo())).rejects.toThrow(
      'reader@example.org gets nothing more, but stands on the list: a mail to them may be on its way, and SES has not told of it; remove them again in ten minutes',
    );
    expect((await subscriberStore.list()).map(({ state }) => state)).toEqual(['unsubscribed']);

    now = new Date(at.getTime() + 601_000);
    const io = recordedIo();
    await subscribersRemoveCommand(reader.address, {}, needs, io);
    expect(io.err).toEqual([
      `${editionId} may have been sent to them, nobody knows: claimed at ${at.toISOString()}, and no end was recorded; its reader was removed`,
    ]);
    expect(await subscriberStore.list()).toEqual([]);
    expect((await editionStore.get(editionId))?.state).toBe('expired');
  });

  it('says so when there is no such reader', async () => {
    await expect(subscribersRemoveCommand('x@example.org', {}, setUp([reader]), recordedIo())).rejects.toThrow(
      'x@example.org: no such subscriber; "vigil subscribers list" shows them',
    );
  });
});

describe('subscribers pause and resume', () => {
  const later = new Date('2026-11-24T08:00:00.000Z');
  const ofState = (state: Subscriber['state'], stateReason: string): Subscriber => ({ ...reader, state, stateReason });

  it('stops and takes up the mails of a reader, and keeps when and why', async () => {
    const needs = { ...setUp([reader]), now: () => later };
    const io = recordedIo();
    await subscribersPauseCommand(reader.address, { reason: 'on leave' }, needs, io);
    const paused = { ...ofState('paused', 'on leave'), stateAt: later.toISOString(), isPausedByOperator: true };
    expect(await needs.subscriberStore.list()).toEqual([paused]);
    await subscribersPauseCommand(reader.address, {}, needs, io);
    expect(await needs.subscriberStore.list()).toEqual([paused]);
    await subscribersResumeCommand(reader.subscriberId, {}, needs, io);
    expect(await needs.subscriberStore.list()).toEqual([
      { ...ofState('active', 'set by the operator'), stateAt: later.toISOString() },
    ]);
    await subscribersResumeCommand(reader.subscriberId, {}, needs, io);
    expect(io.out.map((line) => line.split(':')[0])).toEqual([
      'paused 00112233aabbccdd',
      'paused already',
      'resumed 00112233aabbccdd',
      'active already',
    ]);
  });

  it('pauses one who had paused themselves, so that they cannot go on by themselves', async () => {
    const own = { ...ofState('paused', OWN_PAUSE), isPausedByOperator: false };
    const needs = { ...setUp([own]), now: () => later };
    const io = recordedIo();
    await subscribersPauseCommand(reader.address, {}, needs, io);
    expect(io.out).toEqual([
      'paused 00112233aabbccdd: reader@example.org; they had paused it themselves, now they cannot go on by themselves',
    ]);
    const held = { stateAt: later.toISOString(), stateReason: 'set by the operator', isPausedByOperator: true };
    expect(await needs.subscriberStore.list()).toEqual([{ ...own, ...held }]);
    await subscribersResumeCommand(reader.address, {}, needs, io);
    expect((await needs.subscriberStore.list()).map(({ state }) => state)).toEqual(['active']);
  });

  it.each(['unsubscribed', 'suppressed'] as const)('brings one who is %s back only for a reason', async (state) => {
    const needs = { ...setUp([ofState(state, 'asked on the page')]), now: () => later };
    await expect(subscribersResumeCommand(reader.address, {}, needs, recordedIo())).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(`${reader.address} is ${state}: write to them again only when they asked`),
    });
    await subscribersResumeCommand(reader.address, { reason: 'asked by telephone' }, needs, recordedIo());
    expect(await needs.subscriberStore.list()).toMatchObject([{ state: 'active', stateReason: 'asked by telephone' }]);
  });

  const barred = {
    exitCode: 1,
    message: `reader@example.org: its owner called a mail of ours unwanted on ${at.toISOString().slice(0, 10)}; nothing goes there before 2027-12-28; nothing changed`,
  };

  it('brings nobody back who called the mail unwanted, whatever the reason, until that is forgotten', async () => {
    const complainer = ofState('suppressed', 'called the mail unwanted');
    const needs = { ...setUp([complainer]), now: () => later };
    const resume = (now: string) =>
      subscribersResumeCommand(
        reader.address,
        { reason: 'asked by telephone' },
        { ...needs, now: () => new Date(now) },
        recordedIo(),
      );
    await expect(resume('2027-12-27T00:00:00.000Z')).rejects.toMatchObject(barred);
    expect(await needs.subscriberStore.list()).toEqual([complainer]);
    await resume('2027-12-29T00:00:00.000Z');
    expect((await needs.subscriberStore.list()).map(({ state }) => state)).toEqual(['active']);
  });

  it('brings nobody back who had left before they called a mail unwanted', async () => {
    const needs = { ...setUp([ofState('unsubscribed', 'asked on the page')]), now: () => later };
    await needs.confirmationStore.refuse(
      newRefusal(hashMailbox(reader.address, await needs.mailboxKeyStore.get()), 'complained', at.toISOString()),
    );
    const resume = subscribersResumeCommand(reader.address, { reason: 'asked by telephone' }, needs, recordedIo());
    await expect(resume).rejects.toMatchObject(barred);
  });

  it('keeps a complaint when its reader is removed, so that nobody adds them again', async () => {
    const needs = { ...setUp([ofState('suppressed', 'called the mail unwanted')]), now: () => later };
    await subscribersRemoveCommand(reader.address, {}, needs, recordedIo());
    const add = subscribersAddCommand(reader.address, { ownerAsks: true }, needs, recordedIo());
    await expect(add).rejects.toMatchObject(barred);
    expect(await needs.subscriberStore.list()).toEqual([]);
  });

  it.each([
    ['active', subscribersPauseCommand, 'unsubscribed'],
    ['paused', subscribersResumeCommand, 'suppressed'],
  ] as const)('leaves one who was %s as they are when they say no in between', async (state, command, saidNo) => {
    const needs = { ...setUp([ofState(state, 'before')]), now: () => later };
    const { list, setState } = needs.subscriberStore;
    const change = { state: saidNo, at: at.toISOString(), reason: 'said no' };
    needs.subscriberStore.list = async () => {
      const readers = await list();
      await setState(reader.subscriberId, change);
      return readers;
    };
    const io = recordedIo();
    await expect(command(reader.address, {}, needs, io)).rejects.toMatchObject({
      exitCode: 1,
      message: 'reader@example.org was changed in this moment; look at "vigil subscribers show 00112233aabbccdd" first',
    });
    expect(io.out).toEqual([]);
    expect(await list()).toEqual([ofState(saidNo, 'said no')]);
  });

  it.each(['', 'x'.repeat(301), 'bounced at a@b.example'])('refuses the reason "%s"', async (reason) => {
    const pause = subscribersPauseCommand(reader.address, { reason }, setUp([reader]), recordedIo());
    await expect(pause).rejects.toMatchObject({ exitCode: 2 });
  });
});
