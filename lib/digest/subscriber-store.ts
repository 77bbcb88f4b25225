import type { ReaderSettings, Subscriber } from './subscriber.ts';

interface StateChange {
  state: Subscriber['state'];
  at: string;
  /** For the operator; never an address. */
  reason?: string | undefined;
  /** Changes nothing unless the reader is in one of these. */
  onlyFrom?: readonly Subscriber['state'][] | undefined;
  /** The operator's pause takes the place of a reader's own, and ends by the operator alone. */
  byOperator?: boolean | undefined;
}

/** What readers and operators change of a reader who is there. */
type ReaderChanges = Partial<ReaderSettings & Pick<Subscriber, 'rhythmAt' | 'address' | 'linkVersion'>>;

export interface SubscriberStore {
  /** @returns false when the address has a subscriber already; nothing is changed then. */
  add(subscriber: Subscriber): Promise<boolean>;
  /** Consistent read. */
  get(subscriberId: string): Promise<Subscriber | undefined>;
  /**
   * @returns false when nothing changed: no such reader, not in a state of `onlyFrom`, in that state already, or `active`
   *   not by the operator, who paused them
   */
  setState(subscriberId: string, change: StateChange): Promise<boolean>;
  /**
   * @param onlyIf values that the reader must have
   * @returns false when nothing changed: no such reader, or other values
   */
  change(
    subscriberId: string,
    changes: ReaderChanges,
    onlyIf?: Partial<Pick<Subscriber, 'address' | 'linkVersion'>>,
  ): Promise<boolean>;
  /** @returns false when there was none */
  remove(subscriberId: string): Promise<boolean>;
  /** By address. */
  list(): Promise<Subscriber[]>;
}
