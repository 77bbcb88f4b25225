import type { Candidate } from './candidates.ts';
import type { Identity } from './identity.ts';
import type { Item } from './item.ts';
import type { ItemStore } from './item-store.ts';

/** A candidate with what is known of it. Its `articleId` is the one under which the article is known. */
export interface Recognised extends Candidate {
  /** Who brought the article first; absent when it is new. */
  holder: Identity | undefined;
  /** The article as this feed listed it before. */
  item: Item | undefined;
  /** Known by its guid or title only: the article has moved to another address. */
  isMoved: boolean;
  /** Another article of the outlet had this title before. */
  isTitleTaken: boolean;
}

/** One article keeps its date when its address changes; a heading that comes every day does not. */
const SAME_ARTICLE_MILLISECONDS = 12 * 3_600_000;

/**
 * Finds out which candidates of a feed are known: by their guid within the feed, by their address, or by their title
 * within the outlet.
 */
export async function recogniseCandidates(
  candidates: readonly Candidate[],
  feedId: string,
  now: Date,
  itemStore: Pick<ItemStore, 'findIdentities' | 'findItems'>,
): Promise<Recognised[]> {
  const namesOf = (candidate: Candidate) => [candidate.names.address, ...otherNamesOf(candidate)];
  const otherNamesOf = ({ names }: Candidate) => [names.guid, names.title].filter((name) => name !== undefined);
  // Most of a document is known by its address, which settles it: the other names are asked for what is left, at half the
  // price of asking for all.
  const known = await itemStore.findIdentities(candidates.map(({ names }) => names.address));
  const strangers = candidates.filter(({ names }) => !known.has(names.address));
  if (strangers.length > 0) {
    for (const [name, holder] of await itemStore.findIdentities(strangers.flatMap(otherNamesOf)))
      known.set(name, holder);
  }
  const recurring = await findRecurring(candidates, known, itemStore);
  const pairs = candidates.flatMap((candidate) => [
    { articleId: candidate.articleId, feedId },
    ...namesOf(candidate).flatMap((name) => {
      const holder = known.get(name);
      return holder === undefined ? [] : [{ articleId: holder.articleId, feedId }, holder];
    }),
  ]);
  const keyOf = (item: { articleId: string; feedId: string }) => `${item.articleId}|${item.feedId}`;
  const distinct = [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
  const stored = new Map((await itemStore.findItems(distinct)).map((item) => [keyOf(item), item]));

  return candidates.map((candidate): Recognised => {
    const { address, guid = '', title = '' } = candidate.names;
    const byGuid = known.get(guid);
    const isGuidReused = byGuid !== undefined && isOther(candidate, stored.get(keyOf({ ...byGuid, feedId })));
    const byTitle = known.get(title);
    const isTitleReused =
      byTitle !== undefined && (recurring.has(title) || !isNear(candidate, stored.get(keyOf(byTitle)), now));
    const holder = known.get(address) ?? (isGuidReused ? undefined : byGuid) ?? (isTitleReused ? undefined : byTitle);
    const articleId = holder?.articleId ?? candidate.articleId;
    const isMoved = holder !== undefined && !known.has(address);
    const isTitleTaken = byTitle !== undefined && byTitle.articleId !== articleId;
    return { ...candidate, articleId, holder, item: stored.get(keyOf({ articleId, feedId })), isMoved, isTitleTaken };
  });
}

/** Under which a title is noted that came with several articles. */
export const recurringName = (title: string) => `recurring ${title}`;

/** Those of the titles that identify nothing. Asked only for titles that would decide. */
async function findRecurring(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, Identity>,
  itemStore: Pick<ItemStore, 'findIdentities'>,
): Promise<Set<string>> {
  const deciding = candidates.flatMap(({ names: { address, title } }) =>
    title !== undefined && known.has(title) && !known.has(address) ? [title] : [],
  );
  if (deciding.length === 0) return new Set();
  const found = await itemStore.findIdentities(deciding.map(recurringName));
  return new Set(deciding.filter((title) => found.has(recurringName(title))));
}

/**
 * Some feeds number their places ("item-1" is always the newest) or give one guid to everything. When address, title and
 * date all differ, the guid names another article than before.
 */
function isOther({ listed, canonicalUrl }: Candidate, item: Item | undefined): boolean {
  if (!item || item.canonicalUrl === canonicalUrl || item.title === titleOf(listed)) return false;
  return item.publishedAt === undefined || listed.published === undefined || item.publishedAt !== listed.published;
}

/** Where a date is missing, the time of the sighting stands for it. */
function isNear({ listed }: Candidate, item: Item | undefined, now: Date): boolean {
  if (!item) return false;
  const before = Date.parse(item.publishedAt ?? item.firstSeenAt);
  const published = Date.parse(listed.published ?? '');
  const time = Number.isNaN(published) ? now.getTime() : Math.min(published, now.getTime());
  return Math.abs(time - before) <= SAME_ARTICLE_MILLISECONDS;
}

/** The title as items keep it. */
export const titleOf = ({ title = '' }: { title?: string | undefined }) => title.slice(0, 500).toWellFormed();
