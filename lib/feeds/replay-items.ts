import type { WebFetcher } from '../http/web-fetcher.ts';
import { addressName, candidatesOf } from './candidates.ts';
import type { Feed } from './feed.ts';
import type { FeedReader } from './feed-reader.ts';
import type { FeedStore } from './feed-store.ts';
import { feedText } from './feed-text.ts';
import type { Item, ItemOutcome } from './item.ts';
import { expiry } from './item-of-candidate.ts';
import type { ItemScan } from './item-scan.ts';
import type { ItemStore } from './item-store.ts';
import type { ArticleMessage, ArticleQueue } from './work-queues.ts';

export interface ReplayNeeds {
  itemScan: ItemScan;
  itemStore: Pick<ItemStore, 'reopenItem' | 'claimIdentity'>;
  feedStore: Pick<FeedStore, 'get'>;
  articleQueue: ArticleQueue;
  webFetcher: Pick<WebFetcher, 'fetch'>;
  feedReader: Pick<FeedReader, 'read'>;
  now: () => Date;
}

/** `none`: an item that has no end, because it still waits or its message was lost. */
export type ReplayedEnd = ItemOutcome | 'none';

export interface ReplayWish {
  /** First seen then or later, ISO 8601. */
  since: string;
  ends: readonly ReplayedEnd[];
  feedId?: string | undefined;
  /** Counts and changes nothing. */
  isDryRun?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

type Counts = Partial<Record<ReplayedEnd, number>>;

export interface ReplayReport {
  /** Rows of the table. */
  looked: number;
  /** Sent to be read, by the end they had; of a dry run, those that would be. */
  sent: Counts;
  /** Ended, or sent by another, after they were read here. */
  changed: number;
  /** Kept out: another feed listed the article meanwhile, and its item stands for it. */
  listedElsewhere: number;
}

/** Writes that are under way at once. */
const WRITES_AT_ONCE = 10;

/**
 * Puts items through the pipeline once more. An end is taken from an item only as it was read, and the item is sent after
 * that: broken off in between, it has no end, and the next replay sends it. Sending one twice does no harm, because its
 * second message finds the end of the first.
 *
 * @param onPage told after each page of the table
 */
export async function replayItems(
  wish: ReplayWish,
  needs: ReplayNeeds,
  onPage: (report: ReplayReport) => void = () => {},
): Promise<ReplayReport> {
  const report: ReplayReport = { looked: 0, sent: {}, changed: 0, listedElsewhere: 0 };
  const feeds = knownFeeds(needs);
  const at = needs.now().toISOString();
  for await (const { items, looked } of needs.itemScan.pages(wish.since)) {
    const wanted = items.filter((item) => isWanted(item, wish));
    for (let from = 0; from < wanted.length && !wish.signal?.aborted; from += WRITES_AT_ONCE) {
      const some = wanted.slice(from, from + WRITES_AT_ONCE);
      if (wish.isDryRun) for (const item of some) count(report, item);
      else await replaySome(some);
    }
    report.looked = looked;
    onPage(report);
    if (wish.signal?.aborted) break;
  }
  return report;

  async function replaySome(items: readonly Item[]): Promise<void> {
    const messages = await Promise.all(items.map(replayOne));
    await needs.articleQueue.send(messages.filter((message) => message !== undefined));
  }

  async function replayOne(item: Item): Promise<ArticleMessage | undefined> {
    if (item.state === 'done' && !(await isOwnArticle(item))) {
      report.listedElsewhere += 1;
      return undefined;
    }
    const feed = await feeds.find(item.feedId);
    // Nothing of the feed's text is stored; what ended without it needs none now either.
    const text = item.state === 'queued' && feed ? await feeds.textOf(item, feed) : undefined;
    const from = item.outcome ?? item.replay?.from;
    const replay = { at, ...(from !== undefined && { from }) };
    if (!(await needs.itemStore.reopenItem(item, replay, { at, stage: 'replay', what: whatWasDone(item) }))) {
      report.changed += 1;
      return undefined;
    }
    count(report, item);
    const { articleId, feedId, url, canonicalUrl, title, publishedAt, firstSeenAt } = item;
    const outletId = feed?.outletId ?? new URL(url).hostname;
    const known = { articleId, feedId, url, canonicalUrl, outletId, title, publishedAt, firstSeenAt };
    return { ...known, ...(text && { feedText: text }), replay };
  }

  /** Items that ended when they were listed took no name: another feed's may have it. */
  async function isOwnArticle({ articleId, feedId }: Item): Promise<boolean> {
    const claim = { identity: addressName(articleId), articleId, feedId, expiresAt: expiry(needs.now()) };
    const holder = await needs.itemStore.claimIdentity(claim);
    return holder.articleId === articleId && holder.feedId === feedId;
  }
}

const endOf = ({ outcome }: Item): ReplayedEnd => outcome ?? 'none';

const isWanted = (item: Item, { ends, feedId }: ReplayWish) =>
  ends.includes(endOf(item)) && (feedId === undefined || item.feedId === feedId);

function count({ sent }: ReplayReport, item: Item): void {
  sent[endOf(item)] = (sent[endOf(item)] ?? 0) + 1;
}

const whatWasDone = ({ outcome, reason }: Item) =>
  outcome === undefined
    ? 'sent again by the operator; it had no end'
    : `sent again by the operator; it had ended as ${outcome}: ${reason ?? ''}`;

/** Feeds and what they list now, each asked once. */
function knownFeeds({ feedStore, webFetcher, feedReader }: ReplayNeeds) {
  const feeds = new Map<string, Promise<Feed | undefined>>();
  const texts = new Map<string, Promise<Map<string, string>>>();

  async function readTexts(feed: Feed): Promise<Map<string, string>> {
    const fetched = await webFetcher.fetch({ url: feed.url, kind: 'feed' });
    // A feed that cannot be had now is no reason to leave its items lost.
    if (fetched.status !== 'fetched') return new Map();
    const reading = await feedReader.read(fetched.bytes, { contentType: fetched.contentType, url: fetched.url });
    if (reading.status !== 'read') return new Map();
    const { candidates } = candidatesOf(reading.feed.items, feed);
    return new Map(
      candidates.map(({ articleId, listed }) => [articleId, feedText(listed.content ?? listed.summary ?? '')]),
    );
  }

  return {
    find(feedId: string): Promise<Feed | undefined> {
      const found = feeds.get(feedId) ?? feedStore.get(feedId);
      feeds.set(feedId, found);
      return found;
    },
    async textOf({ articleId }: Item, feed: Feed): Promise<string | undefined> {
      const found = texts.get(feed.feedId) ?? readTexts(feed);
      texts.set(feed.feedId, found);
      return (await found).get(articleId);
    },
  };
}
