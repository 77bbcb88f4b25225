import { expect, test } from 'vitest';
import { askConfirmation } from '../../lib/digest/ask-confirmation.ts';
import { OWN_PAUSE } from '../../lib/digest/is-held.ts';
import type { Mail, MailEnd } from '../../lib/digest/mailer.ts';
import { readConfirmationToken, readOwnerToken } from '../../lib/digest/reader-links.ts';
import { serveConfirmations } from '../../lib/digest/serve-confirmations.ts';
import { defaultSettings, type Subscriber } from '../../lib/digest/subscriber.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemoryMailboxKeyStore } from '../fakes/memory-mailbox-key-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { sampleSubscriber } from './fake-ports.ts';
import { watchLog } from './tick.ts';

const log = watchLog();
const signingKey = 'a signing key of the tests, long enough';
const settings = { ...defaultSettings, zone: 'Asia/Tehran', hour: 6, language: 'fa' } as const;
const signUp = (address = 'new@reader.example') => ({ purpose: 'sign-up', address, language: 'fa', settings }) as const;

function openWorld(readers: readonly Subscriber[] = []) {
  const clock = { now: new Date('2026-08-28T08:00:00.000Z') };
  const now = () => clock.now;
  const { store: confirmationStore, rows, limits } = createMemoryConfirmationStore(now);
  const subscriberStore = createMemorySubscriberStore(readers);
  const mails: Mail[] = [];
  const ends: MailEnd[] = [];
  let asked = 0;
  const needs = {
    confirmationStore,
    subscriberStore,
    mailboxKeyStore: createMemoryMailboxKeyStore(),
    mailer: {
      async send(mail: Mail) {
        const end = ends.shift() ?? ({ status: 'accepted', messageId: 'm' } as const);
        if (end.status === 'accepted') mails.push(mail);
        return end;
      },
    },
    now,
    publicUrl: 'https://vigil.example',
    signingKey,
    newConfirmationId() {
      asked += 1;
      return String(asked).padStart(32, '0');
    },
  };
  /** What the button of a mail does. */
  const press = async (mail: Mail | undefined) => {
    const [, token = ''] = /\/confirm\?token=([\w.-]+)/.exec(mail?.text ?? '') ?? [];
    const id = readConfirmationToken(token, signingKey, now()) ?? '';
    return confirmationStore.move(id, ['claimed', 'sent'], { state: 'confirmed' });
  };
  const later = (hours: number) => {
    clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
  };
  return { needs, mails, ends, rows, limits, press, later, serve: () => serveConfirmations(needs), ...needs };
}

test('an address becomes a reader when its owner pressed the button, and not before', async () => {
  const world = openWorld();
  expect(await askConfirmation(signUp(), world.needs)).toBe('asked');
  expect(await world.serve()).toEqual(['sent']);
  expect(await world.serve()).toEqual([]);
  const [mail] = world.mails;
  expect([mail?.to, mail?.subject]).toEqual(['new@reader.example', 'ویجیل: تأیید کنید که چکیده را می‌خواهید']);
  expect(await world.subscriberStore.list()).toEqual([]);
  expect(await world.press(mail)).toBe(true);
  expect(await world.serve()).toEqual(['subscribed']);
  expect(await world.serve()).toEqual([]);
  expect(await world.subscriberStore.list()).toEqual([
    sampleSubscriber({
      ...settings,
      subscriberId: '0'.repeat(16),
      address: 'new@reader.example',
      stateAt: '2026-08-28T08:00:00.000Z',
      addedAt: '2026-08-28T08:00:00.000Z',
    }),
  ]);
  const { to: _to, ...rest } = mail ?? {};
  expect(JSON.stringify(rest)).not.toContain('new@reader.example');
  expect(log.lines.join('\n')).not.toMatch(/@reader|token=/);
});

test('after three days nothing can be confirmed any more', async () => {
  const world = openWorld();
  await askConfirmation(signUp(), world.needs);
  await world.serve();
  world.later(71.9);
  expect(
    readConfirmationToken(/token=([\w.-]+)/.exec(world.mails[0]?.text ?? '')?.[1] ?? '', signingKey, world.now()),
  ).toBe('1'.padStart(32, '0'));
  world.later(0.1);
  expect(await world.press(world.mails[0])).toBe(false);
  expect(await world.confirmationStore.list()).toEqual([]);
});

