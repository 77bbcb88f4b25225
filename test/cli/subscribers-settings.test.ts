import { describe, expect, it } from 'vitest';
import { subscribersAddCommand } from '../../lib/cli/subscribers.ts';
import {
  subscribersRotateCommand,
  subscribersSetCommand,
  subscribersShowCommand,
} from '../../lib/cli/subscribers-settings.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemoryMailboxKeyStore } from '../fakes/memory-mailbox-key-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { recordedIo } from './recorded-io.ts';
import { at } from './sample-feed.ts';

const reader = sampleSubscriber();
const setUp = (readers = [reader]) => ({
  subscriberStore: createMemorySubscriberStore(readers),
  confirmationStore: createMemoryConfirmationStore(() => at).store,
  mailboxKeyStore: createMemoryMailboxKeyStore(),
  now: () => at,
});
const everything = {
  ...{ zone: 'Asia/Tehran', hour: '06', language: 'fa', frequency: 'weekly', weekday: 'sat', quiet: 'skip' },
  ...{ theme: 'denial, evidence', coverageLanguage: 'fa,ar', relation: 'state', outlet: 'BBC.com', minScore: '7.5' },
};
const settings = {
  ...{ zone: 'Asia/Tehran', hour: 6, language: 'fa', frequency: 'weekly', weekday: 6, quietDay: 'skip' },
  filter: {
    ...{ themes: ['denial', 'evidence'], languages: ['fa', 'ar'], relations: ['state'], outlets: ['bbc.com'] },
    minimumScore: 7.5,
  },
} as const;

describe('subscribers set', () => {
  it('changes what is said, and nothing else', async () => {
    const needs = setUp();
    const io = recordedIo();
    await subscribersSetCommand(reader.address, everything, needs, io);
    const rhythmAt = at.toISOString();
    expect(await needs.subscriberStore.list()).toEqual([{ ...reader, ...settings, rhythmAt }]);
    await subscribersSetCommand(reader.subscriberId, { hour: 9 }, needs, io);
    expect(await needs.subscriberStore.list()).toEqual([{ ...reader, ...settings, hour: 9, rhythmAt }]);
    expect(io.out).toEqual([
      'set 00000000000000aa: reader@reader.example, weekly from Saturday 6:00 Asia/Tehran, frame in fa',
      'set 00000000000000aa: reader@reader.example, weekly from Saturday 9:00 Asia/Tehran, frame in fa',
    ]);
  });

  it('takes a limit away with "all"', async () => {
    const needs = setUp([sampleSubscriber(settings as never)]);
    const none = { theme: 'all', coverageLanguage: 'all', relation: 'all', outlet: 'all', minScore: 'all' };
    await subscribersSetCommand(reader.address, none, needs, recordedIo());
    expect((await needs.subscriberStore.list())[0]?.filter).toEqual(reader.filter);
  });

  it('moves a reader to another address, whose links are new', async () => {
    const needs = setUp();
    await subscribersSetCommand(reader.address, { address: 'moved@reader.example' }, needs, recordedIo());
    expect(await needs.subscriberStore.list()).toEqual([
      { ...reader, address: 'moved@reader.example', linkVersion: 2 },
    ]);
  });

  it('gives nobody the address of another', async () => {
    const other = sampleSubscriber({ subscriberId: '00000000000000bb', address: 'other@reader.example' });
    const needs = setUp([reader, other]);
    const set = subscribersSetCommand(reader.address, { address: 'Other@reader.example' }, needs, recordedIo());
    await expect(set).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining('of 00000000000000bb') });
    expect(await needs.subscriberStore.list()).toEqual([other, reader]);
  });

  it.each([
    [{}, 'say what to set'],
    [{ zone: 'Moon/Base' }, 'zone: use an IANA time zone'],
    [{ hour: '24' }, '--hour 24: give a whole hour'],
    [{ frequency: 'hourly' }, 'frequency: use daily, weekly or instant'],
    [{ weekday: 'caturday' }, '--weekday caturday: give monday to sunday'],
    [{ quiet: 'never' }, '--quiet: use line, skip or weekly'],
    [{ theme: 'sport' }, '--theme: '],
    [{ coverageLanguage: 'Persian' }, '--coverage-language: use short language tags'],
    [{ relation: 'friends' }, '--relation: '],
    [{ outlet: 'a b' }, '--outlet: use ids of outlets'],
    [{ minScore: '-1' }, '--min-score -1: give a number of points'],
    [{ address: 'nobody' }, 'nobody: address: use a whole mail address'],
  ])('refuses %o in one line as wrong usage', async (options, message) => {
    const needs = setUp();
    const error = await subscribersSetCommand(reader.address, options, needs, recordedIo()).catch((fault) => fault);
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
    expect(error.message).not.toContain('\n');
    expect(await needs.subscriberStore.list()).toEqual([reader]);
  });
});

it('add takes every setting that set takes', async () => {
  const needs = setUp([]);
  await subscribersAddCommand('new@reader.example', everything, needs, recordedIo());
  expect(await needs.subscriberStore.list()).toMatchObject([{ address: 'new@reader.example', ...settings }]);
});

it('show says what a reader gets', async () => {
  const io = recordedIo();
  const shown = sampleSubscriber({ ...(settings as object), state: 'paused', stateReason: 'on leave' });
  await subscribersShowCommand(reader.subscriberId, {}, setUp([shown]), io);
  expect(io.out[0]?.split('\n')).toEqual([
    '00000000000000aa  reader@reader.example',
    'state     paused since 2026-08-01, on leave; added 2026-08-01',
    'edition   weekly from Saturday 6:00 Asia/Tehran, frame in fa',
    'quiet day skip',
    'filter    Your filters: denial, evidence · Persian, Arabic · Iranian state media · bbc.com · score from 7.5. Other coverage is left out.',
    'links     version 1',
  ]);
  await subscribersShowCommand(reader.subscriberId, { json: true }, setUp([shown]), io);
  expect(JSON.parse(io.out[1] ?? '')).toEqual(shown);
});

it('rotate gives a reader’s links another version', async () => {
  const needs = setUp();
  await subscribersRotateCommand(reader.address, {}, needs, recordedIo());
  await subscribersRotateCommand(reader.address, {}, needs, recordedIo());
  expect(await needs.subscriberStore.list()).toEqual([{ ...reader, linkVersion: 3 }]);
});
