import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Feed } from '../../lib/feeds/feed.ts';
import { pollFeeds } from '../../lib/feeds/poll-feeds.ts';
import type { FeedMessage } from '../../lib/feeds/work-queues.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { createMemoryQueue } from '../fakes/memory-queue.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const now = '2026-11-23T08:00:00.000Z';
const later = '2026-11-23T08:00:00.001Z';
const named = (name: string, changes: Partial<Feed>) =>
  sampleFeed({ url: `https://${name}.example/feed`, title: name, nextCheckAt: now, ...changes });

const feeds = [
  named('due', { lastCheckedAt: '2026-11-23T07:00:00.000Z' }),
  named('never-asked', {}),
  named('not-due', { nextCheckAt: later }),
  named('held', { notBefore: later }),
  named('held-no-more', { notBefore: now }),
  named('paused', { state: 'paused' }),
  named('gone-due', { state: 'gone' }),
  named('gone-not-due', { state: 'gone', nextCheckAt: later }),
];

async function poll(pollAll?: boolean) {
  const feedQueue = createMemoryQueue<FeedMessage>();
  const counts = countOutcomes('poll-feeds');
  const needs = { feedStore: createMemoryFeedStore(feeds), feedQueue, now: () => new Date(now) };
  const outcome = await pollFeeds(pollAll === undefined ? {} : { pollAll }, needs);
  const queued = feedQueue.messages.map(({ url }) => new URL(url).hostname.replace('.example', '')).sort();
  return { outcome, queued, counts, messages: feedQueue.messages };
}

test('due feeds are queued with the time of their last check; held and paused ones are not', async () => {
  const { outcome, queued, counts, messages } = await poll();
  expect({ outcome, queued, counts }).toEqual({
    outcome: { queued: 4, held: 1 },
    queued: ['due', 'gone-due', 'held-no-more', 'never-asked'],
    counts: { queued: 4, held: 1 },
  });
  const [due] = feeds as [Feed];
  expect(messages.find(({ feedId }) => feedId === due.feedId)).toEqual({
    feedId: due.feedId,
    url: due.url,
    lastCheckedAt: due.lastCheckedAt,
  });
});

test('asked for all, it queues what is not due as well, but still nothing held, paused or gone', async () => {
  const { outcome, queued } = await poll(true);
  expect({ outcome, queued }).toEqual({
    outcome: { queued: 5, held: 2 },
    queued: ['due', 'gone-due', 'held-no-more', 'never-asked', 'not-due'],
  });
});
