import type { Subscriber } from '../../lib/digest/subscriber.ts';
import type { SubscriberStore } from '../../lib/digest/subscriber-store.ts';

/** The readers of the digest in memory. */
export function createMemorySubscriberStore(readers: readonly Subscriber[] = []): SubscriberStore {
  const byId = new Map(readers.map((reader) => [reader.subscriberId, reader]));
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return {
    async add(reader) {
      const isKnown = [...byId.values()].some(({ address }) => isSame(address, reader.address));
      if (isKnown || byId.has(reader.subscriberId)) return false;
      byId.set(reader.subscriberId, reader);
      return true;
    },
    get: async (subscriberId) => byId.get(subscriberId),
    async setState(subscriberId, { state, at, reason, onlyFrom, byOperator = false }) {
      const { stateReason: _former, isPausedByOperator, ...reader } = byId.get(subscriberId) ?? {};
      if (!('state' in reader)) return false;
      const takesOver = state === 'paused' && byOperator && isPausedByOperator !== true;
      if (reader.state === state && !takesOver) return false;
      if (onlyFrom && !onlyFrom.includes(reader.state)) return false;
      if (state === 'active' && !byOperator && isPausedByOperator) return false;
      const pause = {
        active: undefined,
        paused: byOperator,
        unsubscribed: isPausedByOperator,
        suppressed: isPausedByOperator,
      };
      byId.set(subscriberId, {
        ...reader,
        state,
        stateAt: at,
        ...(reason !== undefined && { stateReason: reason }),
        ...(pause[state] !== undefined && { isPausedByOperator: pause[state] }),
      });
      return true;
    },
    async change(subscriberId, changes, onlyIf = {}) {
      const reader = byId.get(subscriberId);
      const fits = Object.entries(onlyIf).every(([name, value]) => reader?.[name as 'address'] === value);
      if (!reader || !fits) return false;
      byId.set(subscriberId, { ...reader, ...changes });
      return true;
    },
    remove: async (subscriberId) => byId.delete(subscriberId),
    list: async () => [...byId.values()].toSorted((a, b) => a.address.localeCompare(b.address)),
  };
}
