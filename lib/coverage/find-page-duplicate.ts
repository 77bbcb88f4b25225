import { addressName } from '../feeds/candidates.ts';
import { articleIdOf, canonicalUrl } from '../feeds/canonical-url.ts';
import type { Identity } from '../feeds/identity.ts';
import type { Item, ItemOutcome } from '../feeds/item.ts';
import { expiry } from '../feeds/item-of-candidate.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import type { ArticleMessage } from '../feeds/work-queues.ts';

export interface PageDuplicateNeeds {
  itemStore: Pick<ItemStore, 'findItems' | 'claimIdentity'>;
  now: () => Date;
}

/** Ends of an item of which nothing was read: its article is not in the table because of it. */
const NOT_READ: readonly (ItemOutcome | undefined)[] = [
  'unreadable',
  'blocked',
  'unavailable',
  'too-old',
  'over-limit',
] satisfies ItemOutcome[];

/**
 * Takes the address that a page gives for itself, or to which it led, unless another article has it.
 *
 * @returns the id of that other article when it is the same one; undefined when this one goes on
 */
export async function findPageDuplicate(
  message: ArticleMessage,
  address: string | undefined,
  needs: PageDuplicateNeeds,
): Promise<string | undefined> {
  const other = await takeBack(message, needs);
  if (other) return other;
  // A canonical address that is only a home page is a mistake of the site's templates: it would merge everything.
  if (!address || new URL(address).pathname.length < 2) return undefined;
  const pageId = articleIdOf(canonicalUrl(address));
  if (pageId === message.articleId) return undefined;
  const { articleId, feedId } = message;
  const identity = addressName(pageId);
  const expiresAt = expiry(needs.now());
  const holder = await needs.itemStore.claimIdentity({ identity, articleId, feedId, expiresAt });
  if (holder.articleId === articleId) return undefined;
  const [first] = await needs.itemStore.findItems([holder]);
  if (!first) return holder.articleId;
  if (!standsFor(first, holder, pageId, message)) return undefined;
  return isUnread(first) ? takePlaceOf(first, message, needs) : holder.articleId;
}

/** One that is being read once more was not read before. */
const isUnread = ({ state, outcome, replay }: Item) =>
  NOT_READ.includes(outcome) || (state === 'queued' && NOT_READ.includes(replay?.from));

/** Whose article stands in the table for one that could not be read: by it the two never both do. */
const insteadName = (articleId: string) => `instead|${articleId}`;

/** @returns the id of the other when that is just being read once more, after all; undefined when this one goes on */
async function takePlaceOf(
  { articleId: unread }: Item,
  { articleId, feedId }: ArticleMessage,
  { itemStore, now }: PageDuplicateNeeds,
): Promise<string | undefined> {
  const claim = { identity: insteadName(unread), articleId, feedId, expiresAt: expiry(now()) };
  const holder = await itemStore.claimIdentity(claim);
  return holder.articleId === unread ? unread : undefined;
}

/** @returns the id of the article that was recorded in the meantime for one that could not be read then */
async function takeBack(
  { articleId, feedId, replay }: ArticleMessage,
  { itemStore, now }: PageDuplicateNeeds,
): Promise<string | undefined> {
  if (!NOT_READ.includes(replay?.from)) return undefined;
  const claim = { identity: insteadName(articleId), articleId, feedId, expiresAt: expiry(now()) };
  const holder = await itemStore.claimIdentity(claim);
  return holder.articleId === articleId ? undefined : holder.articleId;
}

function standsFor(first: Item, holder: Identity, pageId: string, message: ArticleMessage): boolean {
  // Two pages that name each other: one of them has to be the article.
  if (first.outcome === 'duplicate' && first.reason?.includes(message.articleId)) return false;
  // Listed at that very address by a feed, or under the same headline: otherwise every page of the site names it.
  return holder.articleId === pageId || isSameHeadline(first.title, message.title);
}

/** One may go on where the other ends: "Headline" and "Headline | Outlet". An absent one tells nothing. */
function isSameHeadline(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  return a.startsWith(b) || b.startsWith(a);
}

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
