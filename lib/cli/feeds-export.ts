import { UserError } from '../errors.ts';
import { type Feed, FeedSettings } from '../feeds/feed.ts';
import type { FeedList } from '../feeds/feed-list.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import { readFeedEntries } from '../feeds/read-feed-entries.ts';
import { writeOpml } from '../feeds/write-opml.ts';
import type { CommandIo } from './command-io.ts';

const FORMATS = ['json', 'opml'] as const;

/**
 * Prints the settings of every feed, in the form that `feeds import` reads, and counts them on stderr.
 *
 * @throws UserError when the text read back does not hold every feed
 */
export async function feedsExportCommand(
  options: { format?: string | undefined },
  needs: { feedStore: Pick<FeedStore, 'list'> },
  io: CommandIo,
): Promise<void> {
  const format = FORMATS.find((known) => known === (options.format ?? 'json'));
  if (format === undefined) throw new UserError(`--format ${options.format}: choose one of ${FORMATS.join(', ')}`, 2);
  const feeds = await needs.feedStore.list();
  const settings = feeds.map(settingsOf);
  const list: FeedList = { version: 1, feeds: settings };
  const text = format === 'json' ? JSON.stringify(list, null, 2) : writeOpml(settings, 'Vigil: feeds');

  const written = readFeedEntries(new TextEncoder().encode(text), 'export').length;
  if (written !== feeds.length) {
    throw new UserError(`export: ${written} of ${feeds.length} feeds were written; try the other --format`);
  }
  io.stdout(text);
  const paused = feeds.filter((feed) => feed.state === 'paused').length;
  io.stderr(
    `${written} ${written === 1 ? 'feed' : 'feeds'}${paused > 0 ? ` (${paused} paused: the list does not say which)` : ''}`,
  );
}

function settingsOf(feed: Feed): FeedSettings {
  const keys = Object.keys(FeedSettings.shape) as (keyof FeedSettings)[];
  return FeedSettings.parse(Object.fromEntries(keys.map((key) => [key, feed[key]])));
}
