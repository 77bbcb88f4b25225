import type { Subscriber } from './subscriber.ts';

/** A reader as they enter the list: active from now on. */
export function newSubscriber(
  settings: Pick<Subscriber, 'subscriberId' | 'address' | 'zone' | 'hour' | 'language'>,
  now: Date,
): Subscriber {
  const at = now.toISOString();
  return { schemaVersion: 2, ...settings, state: 'active', stateAt: at, addedAt: at };
}
