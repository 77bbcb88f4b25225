import { createHash } from 'node:crypto';
import type { FetchedDocument, WebFetcher } from '../http/web-fetcher.ts';
import { log } from '../log.ts';
import type { Feed } from './feed.ts';
import { changesOf, checkOfFetch, type FeedCheck, type FeedOutcome, stateAfter } from './feed-check.ts';
import type { FeedReader } from './feed-reader.ts';
import type { FeedStore } from './feed-store.ts';
import { type TakeInItemsNeeds, takeInItems } from './take-in-items.ts';
import type { FeedMessage } from './work-queues.ts';

export interface FetchFeedNeeds extends TakeInItemsNeeds {
  feedStore: Pick<FeedStore, 'get' | 'update'>;
  webFetcher: WebFetcher;
  feedReader: FeedReader;
  /** 0 … 1 */
  random: () => number;
}

/**
 * Asks one feed for what is new. The feed's own record is written last: after a crash the same check is made again, and
 * the items say themselves which of them are known.
 */
export async function fetchFeed(message: FeedMessage, needs: FetchFeedNeeds): Promise<FeedOutcome> {
  const { feedId } = message;
  const feed = await needs.feedStore.get(feedId);
  if (!feed) return ended({ outcome: 'removed', detail: 'not in the list any more' }, feedId);
  if (feed.state === 'paused') return ended({ outcome: 'paused', detail: 'paused by the operator' }, feedId);
  if (feed.lastCheckedAt !== message.lastCheckedAt) {
    return ended({ outcome: 'already-checked', detail: 'checked since it was queued' }, feedId);
  }

  const check = await checkFeed(feed, needs);
  const state = stateAfter(feed, check);
  // Only from the state that was read: the operator may have paused the feed while it was being fetched.
  if (state) await needs.feedStore.update(feedId, { state }, feed.state);
  await needs.feedStore.update(feedId, changesOf(feed, check, needs.now(), needs.random()));
  return ended(check, feedId);
}

async function checkFeed(feed: Feed, needs: FetchFeedNeeds): Promise<FeedCheck> {
  const fetched = await needs.webFetcher.fetch({
    url: feed.url,
    kind: 'feed',
    etag: feed.etag,
    lastModified: feed.lastModified,
  });
  if (fetched.status !== 'fetched') return checkOfFetch(fetched);
  const bodyHash = createHash('sha256').update(fetched.bytes).digest('hex');
  const validators = { etag: fetched.etag, lastModified: fetched.lastModified, bodyHash };
  const { movedPermanentlyTo } = fetched;
  if (bodyHash === feed.bodyHash) {
    return { outcome: 'unchanged', detail: 'the same document as at the last check', validators, movedPermanentlyTo };
  }
  const check = await readDocument(feed, fetched, needs);
  // The validators of a document that could not be read are forgotten: the next check must try it again.
  return check.outcome === 'read' ? { ...check, validators, movedPermanentlyTo } : check;
}

async function readDocument(feed: Feed, document: FetchedDocument, needs: FetchFeedNeeds): Promise<FeedCheck> {
  const reading = await needs.feedReader.read(document.bytes, { contentType: document.contentType, url: document.url });
  if (reading.status !== 'read') {
    return { outcome: reading.status === 'not-a-feed' ? 'not-a-feed' : 'broken', detail: reading.detail };
  }
  const { queued, fresh, heldBack } = await takeInItems(feed, reading.feed, needs);
  const held = heldBack === undefined ? '' : `; ${heldBack.items} held back: ${heldBack.reason}`;
  const repairs = reading.feed.repairs.length > 0 ? `; mended: ${reading.feed.repairs.join(', ')}` : '';
  return {
    outcome: 'read',
    detail: `${reading.feed.items.length} items, ${queued} to read${held}${repairs}`,
    freshItems: fresh,
    heldBackItems: heldBack?.items,
  };
}

function ended(check: FeedCheck, feedId: string): FeedOutcome {
  log.outcome({ stage: 'fetch-feed', outcome: check.outcome, reason: check.detail, feedId });
  return check.outcome;
}
