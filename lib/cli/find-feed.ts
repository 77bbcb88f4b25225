import { UserError } from '../errors.ts';
import { feedIdOf } from '../feeds/canonical-url.ts';
import type { Feed } from '../feeds/feed.ts';
import type { FeedStore } from '../feeds/feed-store.ts';

/**
 * The feed that a person means by its id or its address, the address it has moved to included.
 *
 * @throws UserError when no feed of the list answers to it
 */
export async function findFeed(idOrUrl: string, feedStore: Pick<FeedStore, 'get' | 'list'>): Promise<Feed> {
  const name = idOrUrl.trim();
  const feedId = /^[0-9a-f]{16}$/.test(name) ? name : feedIdOf(name);
  const feed =
    (await feedStore.get(feedId)) ?? (await feedStore.list()).find((listed) => feedIdOf(listed.url) === feedId);
  if (feed !== undefined) return feed;
  throw new UserError(`${name}: no such feed in the list; "vigil feeds list" shows ids and addresses`);
}
