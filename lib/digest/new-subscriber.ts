import { defaultSettings, type ReaderSettings, type Subscriber } from './subscriber.ts';

/** A reader as they enter the list: active from now on. What is not said is daily, everything, and a line on quiet days. */
export function newSubscriber(
  settings: Pick<Subscriber, 'subscriberId' | 'address' | 'zone' | 'hour' | 'language'> & Partial<ReaderSettings>,
  now: Date,
): Subscriber {
  const at = now.toISOString();
  return {
    schemaVersion: 3,
    ...defaultSettings,
    ...settings,
    linkVersion: 1,
    state: 'active',
    stateAt: at,
    addedAt: at,
  };
}
