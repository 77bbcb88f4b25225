import { log } from '../log.ts';
import { candidatesOf } from './candidates.ts';
import type { Feed } from './feed.ts';
import type { Identity } from './identity.ts';
import type { Item, ItemOutcome } from './item.ts';
import { type EndAtOnce, expiry, itemOf, messageOf, publishedAt } from './item-of-candidate.ts';
import type { ItemStore } from './item-store.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { type Recognised, recogniseCandidates, recurringName } from './recognise-candidates.ts';
import { newsLimit } from './usual-news.ts';
import type { ArticleMessage, ArticleQueue } from './work-queues.ts';

/** Older items are history: a monitor that meets a feed for the first time does not report its archive as news. */
const AGE_WINDOW_DAYS = 7;
/** One feed brings at most this many new items a day (UTC). */
const NEW_ITEMS_A_DAY = 200;
/** For so long a title may show that an article moved; one that came with several articles shows nothing for longer. */
const TITLE_DAYS = 14;
const RECURRING_TITLE_DAYS = 30;
const DAY_MILLISECONDS = 86_400_000;
/** Writes that are under way at once. */
const WRITES_AT_ONCE = 10;

export interface TakeInItemsNeeds {
  itemStore: Pick<ItemStore, 'findIdentities' | 'claimIdentity' | 'findItems' | 'addItem'>;
  articleQueue: ArticleQueue;
  now: () => Date;
}

/** What became of a document's items. */
export interface TakenIn {
  /** Handed to read-article now. */
  queued: number;
  /** Of these, seen for the first time. */
  fresh: number;
  /** New items that were left out, because they were many more than usual. */
  heldBack?: { items: number; reason: string } | undefined;
}

/**
 * Decides for every item of a document whether it is new, and queues what is. An item is stored before it is queued,
 * and queued again for as long as it has no end: a crash between the two loses nothing, and reading twice records once.
 */
export async function takeInItems(feed: Feed, document: ParsedFeed, needs: TakeInItemsNeeds): Promise<TakenIn> {
  const { candidates, withoutLink, repeated } = candidatesOf(document.items, feed);
  const recognised = await recogniseCandidates(candidates, feed.feedId, needs.now(), needs.itemStore);

  const messages: ArticleMessage[] = [];
  // What was stored since the last check that came to its end belongs to this one: it was broken off and is made again.
  let fresh = recognised.filter(({ item }) => item && isOfThisCheck(item, feed)).length;
  let known = repeated;
  let allowance = NEW_ITEMS_A_DAY - fresh - (feed.newItemsDay === today(needs) ? feed.newItemsToday : 0);
  const usual = newsLimit(feed, needs.now());
  let usualAllowance = (usual?.items ?? Number.POSITIVE_INFINITY) - fresh;
  let heldBack = 0;

  async function decide(candidate: Recognised): Promise<void> {
    const { item } = candidate;
    if (item && candidate.isMoved) await claim(candidate, [candidate.names.address]);
    if (item?.state === 'queued') messages.push(messageOf(candidate, item, feed));
    if (item?.state === 'done') known += 1;
    if (item) return;

    const end = await endAtOnce(candidate);
    const added = itemOf(candidate, feed, needs.now(), end);
    const isAdded = await needs.itemStore.addItem(added);
    if (!end) {
      fresh += 1;
      messages.push(messageOf(candidate, added, feed));
    } else if (isAdded) {
      const { articleId } = candidate;
      // At once: were the ends counted together later, those of a run that breaks would never be.
      log.outcome({ stage: 'item', outcome: end.outcome, reason: end.reason, articleId, feedId: feed.feedId });
    } else known += 1;
  }

  async function endAtOnce(candidate: Recognised): Promise<EndAtOnce | undefined> {
    if (candidate.holder && candidate.holder.feedId !== feed.feedId) return duplicateOf(candidate.holder);
    const published = publishedAt(candidate.listed, needs.now());
    if (published && needs.now().getTime() - Date.parse(published) > AGE_WINDOW_DAYS * DAY_MILLISECONDS) {
      return {
        outcome: 'too-old',
        reason: `published ${published.slice(0, 10)}, more than ${AGE_WINDOW_DAYS} days before it was seen`,
      };
    }
    if (allowance <= 0)
      return { outcome: 'over-limit', reason: `more than ${NEW_ITEMS_A_DAY} new items of this feed today` };
    if (usual && usualAllowance <= 0) {
      heldBack += 1;
      return { outcome: 'over-limit', reason: unusual(usual) };
    }
    allowance -= 1;
    usualAllowance -= 1;
    const { address, guid, title } = candidate.names;
    const other = await claim(candidate, guid === undefined ? [address] : [address, guid]);
    if (!other && title !== undefined) await noteTitle(candidate, title);
    return other;
  }

  /** A title never ends an item by itself: whoever holds it was looked at before. */
  async function noteTitle({ articleId, isTitleTaken }: Recognised, title: string): Promise<void> {
    const identity = isTitleTaken ? recurringName(title) : title;
    const expiresAt = expiry(needs.now(), isTitleTaken ? RECURRING_TITLE_DAYS : TITLE_DAYS);
    await needs.itemStore.claimIdentity({ identity, articleId, feedId: feed.feedId, expiresAt });
  }

  /** @returns an end when another feed was faster */
  async function claim({ articleId }: Recognised, names: readonly string[]): Promise<EndAtOnce | undefined> {
    const { feedId } = feed;
    const expiresAt = expiry(needs.now());
    for (const identity of names) {
      const holder = await needs.itemStore.claimIdentity({ identity, articleId, feedId, expiresAt });
      if (holder.feedId !== feedId) return duplicateOf(holder);
    }
    return undefined;
  }

  for (let from = 0; from < recognised.length; from += WRITES_AT_ONCE) {
    await Promise.all(recognised.slice(from, from + WRITES_AT_ONCE).map(decide));
  }
  await needs.articleQueue.send(messages);
  const count = (outcome: ItemOutcome, number: number) =>
    number > 0 && log.outcome({ stage: 'item', outcome, count: number, feedId: feed.feedId });
  count('known', known);
  count('no-link', withoutLink);
  return {
    queued: messages.length,
    fresh,
    ...(usual && heldBack > 0 && { heldBack: { items: heldBack, reason: unusual(usual) } }),
  };
}

const unusual = ({ items, median }: { items: number; median: number }) =>
  `more than ${items} new items at once, of a feed that usually brings ${median}; the newest were taken`;

const ENDED_AT_ONCE: readonly (ItemOutcome | undefined)[] = ['duplicate', 'too-old', 'over-limit'];
const isOfThisCheck = ({ firstSeenAt, outcome }: Item, { lastCheckedAt = '' }: Feed) =>
  firstSeenAt > lastCheckedAt && !ENDED_AT_ONCE.includes(outcome);

const duplicateOf = (first: Identity): EndAtOnce => ({
  outcome: 'duplicate',
  reason: `feed ${first.feedId} listed the same article first`,
});

const today = (needs: TakeInItemsNeeds) => needs.now().toISOString().slice(0, 10);