test('a stranger’s mailbox gets one mail an hour and two a day, and everybody’s together a hundred a day', async () => {
  const world = openWorld();
  const ask = (address?: string) => askConfirmation(signUp(address), world.needs);
  expect([await ask(), await ask('New@Reader.example'), await ask('new+1@reader.example')]).toEqual([
    'asked',
    'limited',
    'limited',
  ]);
  for (const wanted of ['asked', 'limited', 'limited']) {
    world.later(1);
    expect(await ask()).toBe(wanted);
  }
  const ends = [];
  for (let index = 0; index < 110; index += 1) ends.push(await ask(`reader-${index}@reader.example`));
  // Two of the hundred were taken by the first address, and none by what it asked for in vain.
  expect(ends.filter((end) => end === 'asked')).toHaveLength(98);
  await world.serve();
  expect(world.mails).toHaveLength(100);
  expect(JSON.stringify(world.limits())).not.toContain('@');
});

test('nobody shuts an address out: asked for all day long by a stranger, its owner has a button, and signs up the next day', async () => {
  const world = openWorld();
  for (let hour = 0; hour < 14; hour += 1) {
    await askConfirmation(signUp(), world.needs);
    await world.serve();
    world.later(1);
  }
  expect(world.mails).toHaveLength(2);
  expect(await askConfirmation(signUp(), world.needs)).toBe('limited');

  world.later(3);
  expect(await askConfirmation(signUp(), world.needs)).toBe('asked');
  expect(await world.serve()).toEqual(['sent']);
  world.later(55);
  expect(await world.press(world.mails[1])).toBe(true);
  expect(await world.serve()).toEqual(['subscribed']);
});

