import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { subscribersExportCommand, subscribersImportCommand } from '../../lib/cli/subscribers-file.ts';
import { subscribersInviteCommand } from '../../lib/cli/subscribers-invite.ts';
import { hashMailbox } from '../../lib/digest/hash-mailbox.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemoryMailboxKeyStore } from '../fakes/memory-mailbox-key-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { recordedIo } from './recorded-io.ts';
import { at } from './sample-feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (text: string) => {
  const path = join(folder, 'readers');
  writeFileSync(path, text);
  return path;
};

function setUp(readers: readonly Subscriber[] = []) {
  let ids = 0;
  const { store: confirmationStore, rows } = createMemoryConfirmationStore(() => at);
  const subscriberStore = createMemorySubscriberStore(readers);
  const newSubscriberId = () => {
    ids += 1;
    return String(ids).padStart(16, '0');
  };
  const mailboxKeyStore = createMemoryMailboxKeyStore();
  return { subscriberStore, confirmationStore, mailboxKeyStore, rows, now: () => at, newSubscriberId };
}
const reader = (state: Subscriber['state'], index = 1) =>
  sampleSubscriber({ state, subscriberId: `${index}`.padStart(16, 'a'), address: `${state}@reader.example` });

describe('subscribers invite', () => {
  it('asks the address and adds nobody', async () => {
    const needs = setUp([reader('unsubscribed')]);
    for (const address of ['new@reader.example', 'unsubscribed@reader.example'])
      await subscribersInviteCommand(address, { zone: 'Asia/Tehran', language: 'fa' }, needs, recordedIo());
    expect(needs.rows()).toMatchObject([
      { address: 'new@reader.example', purpose: 'sign-up', state: 'waiting', language: 'fa', settings: { hour: 7 } },
      { address: 'unsubscribed@reader.example', purpose: 'sign-up', state: 'waiting' },
    ]);
    expect(await needs.subscriberStore.list()).toEqual([reader('unsubscribed')]);
  });

  it('adds who said yes already', async () => {
    const needs = setUp();
    await subscribersInviteCommand('new@reader.example', { confirmed: true, hour: '5' }, needs, recordedIo());
    expect([needs.rows(), await needs.subscriberStore.list()]).toMatchObject([[], [{ hour: 5, state: 'active' }]]);
  });

  it.each([
    ['active@reader.example', 'is a subscriber already (active)'],
    ['Suppressed@reader.example', 'refused our mail before'],
    ['asked@reader.example', 'was asked in the last three days'],
  ])('sends %s no mail', async (address, message) => {
    const needs = setUp([reader('active', 1), reader('suppressed', 2)]);
    await subscribersInviteCommand('asked@reader.example', {}, needs, recordedIo());
    const invited = subscribersInviteCommand(address, {}, needs, recordedIo());
    await expect(invited).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining(message) });
    expect(needs.rows()).toHaveLength(1);
  });
});

describe('subscribers export and import', () => {
  it('bring readers elsewhere with settings and states; who left does not come back', async () => {
    const filter = { ...reader('active').filter, themes: ['denial' as const], minimumScore: 3 };
    const readers = [
      { ...reader('active', 1), frequency: 'weekly' as const, filter },
      reader('paused', 2),
      reader('suppressed', 3),
      reader('unsubscribed', 4),
    ];
    const io = recordedIo();
    await subscribersExportCommand({}, setUp(readers), io);
    expect(io.err).toEqual(['4 subscribers']);
    const needs = setUp();
    await subscribersImportCommand(fileOf(io.out[0] ?? ''), { confirmed: true }, needs, io);
    expect(io.out[1]).toBe('4 added, 0 asked to confirm, 0 there already, 0 whose mailbox said no before');
    const own = ({ address, state, zone, hour, language, frequency, filter: one, quietDay }: Subscriber) => ({
      ...{ address, state, zone, hour, language, frequency, quietDay },
      filter: one,
    });
    expect((await needs.subscriberStore.list()).map(own)).toEqual(readers.map(own));
    await subscribersImportCommand(fileOf(io.out[0] ?? ''), { confirmed: true, json: true }, needs, io);
    expect(JSON.parse(io.out[2] ?? '')).toEqual({ added: 0, invited: 0, there: 4, refused: 0 });
  });

  it('asks every address of a list of lines, each once, and none that is there or refused', async () => {
    const needs = setUp([reader('suppressed')]);
    const io = recordedIo();
    const text = '# press list\na@reader.example\r\n\nA@reader.example\nsuppressed@reader.example\nb@reader.example\n';
    await subscribersImportCommand(fileOf(text), {}, needs, io);
    expect(io.out).toEqual(['0 added, 2 asked to confirm, 2 there already, 0 whose mailbox said no before']);
    expect(needs.rows().map(({ address }) => address)).toEqual(['a@reader.example', 'b@reader.example']);
  });

  it.each([
    ['a@reader.example\nnobody\n', 'subscriber 2: address: use a whole mail address'],
    ['{"version": 1, "subscribers": [{"address": "a@b.example", "zone": "Moon"}]}', 'subscriber 1: zone: use an IANA'],
    ['{"version": 1, "subscribers": [{"address": "a@b.example", "role": "x"}]}', 'subscriber 1: '],
    ['{"version": 2}', 'give what "vigil subscribers export" prints'],
    ['{', 'is no JSON'],
  ])('takes nothing of a list with a fault: %j', async (text, message) => {
    const needs = setUp();
    const imported = subscribersImportCommand(fileOf(text), {}, needs, recordedIo());
    await expect(imported).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining(message) });
    expect([needs.rows(), await needs.subscriberStore.list()]).toEqual([[], []]);
  });

  it('says in one line that a file cannot be read', async () => {
    const imported = subscribersImportCommand(join(folder, 'absent'), {}, setUp(), recordedIo());
    await expect(imported).rejects.toThrow(/absent: cannot be read \(ENOENT\); give a file/);
  });

  it.each([true, undefined])('leaves out whose mailbox said no before, confirmed or not', async (confirmed) => {
    const needs = setUp();
    await needs.confirmationStore.refuse({
      ...{ schemaVersion: 1, reason: 'bounced', at: at.toISOString(), expiresAt: at.getTime() / 1000 + 60 },
      mailboxId: hashMailbox('gone@reader.example', await needs.mailboxKeyStore.get()),
    });
    const io = recordedIo();
    await subscribersImportCommand(fileOf('Gone+1@reader.example\n'), { confirmed, json: true }, needs, io);
    expect(JSON.parse(io.out[0] ?? '')).toEqual({ added: 0, invited: 0, there: 0, refused: 1 });
    const invited = subscribersInviteCommand('gone@reader.example', {}, needs, io);
    await expect(invited).rejects.toThrow('a mail of ours bounced there');
    expect([needs.rows(), await needs.subscriberStore.list()]).toEqual([[], []]);
  });
});
