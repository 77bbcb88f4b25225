import type { DeadLetter } from './dead-letter.ts';

/** The queue beside a queue where messages wait that failed too often. */
export interface DeadLetterQueue {
  /** Of the queue that they come from and go back to. */
  name: string;
  /** How many wait, about. */
  count(): Promise<number>;
  /** Takes some out; nobody else sees them for two minutes. Empty when none is left that may be seen now. */
  take(): Promise<DeadLetter[]>;
  /**
   * Puts letters back into their queue, then ends them here: broken off in between, a letter is in both, which does no
   * harm, and a second try within five minutes is recognised where the queue keeps an order.
   *
   * @returns the ids of the new messages: one that fails again comes here under it
   */
  sendBack(letters: readonly DeadLetter[]): Promise<string[]>;
  /** Leaves letters as they are. */
  release(letters: readonly DeadLetter[]): Promise<void>;
}
