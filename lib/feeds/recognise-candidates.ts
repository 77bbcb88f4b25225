import type { Candidate } from './candidates.ts';
import type { Item } from './item.ts';
import type { Identity, ItemStore } from './item-store.ts';

/** A candidate with what is known of it. Its `articleId` is the one under which the article is known. */
export interface Recognised extends Candidate {
  /** Who brought the article first; absent when it is new. */
  holder: Identity | undefined;
  /** The article as this feed listed it before. */
  item: Item | undefined;
  /** Known by its guid only: the article has moved to another address. */
  isMoved: boolean;
}

/** Finds out which candidates of a feed are known: by their address, or by their guid within the feed. */
export async function recogniseCandidates(
  candidates: readonly Candidate[],
  feedId: string,
  itemStore: Pick<ItemStore, 'findIdentities' | 'findItems'>,
): Promise<Recognised[]> {
  const known = await itemStore.findIdentities(candidates.flatMap(({ names }) => names));
  const holdersOf = ({ names }: Candidate) => names.map((name) => known.get(name));
  const ids = candidates.flatMap((candidate) => [
    candidate.articleId,
    ...holdersOf(candidate).flatMap((holder) => holder?.articleId ?? []),
  ]);
  const pairs = [...new Set(ids)].map((articleId) => ({ articleId, feedId }));
  const stored = new Map((await itemStore.findItems(pairs)).map((item) => [item.articleId, item]));

  return candidates.map((candidate): Recognised => {
    const [byAddress, byGuid] = holdersOf(candidate);
    const isGuidReused = byGuid !== undefined && isOther(candidate, stored.get(byGuid.articleId));
    const holder = byAddress ?? (isGuidReused ? undefined : byGuid);
    const articleId = holder?.articleId ?? candidate.articleId;
    const isMoved = byAddress === undefined && holder !== undefined;
    return { ...candidate, articleId, holder, item: stored.get(articleId), isMoved };
  });
}

/**
 * Some feeds number their places ("item-1" is always the newest) or give one guid to everything. When address, title and
 * date all differ, the guid names another article than before.
 */
function isOther({ listed, canonicalUrl }: Candidate, item: Item | undefined): boolean {
  if (!item || item.canonicalUrl === canonicalUrl || item.title === titleOf(listed)) return false;
  const dates = [item.publishedAt, listed.published].map((date = '') => Date.parse(date));
  // An absent date is no number, and so never equal.
  return dates[0] !== dates[1];
}

/** The title as items keep it. */
export const titleOf = ({ title = '' }: { title?: string | undefined }) => title.slice(0, 500).toWellFormed();
