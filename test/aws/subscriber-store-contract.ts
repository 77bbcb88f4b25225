import { expect, test } from 'vitest';
import type { SubscriberStore } from '../../lib/digest/subscriber-store.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';

const reader = (index: number, changes: Parameters<typeof sampleSubscriber>[0] = {}) =>
  sampleSubscriber({
    subscriberId: index.toString(16).padStart(16, '0'),
    address: `reader-${index}@reader.example`,
    ...changes,
  });

/** What every SubscriberStore keeps. */
export function keepsSubscribers(storeOf: () => SubscriberStore): void {
  test('an address subscribes once, however it is written', async () => {
    expect(await storeOf().add(reader(1))).toBe(true);
    expect(await storeOf().add(reader(2, { address: 'Reader-1@Reader.example' }))).toBe(false);
    expect(await storeOf().add(reader(1, { address: 'other@reader.example' }))).toBe(false);
    expect(await storeOf().get(reader(1).subscriberId)).toEqual(reader(1));
    expect(await storeOf().get(reader(2).subscriberId)).toBeUndefined();
  });

  test('a state is set with time and reason, once, and brings no removed reader back', async () => {
    const { subscriberId } = reader(3);
    const [at, later] = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z'];
    await storeOf().add(reader(3));
    expect(await storeOf().setState(subscriberId, { state: 'suppressed', at, reason: 'refused' })).toBe(true);
    expect(await storeOf().setState(subscriberId, { state: 'suppressed', at: later, reason: 'other' })).toBe(false);
    const suppressed = reader(3, { state: 'suppressed', stateAt: at, stateReason: 'refused' });
    expect(await storeOf().get(subscriberId)).toEqual(suppressed);
    expect(await storeOf().setState(subscriberId, { state: 'active', at: later })).toBe(true);
    expect(await storeOf().get(subscriberId)).toEqual(reader(3, { state: 'active', stateAt: later }));
    expect(await storeOf().remove(subscriberId)).toBe(true);
    expect(await storeOf().remove(subscriberId)).toBe(false);
    expect(await storeOf().setState(subscriberId, { state: 'paused', at: later })).toBe(false);
    expect(await storeOf().get(subscriberId)).toBeUndefined();
  });

  test('a state is set only from those that are named', async () => {
    const { subscriberId } = reader(6);
    const at = '2026-11-23T08:00:00.000Z';
    await storeOf().add(reader(6));
    const suppress = { state: 'suppressed', at, onlyFrom: ['active', 'paused'] } as const;
    await storeOf().setState(subscriberId, { state: 'unsubscribed', at });
    expect(await storeOf().setState(subscriberId, suppress)).toBe(false);
    expect(await storeOf().get(subscriberId)).toEqual(reader(6, { state: 'unsubscribed', stateAt: at }));
    await storeOf().setState(subscriberId, { state: 'paused', at });
    expect(await storeOf().setState(subscriberId, suppress)).toBe(true);
    expect((await storeOf().get(subscriberId))?.isPausedByOperator).toBe(false);
  });

  test('the operator’s pause takes the place of a reader’s own, and only the operator ends it', async () => {
    const { subscriberId } = reader(8);
    const at = '2026-11-23T08:00:00.000Z';
    const set = (change: Omit<Parameters<SubscriberStore['setState']>[1], 'at'>) =>
      storeOf().setState(subscriberId, { at, ...change });
    const standing = async () => storeOf().get(subscriberId);
    await storeOf().add(reader(8));
    expect(await set({ state: 'paused' })).toBe(true);
    expect(await standing()).toEqual(reader(8, { state: 'paused', stateAt: at, isPausedByOperator: false }));
    expect(await set({ state: 'active' })).toBe(true);
    expect(await standing()).toEqual(reader(8, { stateAt: at }));

    await set({ state: 'paused' });
    expect(await set({ state: 'paused', byOperator: true })).toBe(true);
    expect(await set({ state: 'paused', byOperator: true })).toBe(false);
    expect(await set({ state: 'paused' })).toBe(false);
    const held = { stateAt: at, isPausedByOperator: true };
    expect(await standing()).toEqual(reader(8, { state: 'paused', ...held }));
    expect(await set({ state: 'active' })).toBe(false);
    expect(await set({ state: 'unsubscribed' })).toBe(true);
    expect(await set({ state: 'active', onlyFrom: ['unsubscribed'] })).toBe(false);
    expect(await standing()).toEqual(reader(8, { state: 'unsubscribed', ...held }));
    expect(await set({ state: 'active', byOperator: true })).toBe(true);
    expect(await standing()).toEqual(reader(8, { stateAt: at }));
  });

  test('settings are changed of a reader who is there, and has the values that were looked at', async () => {
    const { subscriberId, address } = reader(7);
    await storeOf().add(reader(7));
    const filter = { ...reader(7).filter, languages: ['fa'], minimumScore: 8 };
    expect(await storeOf().change(subscriberId, { zone: 'Asia/Tehran', hour: 5, filter })).toBe(true);
    const moved = { address: 'moved-7@reader.example', linkVersion: 2 };
    expect(await storeOf().change(subscriberId, moved, { address: 'another@reader.example' })).toBe(false);
    expect(await storeOf().change(subscriberId, moved, { address, linkVersion: 1 })).toBe(true);
    expect(await storeOf().change(subscriberId, { linkVersion: 3 }, { linkVersion: 1 })).toBe(false);
    expect(await storeOf().get(subscriberId)).toEqual(reader(7, { zone: 'Asia/Tehran', hour: 5, filter, ...moved }));
    expect(await storeOf().change('00000000000000ff', { hour: 5 })).toBe(false);
    expect(await storeOf().get('00000000000000ff')).toBeUndefined();
  });

  test('the list is ordered by address', async () => {
    await storeOf().add(reader(5));
    await storeOf().add(reader(4));
    const own = (await storeOf().list()).filter(({ address }) => /^reader-[45]@/.test(address));
    expect(own).toEqual([reader(4), reader(5)]);
  });
}
