import type { Subscriber } from './subscriber.ts';

export interface SubscriberStore {
  /** @returns false when the address has a subscriber already; nothing is changed then. */
  add(subscriber: Subscriber): Promise<boolean>;
  /** Consistent read. */
  get(subscriberId: string): Promise<Subscriber | undefined>;
  update(
    subscriberId: string,
    changes: Partial<Omit<Subscriber, 'subscriberId' | 'address' | 'schemaVersion'>>,
  ): Promise<boolean>;
  /** @returns false when there was none */
  remove(subscriberId: string): Promise<boolean>;
  /** By address. */
  list(): Promise<Subscriber[]>;
}