test('in a month of asking at every hour an address gets two mails a day', async () => {
  const world = openWorld();
  const days = new Map<string, number>();
  for (let hour = 0; hour < 30 * 24; hour += 1) {
    if ((await askConfirmation(signUp(), world.needs)) === 'asked') {
      const day = world.now().toISOString().slice(0, 10);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    world.later(1);
  }
  expect([...new Set(days.values())]).toEqual([2]);
});

test('who asked in vain on a day that was full signs up the next day', async () => {
  const world = openWorld();
  for (let index = 0; index < 100; index += 1) await askConfirmation(signUp(`r${index}@reader.example`), world.needs);
  for (let again = 0; again < 4; again += 1) {
    world.later(3);
    expect(await askConfirmation(signUp(), world.needs)).toBe('limited');
  }
  world.later(4);
  expect(await askConfirmation(signUp(), world.needs)).toBe('asked');
});

test('a reader may name five new addresses a day, whatever strangers ask for, and takes nothing from them', async () => {
  const world = openWorld([sampleSubscriber()]);
  const change = (address: string) =>
    askConfirmation(
      { purpose: 'change-address', address, language: 'en', subscriberId: '00000000000000aa', linkVersion: 1 },
      world.needs,
    );
  for (let index = 0; index < 99; index += 1) await askConfirmation(signUp(`r${index}@reader.example`), world.needs);
  const ends = [];
  for (let index = 0; index < 6; index += 1) ends.push(await change(`moved-${index}@reader.example`));
  expect(ends).toEqual(['asked', 'asked', 'asked', 'asked', 'asked', 'limited']);
  expect([
    await askConfirmation(signUp(), world.needs),
    await askConfirmation(signUp('b@c.example'), world.needs),
  ]).toEqual(['asked', 'limited']);
  world.later(24);
  expect(await change('moved-9@reader.example')).toBe('asked');
});

test('a mailbox that refused our mail gets none under another writing of its address', async () => {
  const world = openWorld([sampleSubscriber({ state: 'suppressed', address: 'a.reader@gmail.com' })]);
  await askConfirmation(signUp('areader+again@googlemail.com'), world.needs);
  expect([await world.serve(), world.mails]).toEqual([['suppressed'], []]);
});

test('an address that refused our mail gets none', async () => {
  const world = openWorld([sampleSubscriber({ state: 'suppressed', address: 'New@reader.example' })]);
  await askConfirmation(signUp(), world.needs);
  expect(await world.serve()).toEqual(['suppressed']);
  expect([world.mails, await world.serve()]).toEqual([[], []]);
});

test.each(['active', 'paused'] as const)(
  'a reader who is %s gets the way to their settings instead of a button',
  async (state) => {
    const reader = sampleSubscriber({ state, stateReason: OWN_PAUSE, address: 'new@reader.example' });
    const world = openWorld([reader]);
    await askConfirmation(signUp(), world.needs);
    expect(await world.serve()).toEqual(['sent']);
    const [, token = ''] = /\/preferences\?token=([\w.-]+)/.exec(world.mails[0]?.text ?? '') ?? [];
    expect(readOwnerToken('preferences', token, signingKey, world.now())).toEqual({
      subscriberId: reader.subscriberId,
      linkVersion: 1,
    });
    expect(world.mails[0]?.text).not.toContain('/confirm');
    expect([await world.serve(), await world.subscriberStore.list()]).toEqual([[], [reader]]);
  },
);

test.each(['paused', 'unsubscribed'] as const)(
  'whom the operator paused, and who is %s now, does not come back by signing up: their mail says who can help',
  async (state) => {
    const reader = sampleSubscriber({ state, isPausedByOperator: true, address: 'new@reader.example' });
    const world = openWorld([reader]);
    await askConfirmation(signUp(), world.needs);
    expect(await world.serve()).toEqual(['sent']);
    expect(world.mails.map(({ subject }) => subject)).toEqual(['ویجیل: چکیدهٔ شما متوقف است']);
    expect(world.mails[0]?.text).not.toMatch(/\/confirm|\/preferences/);
    expect([await world.serve(), await world.subscriberStore.list()]).toEqual([[], [reader]]);
  },
);

test('a button of before the operator’s pause does not end it', async () => {
  const reader = sampleSubscriber({ state: 'unsubscribed', address: 'new@reader.example' });
  const world = openWorld([reader]);
  await askConfirmation(signUp(), world.needs);
  await world.serve();
  const at = world.now().toISOString();
  await world.subscriberStore.setState(reader.subscriberId, { state: 'paused', at, byOperator: true });
  await world.press(world.mails[0]);
  expect(await world.serve()).toEqual(['in-vain']);
  expect((await world.subscriberStore.get(reader.subscriberId))?.state).toBe('paused');
});

test('who unsubscribed comes back by the button, with what they chose now', async () => {
  const reader = sampleSubscriber({ state: 'unsubscribed', address: 'new@reader.example' });
  const world = openWorld([reader]);
  await askConfirmation(signUp(), world.needs);
  await world.serve();
  expect((await world.subscriberStore.get(reader.subscriberId))?.state).toBe('unsubscribed');
  await world.press(world.mails[0]);
  expect(await world.serve()).toEqual(['subscribed']);
  expect(await world.subscriberStore.get(reader.subscriberId)).toMatchObject({ ...settings, state: 'active' });
});

test('a new address is asked; then the digest goes there, the former one is told once, and its links end', async () => {
  const reader = sampleSubscriber();
  const world = openWorld([reader]);
  const { subscriberId } = reader;
  const wish = {
    purpose: 'change-address',
    address: 'moved@reader.example',
    language: 'en',
    subscriberId,
    linkVersion: 1,
  } as const;
  await askConfirmation(wish, world.needs);
  expect(await world.serve()).toEqual(['sent']);
  expect(await world.subscriberStore.list()).toEqual([reader]);
  await world.press(world.mails[0]);
  expect(await world.serve()).toEqual(['moved']);
  expect(await world.subscriberStore.list()).toEqual([{ ...reader, address: wish.address, linkVersion: 2 }]);
  expect(await world.serve()).toEqual(['sent']);
  expect(world.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['moved@reader.example', 'Vigil: confirm your new address'],
    ['reader@reader.example', 'Vigil: your digest goes to another address'],
  ]);
  expect(world.mails[1]?.text).not.toContain('moved@');
  expect(await world.serve()).toEqual([]);
});

test('a new address that is another reader’s changes nothing', async () => {
  const other = sampleSubscriber({ subscriberId: '00000000000000bb', address: 'moved@reader.example' });
  const world = openWorld([sampleSubscriber(), other]);
  const { subscriberId } = sampleSubscriber();
  await askConfirmation(
    { purpose: 'change-address', address: other.address, language: 'en', subscriberId, linkVersion: 1 },
    world.needs,
  );
  await world.serve();
  await world.press(world.mails[0]);
  expect(await world.serve()).toEqual(['in-vain']);
  expect(await world.subscriberStore.list()).toEqual([other, sampleSubscriber()]);
});

