import type { Subscriber } from './subscriber.ts';

export interface StateChange {
  state: Subscriber['state'];
  at: string;
  /** For the operator; never an address. */
  reason?: string | undefined;
}

export interface SubscriberStore {
  /** @returns false when the address has a subscriber already; nothing is changed then. */
  add(subscriber: Subscriber): Promise<boolean>;
  /** Consistent read. */
  get(subscriberId: string): Promise<Subscriber | undefined>;
  /** @returns false when there is no such reader, or they are in that state already: its time and reason stay */
  setState(subscriberId: string, change: StateChange): Promise<boolean>;
  /** @returns false when there was none */
  remove(subscriberId: string): Promise<boolean>;
  /** By address. */
  list(): Promise<Subscriber[]>;
}
