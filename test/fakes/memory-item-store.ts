import type { Identity } from '../../lib/feeds/identity.ts';
import type { Item } from '../../lib/feeds/item.ts';
import type { ItemStore } from '../../lib/feeds/item-store.ts';

/** Items and the names they are known by, in memory, with the conditions that the tables hold. */
export function createMemoryItemStore(now: () => Date): ItemStore & { items: () => Item[]; names: () => string[] } {
  const items = new Map<string, Item>();
  const identities = new Map<string, Identity>();
  const isLive = ({ expiresAt }: { expiresAt: number }) => expiresAt > now().getTime() / 1000;
  const live = <T extends { expiresAt: number }>(row: T | undefined): T | undefined =>
    row && isLive(row) ? row : undefined;
  const keyOf = ({ articleId, feedId }: { articleId: string; feedId: string }) => `${articleId}/${feedId}`;
  return {
    items: () => [...items.values()].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
    names: () => [...identities.keys()].sort(),
    async findIdentities(names) {
      const found = names.map((name) => live(identities.get(name))).filter((identity) => identity !== undefined);
      return new Map(found.map((identity) => [identity.identity, identity]));
    },
    async claimIdentity(identity) {
      const holder = live(identities.get(identity.identity));
      if (!holder) identities.set(identity.identity, identity);
      return holder ?? identity;
    },
    async findItems(pairs) {
      const keys = [...new Set(pairs.map(keyOf))];
      return keys.map((key) => live(items.get(key))).filter((item) => item !== undefined);
    },
    async addItem(item) {
      if (live(items.get(keyOf(item)))) return false;
      items.set(keyOf(item), item);
      return true;
    },
    async endItem(articleId, feedId, { trace, at, ...end }) {
      const item = items.get(keyOf({ articleId, feedId }));
      if (item?.state !== 'queued') return false;
      const given = Object.fromEntries(Object.entries(end).filter(([, value]) => value !== undefined));
      items.set(keyOf(item), { ...item, ...given, state: 'done', endedAt: at, trace: [...item.trace, ...trace] });
      return true;
    },
    async reopenItem(read, replay, step) {
      const item = items.get(keyOf(read));
      if (!item || item.state !== read.state || item.outcome !== read.outcome || item.endedAt !== read.endedAt)
        return false;
      const { outcome: _outcome, reason: _reason, endedAt: _endedAt, ...open } = item;
      items.set(keyOf(read), { ...open, state: 'queued', replay, trace: [...item.trace, step] });
      return true;
    },
    async relabelItem(read, end, step) {
      const item = items.get(keyOf(read));
      if (item?.state !== 'done' || item.outcome !== read.outcome || item.endedAt !== read.endedAt) return false;
      items.set(keyOf(read), { ...item, ...end, trace: [...item.trace, step] });
      return true;
    },
    async listItems(articleId) {
      return [...items.values()]
        .filter((item) => item.articleId === articleId && isLive(item))
        .sort((a, b) => a.firstSeenAt.localeCompare(b.firstSeenAt));
    },
  };
}
