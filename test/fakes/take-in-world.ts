import type { Feed } from '../../lib/feeds/feed.ts';
import type { ParsedItem } from '../../lib/feeds/parsed-feed.ts';
import { takeInItems } from '../../lib/feeds/take-in-items.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { countOutcomes } from './count-outcomes.ts';
import { document, feedWorld } from './feed-world.ts';

export const feed = sampleFeed();
export const other = sampleFeed({ url: 'https://other.example.org/feed.xml', title: 'Other' });

/** A world in which any feed takes in a document; `ends` are the items as they stand, by title. */
export function takeInWorld() {
  const world = feedWorld({ feeds: [feed, other] });
  const counts = countOutcomes('item');
  return {
    ...world,
    counts,
    take: (items: ParsedItem[], of: Feed = feed) => takeInItems(of, document(items), world.needs),
    ends: () => world.itemStore.items().map(({ title, outcome, state }) => `${title}: ${outcome ?? state}`),
    async endAll() {
      for (const { articleId, feedId, state } of world.itemStore.items()) {
        const end = { outcome: 'off-topic' as const, reason: '', at: world.clock.now, trace: [] };
        if (state === 'queued') await world.itemStore.endItem(articleId, feedId, end);
      }
    },
  };
}
