import { log } from '../log.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { Feed } from './feed.ts';
import { feedText } from './feed-text.ts';
import type { Item, ItemOutcome } from './item.ts';
import type { Identity, ItemStore } from './item-store.ts';
import type { ParsedFeed, ParsedItem } from './parsed-feed.ts';
import type { ArticleMessage, ArticleQueue } from './work-queues.ts';

/** Older items are history: a monitor that meets a feed for the first time does not report its archive as news. */
const AGE_WINDOW_DAYS = 7;
/** One feed brings at most this many new items a day (UTC). */
const NEW_ITEMS_A_DAY = 200;
const KEPT_DAYS = 400;
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
}

/**
 * Decides for every item of a document whether it is new, and queues what is. An item is stored before it is queued,
 * and queued again for as long as it has no end: a crash between the two loses nothing, and reading twice records once.
 */
export async function takeInItems(feed: Feed, document: ParsedFeed, needs: TakeInItemsNeeds): Promise<TakenIn> {
  const ends = new Map<ItemOutcome, number>();
  const count = (outcome: ItemOutcome): void => {
    ends.set(outcome, (ends.get(outcome) ?? 0) + 1);
  };

  const { candidates, withoutLink, repeated } = candidatesOf(document.items, feed.feedId);
  if (withoutLink > 0) ends.set('no-link', withoutLink);
  if (repeated > 0) ends.set('duplicate', repeated);

  const known = await needs.itemStore.findIdentities(candidates.flatMap(({ names }) => names));
  for (const candidate of candidates) candidate.articleId = holder(candidate, known)?.articleId ?? candidate.articleId;
  const pairs = candidates.map(({ articleId }) => ({ articleId, feedId: feed.feedId }));
  const stored = new Map((await needs.itemStore.findItems(pairs)).map((item) => [item.articleId, item]));

  const messages: ArticleMessage[] = [];
  let fresh = 0;
  let allowance = NEW_ITEMS_A_DAY - (feed.newItemsDay === today(needs) ? feed.newItemsToday : 0);

  async function decide(candidate: Candidate): Promise<void> {
    const item = stored.get(candidate.articleId);
    if (item?.state === 'done') return count('known');
    if (item) {
      messages.push(messageOf(candidate, item, feed));
      return;
    }
    const end = await endAtOnce(candidate);
    const isAdded = await needs.itemStore.addItem(itemOf(candidate, feed, needs.now(), end));
    if (end) return count(isAdded ? end.outcome : 'known');
    fresh += 1;
    messages.push(messageOf(candidate, itemOf(candidate, feed, needs.now()), feed));
  }

  async function endAtOnce(candidate: Candidate): Promise<End | undefined> {
    const first = holder(candidate, known);
    if (first && first.feedId !== feed.feedId) return duplicateOf(first);
    const published = publishedAt(candidate.listed, needs.now());
    if (published && needs.now().getTime() - Date.parse(published) > AGE_WINDOW_DAYS * DAY_MILLISECONDS) {
      return {
        outcome: 'too-old',
        reason: `published ${published.slice(0, 10)}, more than ${AGE_WINDOW_DAYS} days before it was seen`,
      };
    }
    if (allowance <= 0)
      return { outcome: 'over-limit', reason: `more than ${NEW_ITEMS_A_DAY} new items of this feed today` };
    allowance -= 1;
    const expiresAt = expiry(needs.now());
    for (const identity of candidate.names) {
      const claimed = await needs.itemStore.claimIdentity({
        identity,
        articleId: candidate.articleId,
        feedId: feed.feedId,
        expiresAt,
      });
      if (claimed.feedId !== feed.feedId) return duplicateOf(claimed);
    }
    return undefined;
  }

  for (let from = 0; from < candidates.length; from += WRITES_AT_ONCE) {
    await Promise.all(candidates.slice(from, from + WRITES_AT_ONCE).map(decide));
  }
  await needs.articleQueue.send(messages);
  for (const [outcome, number] of ends) log.outcome({ stage: 'item', outcome, count: number, feedId: feed.feedId });
  return { queued: messages.length, fresh };
}

interface End {
  outcome: ItemOutcome;
  reason: string;
}

const duplicateOf = (first: Identity): End => ({
  outcome: 'duplicate',
  reason: `feed ${first.feedId} listed the same article first`,
});

const holder = (candidate: Candidate, known: ReadonlyMap<string, Identity>) =>
  candidate.names.map((name) => known.get(name)).find((identity) => identity !== undefined);

/** A date in the future is a publisher's mistake: the item was published when it was first seen, at the latest. */
function publishedAt(listed: ParsedItem, now: Date): string | undefined {
  if (listed.published === undefined) return undefined;
  return listed.published > now.toISOString() ? now.toISOString() : new Date(listed.published).toISOString();
}

function itemOf(candidate: Candidate, feed: Feed, now: Date, end?: End): Item {
  const at = now.toISOString();
  return {
    schemaVersion: 1,
    articleId: candidate.articleId,
    feedId: feed.feedId,
    url: candidate.url,
    canonicalUrl: candidate.canonicalUrl,
    guid: candidate.listed.id?.slice(0, 1_000),
    title: titleOf(candidate.listed),
    publishedAt: publishedAt(candidate.listed, now),
    firstSeenAt: at,
    state: end ? 'done' : 'queued',
    ...(end && { outcome: end.outcome, reason: end.reason, endedAt: at }),
    trace: [
      {
        at,
        stage: 'fetch-feed',
        what: `listed by ${feed.title}${end ? `; ${end.outcome}: ${end.reason}` : '; new, queued for reading'}`,
      },
    ],
    expiresAt: expiry(now),
  };
}

function messageOf(candidate: Candidate, item: Item, feed: Feed): ArticleMessage {
  const markup = candidate.listed.content ?? candidate.listed.summary;
  const text = markup && feedText(markup);
  return {
    articleId: item.articleId,
    feedId: feed.feedId,
    url: candidate.url,
    canonicalUrl: candidate.canonicalUrl,
    outletId: feed.outletId,
    title: item.title,
    publishedAt: item.publishedAt,
    firstSeenAt: item.firstSeenAt,
    ...(text && { feedText: text }),
  };
}

const titleOf = (listed: ParsedItem) => (listed.title ?? '').slice(0, 500);
const expiry = (now: Date) => Math.floor(now.getTime() / 1000) + KEPT_DAYS * 86_400;
const today = (needs: TakeInItemsNeeds) => needs.now().toISOString().slice(0, 10);