test.each([
  ['ended their links', { linkVersion: 2 }],
  ['refuses our mail', { state: 'suppressed' }],
  ['unsubscribed', { state: 'unsubscribed' }],
] as const)('a new address asked for before the reader %s changes nothing, and mails nobody', async (_, since) => {
  const reader = sampleSubscriber();
  const world = openWorld([reader]);
  const { subscriberId } = reader;
  await askConfirmation(
    { purpose: 'change-address', address: 'moved@reader.example', language: 'en', subscriberId, linkVersion: 1 },
    world.needs,
  );
  await world.serve();
  if ('state' in since) await world.subscriberStore.setState(subscriberId, { ...since, at: reader.stateAt });
  else await world.subscriberStore.change(subscriberId, since);
  await world.press(world.mails[0]);
  expect([await world.serve(), await world.serve()]).toEqual([['in-vain'], []]);
  expect(await world.subscriberStore.list()).toEqual([{ ...reader, ...since }]);
  expect(world.mails).toHaveLength(1);
});

test('two who want the same address and confirm it at once: the first has it', async () => {
  const reader = sampleSubscriber();
  const world = openWorld([reader]);
  const { subscriberId } = reader;
  const address = 'shared@reader.example';
  await askConfirmation(signUp(address), world.needs);
  world.later(2);
  await askConfirmation(
    { purpose: 'change-address', address, language: 'en', subscriberId, linkVersion: 1 },
    world.needs,
  );
  await world.serve();
  for (const mail of world.mails) await world.press(mail);
  expect(await world.serve()).toEqual(['subscribed', 'in-vain']);
  expect((await world.subscriberStore.list()).map((one) => one.address)).toEqual([reader.address, address]);
});

test('what breaks between the steps of a confirmation is done by the next tick, once', async () => {
  const reader = sampleSubscriber();
  for (const broken of ['add', 'change', 'move'] as const) {
    const world = openWorld([reader]);
    const { subscriberId } = reader;
    const wish = {
      purpose: 'change-address',
      address: 'moved@reader.example',
      language: 'en',
      subscriberId,
      linkVersion: 1,
    } as const;
    await askConfirmation(wish, world.needs);
    await world.serve();
    await world.press(world.mails[0]);
    let isDown = true;
    const down = (store: object) =>
      new Proxy(store, {
        get: (target, name) =>
          name === broken && isDown
            ? async () => {
                isDown = false;
                throw new Error('the table is away');
              }
            : Reflect.get(target, name),
      });
    const needs = {
      ...world.needs,
      confirmationStore: down(world.confirmationStore) as typeof world.confirmationStore,
      subscriberStore: down(world.subscriberStore) as typeof world.subscriberStore,
    };
    await expect(serveConfirmations(needs)).rejects.toThrow('1 of 1 confirmations broke');
    for (let tick = 0; tick < 3; tick += 1) await serveConfirmations(needs);
    expect([broken, await world.subscriberStore.list()]).toEqual([
      broken,
      [{ ...reader, address: wish.address, linkVersion: 2 }],
    ]);
    expect([broken, world.mails.map(({ to }) => to)]).toEqual([broken, [wish.address, reader.address]]);
  }
});

test('a mail that was refused is tried three times, one with an unknown end once; whoever has it can confirm', async () => {
  const refusal = { status: 'refused', retryable: true, reason: 'TooManyRequestsException' } as const;
  const world = openWorld();
  world.ends.push(refusal, refusal, refusal);
  await askConfirmation(signUp(), world.needs);
  expect([await world.serve(), await world.serve(), await world.serve(), await world.serve()]).toEqual([
    ['refused'],
    ['refused'],
    ['failed'],
    [],
  ]);
  world.ends.push({ status: 'unknown', reason: 'TimeoutError' });
  await askConfirmation(signUp('other@reader.example'), world.needs);
  expect([await world.serve(), await world.serve()]).toEqual([['unknown'], []]);
  const claimed = world.rows().find(({ address }) => address === 'other@reader.example');
  expect(
    await world.confirmationStore.move(claimed?.confirmationId ?? '', ['claimed', 'sent'], { state: 'confirmed' }),
  ).toBe(true);
  expect(await world.serve()).toEqual(['subscribed']);
});
