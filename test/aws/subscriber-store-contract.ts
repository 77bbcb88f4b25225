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

  test('an update changes what is given, and brings no removed reader back', async () => {
    await storeOf().add(reader(3));
    expect(await storeOf().update(reader(3).subscriberId, { state: 'unsubscribed', hour: 9 })).toBe(true);
    expect(await storeOf().get(reader(3).subscriberId)).toEqual(reader(3, { state: 'unsubscribed', hour: 9 }));
    expect(await storeOf().remove(reader(3).subscriberId)).toBe(true);
    expect(await storeOf().remove(reader(3).subscriberId)).toBe(false);
    expect(await storeOf().update(reader(3).subscriberId, { state: 'active' })).toBe(false);
    expect(await storeOf().get(reader(3).subscriberId)).toBeUndefined();
  });

  test('the list is ordered by address', async () => {
    await storeOf().add(reader(5));
    await storeOf().add(reader(4));
    const own = (await storeOf().list()).filter(({ address }) => /^reader-[45]@/.test(address));
    expect(own).toEqual([reader(4), reader(5)]);
  });
}
