import { describe, expect, test } from 'vitest';
import { type CheckOperationNeeds, checkOperation } from '../../lib/cli/check-operation.ts';
import { type Check, doctorCommand } from '../../lib/cli/doctor.ts';
import { findMail } from '../../lib/cli/find-mail.ts';
import { findSignature } from '../../lib/cli/find-signature.ts';
import { findVersions } from '../../lib/cli/find-versions.ts';
import type { Edition } from '../../lib/digest/edition.ts';
import { fakeEditionStore, sampleSubscriber } from '../digest/fake-ports.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { createMemoryOpinionLedger } from '../fakes/memory-opinion-ledger.ts';
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
    opinionLedger: createMemoryOpinionLedger(),
    queueDepths: async () => [{ name: 'feeds', waiting: 3, deadLetters: 0 }],
    clockOffset: async () => 1,
    vigil: 'vigil --stack Vigil',
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
    clock: { state: 'ok', says: '2026-11-23T08:00:00.000Z, 1 s ahead of AWS; nothing was written after it' },
    feeds: {
      state: 'ok',
      says: '1 watched, 0 failing, 0 silent for a month, last read 2026-11-23T08:00:00.000Z',
    },
    queues: { state: 'ok', says: 'feeds: 3 waiting, 0 dead letters' },
    'second opinion': { state: 'ok', says: 'no model was asked this month' },
    readers: { state: 'ok', says: '1 active' },
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
    [
      'a machine that wrote ahead',
      feedStore({ lastCheckedAt: '2026-11-23T09:00:00.000Z' }),
      'clock',
      'broken',
      /find the/,
    ],
    ['a clock that is behind', { clockOffset: async () => -61 }, 'clock', 'look', /set the clock/],
    ['a clock that AWS refuses', { clockOffset: async () => 301 }, 'clock', 'broken', /set the clock/],
    [
      'a reader whose mailbox refused',
      {
        subscriberStore: createMemorySubscriberStore([
          READER,
          sampleSubscriber({
            subscriberId: '00000000000000bb',
            state: 'suppressed',
            stateAt: '2026-11-20T00:00:00.000Z',
          }),
        ]),
      },
      'readers',
      'look',
      /subscribers resume/,
    ],
    ['an empty list', { feedStore: createMemoryFeedStore() }, 'feeds', 'look', /feeds import/],
    ['no reading for three hours', feedStore({ lastReadAt: '2026-11-23T04:59:00.000Z' }), 'feeds', 'look', /silent/],
    ['a failing feed', feedStore({ consecutiveFailures: 3 }), 'feeds', 'look', /feeds test URL/],
    [
      'dead letters',
      { queueDepths: async () => [{ name: 'articles', waiting: 0, deadLetters: 1 }] },
      'queues',
      'look',
      /when the cause is mended: "vigil --stack Vigil redrive articles"/,
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

  test('a page that asks to sign in is as right as one that asks for its token', async () => {
    const { all } = await examine({ askPage: async () => 303 });
    expect(all.page).toMatchObject({ state: 'ok', says: expect.stringContaining('asks to sign in') });
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
    const weekly = (weekday: number) =>
      createMemorySubscriberStore([{ ...READER, frequency: 'weekly' as const, weekday }]);
    // 23 November 2026 is a Monday.
    expect((await examine({ subscriberStore: weekly(1) }, yesterday)).all.digests).toMatchObject({ state: 'look' });
    expect((await examine({ subscriberStore: weekly(2) }, yesterday)).all.digests).toMatchObject({ state: 'ok' });
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

test('a reader who was cut off long ago is counted, and no news', async () => {
  const suppressed = sampleSubscriber({ subscriberId: '00000000000000bb', state: 'suppressed' });
  const { all } = await examine({ subscriberStore: createMemorySubscriberStore([READER, suppressed]) });
  expect(all.readers).toEqual({ state: 'ok', says: '1 active, 1 suppressed' });
});

describe('how mail is signed', () => {
  const sound = { dkimStatus: 'SUCCESS', isSigning: true };
  test.each([
    ['only the address is known', undefined, 'look', /drop such mail.*_dmarc\.a\.org/, /"identity": "domain"/],
    ['DKIM is not found', { ...sound, dkimStatus: 'PENDING' }, 'look', /PENDING/, /DnsRecord1 to 5/],
    ['signing is off', { ...sound, isSigning: false }, 'look', /signing is off/, /switch DKIM on/],
  ] as const)('%s', (_, domain, state, says, todo) => {
    expect(findSignature('d@a.org', { domain })).toEqual({
      ...{ state, says: expect.stringMatching(says), todo: expect.stringMatching(todo) },
    });
  });
  test('all is well, and what SES does not tell is said', () => {
    const mailFrom = { name: 'bounce.a.org', status: 'SUCCESS' };
    expect(findSignature('d@a.org', { domain: { ...sound, mailFrom } })).toEqual({
      state: 'ok',
      says: 'DKIM of a.org: SUCCESS; bounces come to bounce.a.org (SUCCESS); whether a.org has a DMARC record SES does not say: "dig +short TXT _dmarc.a.org"',
    });
  });
});

describe('versions', () => {
  const here = { app: '1.2.3', ruleSet: '2026-11', awsSdk: '3.1.0' };
  const rows =
    (older: number, newer = 0) =>
    async () => [{ table: 'subscribers', looked: 9, older, newer }];
  const find = (changes: Partial<Parameters<typeof findVersions>[0]>) =>
    findVersions({ here, olderRows: rows(0), vigil: 'vigil --demo', ...changes });

  test('that fit together are shown', async () => {
    expect(await find({})).toEqual({ state: 'ok', says: 'Vigil 1.2.3, rules 2026-11, AWS SDK 3.1.0' });
    expect(await find({ deployed: here })).toMatchObject({
      state: 'ok',
      says: expect.stringMatching(/the stack the same$/),
    });
  });

  test.each([
    [
      'another version is deployed',
      { deployed: { app: '1.2.2', ruleSet: '2026-11' } },
      'look',
      /Vigil 1\.2\.2/,
      /cdk deploy/,
    ],
    ['other rules are deployed', { deployed: { app: '1.2.3' } }, 'look', /rules unknown/, /cdk deploy/],
    [
      'rows wait to be migrated',
      { olderRows: rows(2) },
      'look',
      /2 of the first 9 in subscribers/,
      /"vigil --demo migrate"/,
    ],
    [
      'rows are of a later version',
      { olderRows: rows(2, 1) },
      'broken',
      /1 in subscribers/,
      /the version that wrote them/,
    ],
  ] as const)('%s', async (_, changes, state, says, todo) => {
    expect(await find(changes)).toEqual({
      ...{ state, says: expect.stringMatching(says), todo: expect.stringMatching(todo) },
    });
  });
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

describe('second opinions', () => {
  const month = at.toISOString().slice(0, 7);
  async function found(ask: (ledger: ReturnType<typeof createMemoryOpinionLedger>) => Promise<unknown>) {
    const opinionLedger = createMemoryOpinionLedger();
    await ask(opinionLedger);
    return (await examine({ opinionLedger })).all['second opinion'];
  }

  test('are counted with what they cost', async () => {
    const finding = await found(async (ledger) => {
      await ledger.reserve(month, 20_000, 50_000);
      await ledger.settle(month, 8_000, 'answered');
    });
    const says = '1 given, 0 unusable, 0 failed, 0 left out for the budget; 0.01 dollars this month';
    expect(finding).toEqual({ state: 'ok', says });
    expect(await found(async () => {})).toEqual({ state: 'ok', says: 'no model was asked this month' });
  });

  test('that fail for want of access say where to ask for it', async () => {
    const fault = { says: 'AccessDeniedException: no access', at: at.toISOString() };
    const finding = await found(async (ledger) => {
      await ledger.reserve(month, 20_000, 50_000);
      await ledger.settle(month, 20_000, 'failed', fault);
    });
    expect(finding?.state).toBe('look');
    expect(finding?.says).toContain('AccessDeniedException: no access');
    expect(finding?.todo).toContain('"Model access"');
  });

  test('for which the month has no money left are a thing to know', async () => {
    const finding = await found((ledger) => ledger.reserve(month, 20_000, 10_000));
    expect(finding?.todo).toContain('monthlyDollars');
  });
});
