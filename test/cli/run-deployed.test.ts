import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunDeployedNeeds, runDeployedCommand } from '../../lib/cli/run-deployed.ts';
import type { FeedMessage } from '../../lib/feeds/work-queues.ts';
import { setLogSink } from '../../lib/log.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { createMemoryQueue } from '../fakes/memory-queue.ts';
import { recordedIo } from './recorded-io.ts';
import { at, sampleFeed } from './sample-feed.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

/** Queues whose depths are given look by look; the last one stays. */
function setUp(depths: readonly number[] = [0], changes: Partial<RunDeployedNeeds> = {}) {
  const feedQueue = createMemoryQueue<FeedMessage>();
  const looks = { made: 0, pauses: 0 };
  const feeds = [
    sampleFeed(),
    sampleFeed({ url: 'https://b.example.org/rss', feedId: 'b'.repeat(16), state: 'paused' }),
    sampleFeed({ url: 'https://c.example.org/rss', feedId: 'c'.repeat(16), notBefore: '2026-11-24T00:00:00.000Z' }),
  ];
  const needs: RunDeployedNeeds = {
    feedStore: createMemoryFeedStore(feeds),
    feedQueue,
    now: () => at,
    async queueDepths() {
      const waiting = depths[Math.min(looks.made, depths.length - 1)] ?? 0;
      looks.made += 1;
      return [{ name: 'feeds', waiting, deadLetters: 1 }];
    },
    async pause() {
      looks.pauses += 1;
    },
    signal: new AbortController().signal,
    ...changes,
  };
  return { needs, sent: feedQueue.messages, looks };
}

test('every feed that may be asked is queued, and nothing is waited for', async () => {
  const { needs, sent, looks } = setUp();
  const io = recordedIo();
  await runDeployedCommand({}, needs, io);
  expect(sent.map(({ url }) => url)).toEqual([sampleFeed().url]);
  expect([io.out, looks.made]).toEqual([
    ['1 feeds queued for the stack’s functions; 1 are not asked yet, as their servers or failures want it'],
    0,
  ]);
});

test('waiting ends when the queues look empty for half a minute', async () => {
  const { needs, looks } = setUp([3, 0, 1, 0]);
  const io = recordedIo();
  await runDeployedCommand({ wait: true }, needs, io);
  expect(looks.pauses).toBe(8);
  expect(io.out.at(-1)).toBe('the queues are empty; 1 dead letters: "vigil redrive --dry-run" shows them');
});

test('what does not move is said after a quarter of an hour', async () => {
  const { needs, looks } = setUp([2]);
  const io = recordedIo();
  await expect(runDeployedCommand({ wait: true, json: true }, needs, io)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringMatching(/^2 messages have not moved for 15 minutes/),
  });
  expect([looks.pauses, JSON.parse(io.out.join(''))]).toEqual([
    180,
    { queued: 1, held: 1, left: [{ name: 'feeds', waiting: 2, deadLetters: 1 }] },
  ]);
});

test('stopped, it says that the functions go on', async () => {
  const stop = new AbortController();
  const { needs } = setUp([2], { signal: stop.signal, pause: async () => stop.abort() });
  await expect(runDeployedCommand({ wait: true }, needs, recordedIo())).rejects.toMatchObject({ exitCode: 130 });
});
