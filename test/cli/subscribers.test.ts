import { describe, expect, it } from 'vitest';
import { subscribersAddCommand, subscribersListCommand, subscribersRemoveCommand } from '../../lib/cli/subscribers.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import type { SubscriberStore } from '../../lib/digest/subscriber-store.ts';
import { recordedIo } from './recorded-io.ts';
import { at } from './sample-feed.ts';

function createMemorySubscriberStore(subscribers: Subscriber[] = []): SubscriberStore {
  const byId = new Map(subscribers.map((subscriber) => [subscriber.subscriberId, subscriber]));
  return {
    async add(subscriber) {
      if ([...byId.values()].some(({ address }) => address === subscriber.address)) return false;
      byId.set(subscriber.subscriberId, subscriber);
      return true;
    },
    get: async (subscriberId) => byId.get(subscriberId),
    async update(subscriberId, changes) {
      const subscriber = byId.get(subscriberId);
      if (subscriber) byId.set(subscriberId, { ...subscriber, ...changes });
      return subscriber !== undefined;
    },
    remove: async (subscriberId) => byId.delete(subscriberId),
    list: async () => [...byId.values()].toSorted((a, b) => a.address.localeCompare(b.address)),
  };
}

const reader: Subscriber = {
  schemaVersion: 1,
  subscriberId: '00112233aabbccdd',
  address: 'reader@example.org',
  zone: 'UTC',
  hour: 7,
  language: 'en',
  state: 'active',
  addedAt: at.toISOString(),
};

function setUp(subscribers: Subscriber[] = []) {
  const subscriberStore = createMemorySubscriberStore(subscribers);
  return { subscriberStore, now: () => at, newSubscriberId: () => reader.subscriberId };
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
    [reader.address, { language: 'de' }, 'language: '],
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
});

describe('subscribers list', () => {
  it('shows the readers by address and counts them', async () => {
    const io = recordedIo();
    await subscribersListCommand({}, setUp([reader]), io);
    expect(io.out[0]?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['id', 'state', 'from', 'lang', 'address'],
      [reader.subscriberId, 'active', '7:00 UTC', 'en', reader.address],
    ]);
    expect(io.err).toEqual(['1 subscriber']);
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

  it('says so when there is no such reader', async () => {
    await expect(subscribersRemoveCommand('x@example.org', {}, setUp([reader]), recordedIo())).rejects.toThrow(
      'x@example.org: no such subscriber; "vigil subscribers list" shows them',
    );
  });
});
