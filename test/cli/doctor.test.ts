import { describe, expect, test } from 'vitest';
import { type CheckOperationNeeds, checkOperation } from '../../lib/cli/check-operation.ts';
import { type Check, doctorCommand } from '../../lib/cli/doctor.ts';
import { findMail } from '../../lib/cli/find-mail.ts';
import type { Edition } from '../../lib/digest/edition.ts';
import { fakeEditionStore, sampleSubscriber } from '../digest/fake-ports.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { recordedIo } from './recorded-io.ts';
import { at, sampleFeed } from './sample-feed.ts';

const READER = sampleSubscriber({ zone: 'UTC', hour: 6 });
const read = sampleFeed({ lastCheckedAt: at.toISOString(), lastReadAt: at.toISOString() });

function edition(changes: Partial<Edition> = {}): Edition {
  const localDate = changes.localDate ?? '2026-11-23';
  return {
    schemaVersion: 1,
    editionId: `${READER.subscriberId}/${localDate}`,
    subscriberId: READER.subscriberId,
    localDate,
    state: 'done',
    from: '2026-11-22T06:00:00.000Z',
    to: '2026-11-23T06:00:00.000Z',
    createdAt: '2026-11-23T06:01:00.000Z',
    ...changes,
  };
}

/** A system in which all is well, but for the changes. */
async function examine(changes: Partial<CheckOperationNeeds> = {}, today: Edition | null = edition()) {
  const { store } = fakeEditionStore();
  if (today) await store.open(today);
  const checks = checkOperation({
    feedStore: createMemoryFeedStore([read]),
    subscriberStore: createMemorySubscriberStore([READER]),
    editionStore: store,
    queueDepths: async () => [{ name: 'feeds', waiting: 3, deadLetters: 0 }],
    publicUrl: 'https://page.example.org',
    askPage: async () => 401,
    now: () => at,
    ...changes,
  });
  const found = await Promise.all(checks.map(async ({ name, run }) => [name, await run()] as const));
  return { all: Object.fromEntries(found), wrong: found.filter(([, { state }]) => state !== 'ok') };
}

test('a system in which all is well has nothing to do', async () => {
  expect((await examine()).all).toEqual({
    clock: { state: 'ok', says: '2026-11-23T08:00:00.000Z; nothing was written after it' },
    feeds: {
      state: 'ok',
      says: '1 watched, 0 failing, 0 silent for a month, last read 2026-11-23T08:00:00.000Z',
    },
    queues: { state: 'ok', says: 'feeds: 3 waiting, 0 dead letters' },
    digests: { state: 'ok', says: `${READER.subscriberId}: 2026-11-23 done` },
    page: { state: 'ok', says: 'https://page.example.org answers, and asks for its token' },
  });
});

describe('what is wrong is named, with what to do, and nothing else is', () => {
  const feedStore = (changes: Parameters<typeof sampleFeed>[0]) => ({
    feedStore: createMemoryFeedStore([{ ...read, ...changes }]),
  });
  const claimed = async () => ({ schemaVersion: 1, editionId: 'e', state: 'claimed', tries: 1 }) as const;
  const refused = async () => ({ schemaVersion: 1, editionId: 'e', state: 'failed', tries: 3 }) as const;
  const sends = (getSend: CheckOperationNeeds['editionStore']['getSend']) => ({
    editionStore: { latest: async () => edition(), getSend },
  });

  test.each<[string, Partial<CheckOperationNeeds>, string, string, RegExp]>([
    ['a clock that is behind', feedStore({ lastCheckedAt: '2026-11-23T09:00:00.000Z' }), 'clock', 'broken', /set the/],
    ['an empty list', { feedStore: createMemoryFeedStore() }, 'feeds', 'look', /feeds import/],
    ['no reading for three hours', feedStore({ lastReadAt: '2026-11-23T04:59:00.000Z' }), 'feeds', 'look', /silent/],
    ['a failing feed', feedStore({ consecutiveFailures: 3 }), 'feeds', 'look', /feeds test URL/],
    [
      'dead letters',
      { queueDepths: async () => [{ name: 'articles', waiting: 0, deadLetters: 1 }] },
      'queues',
      'look',
      /dead-letters/,
    ],
    ['nobody to write to', { subscriberStore: createMemorySubscriberStore() }, 'digests', 'look', /subscribers add/],
    ['a mail that may have gone', sends(claimed), 'digests', 'look', /mail-unknown/],
    ['a mail that was refused', sends(refused), 'digests', 'look', /mail-not-sent/],
    ['a page that is away', { askPage: async () => 'ECONNREFUSED' }, 'page', 'look', /npm start/],
    ['a page that lets a stranger in', { askPage: async () => 200 }, 'page', 'broken', /page-errors/],
  ])('%s', async (_, changes, check, state, todo) => {
    const { wrong } = await examine(changes);
    expect(wrong).toEqual([[check, { state, says: expect.any(String), todo: expect.stringMatching(todo) }]]);
  });

  test('a digest that did not come today, but not one whose hour has not passed', async () => {
    const yesterday = edition({ localDate: '2026-11-22' });
    expect((await examine({}, yesterday)).all.digests).toMatchObject({
      state: 'look',
      todo: expect.stringContaining('digest-late'),
    });
    const later = createMemorySubscriberStore([{ ...READER, hour: 8 }]);
    expect((await examine({ subscriberStore: later }, yesterday)).all.digests).toMatchObject({ state: 'ok' });
    expect((await examine({}, null)).wrong.map(([name]) => name)).toEqual(['digests']);
  });
});

test('mail that cannot leave is broken, the sandbox is worth a look', () => {
  const sound = { isSendingEnabled: true, isInSandbox: false, dailyQuota: 200, sentToday: 3, isSenderVerified: true };
  const found = (changes: Partial<Parameters<typeof findMail>[1]>) => findMail('d@a.org', { ...sound, ...changes });
  expect(found({})).toEqual({ state: 'ok', says: 'd@a.org is confirmed; 3 of 200 mails in 24 hours' });
  expect(found({ isInSandbox: true })).toMatchObject({ state: 'look', todo: expect.stringContaining('production') });
  const broken = [{ isSendingEnabled: false }, { isSenderVerified: undefined }, { isSenderVerified: false }].map(found);
  expect(broken.map(({ state, says }) => [state, says])).toEqual([
    ['broken', 'SES has stopped this account'],
    ['broken', 'SES does not know d@a.org'],
    ['broken', 'd@a.org is not confirmed'],
  ]);
});

describe('the command', () => {
  const checks: Check[] = [
    { name: 'one', run: () => ({ state: 'ok', says: 'well' }) },
    { name: 'second', run: () => ({ state: 'look', says: 'so-so', todo: 'look' }) },
    { name: 'third', run: () => Promise.reject(new Error('no rights')) },
  ];

  test('prints every finding in its order, then fails when one is broken', async () => {
    const io = recordedIo();
    await expect(doctorCommand({}, checks, io)).rejects.toMatchObject({
      exitCode: 1,
      message: 'broken: third; what to do stands beside each',
    });
    expect(io.out).toEqual([
      'ok      one     well',
      'look    second  so-so',
      '                → look',
      'broken  third   could not be checked: no rights',
      '                → mend that, then ask again',
    ]);
  });

  test('prints JSON, and is content with what is only worth a look', async () => {
    const io = recordedIo();
    await doctorCommand({ json: true }, checks.slice(0, 2), io);
    expect(JSON.parse(io.out.join(''))).toEqual([
      { check: 'one', state: 'ok', says: 'well' },
      { check: 'second', state: 'look', says: 'so-so', todo: 'look' },
    ]);
  });
});
