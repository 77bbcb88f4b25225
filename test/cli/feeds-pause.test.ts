import { describe, expect, it } from 'vitest';
import { feedsPauseCommand, feedsRemoveCommand, feedsResumeCommand } from '../../lib/cli/feeds-pause.ts';
import type { Feed } from '../../lib/feeds/feed.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { recordedIo } from './recorded-io.ts';
import { at, sampleFeed } from './sample-feed.ts';

const later = '2026-11-24T00:00:00.000Z';

function setUp(feed: Feed) {
  return { feedStore: createMemoryFeedStore([feed]), now: () => at };
}

describe('feeds pause', () => {
  it.each([
    ['its id', sampleFeed().feedId],
    ['its address', 'https://news.example.org/feed.xml'],
    ['its address written otherwise', ' http://www.news.example.org/feed.xml/ '],
  ])('pauses a feed named by %s and keeps the rest of it', async (_by, name) => {
    const needs = setUp(sampleFeed({ etag: '"1"' }));
    await feedsPauseCommand(name, {}, needs, recordedIo());
    expect(needs.feedStore.feeds()).toEqual([sampleFeed({ etag: '"1"', state: 'paused' })]);
  });

  it('finds a feed that has moved by its new address', async () => {
    const moved = { ...sampleFeed(), url: 'https://new.example.org/rss' };
    const needs = setUp(moved);
    await feedsPauseCommand('https://new.example.org/rss', {}, needs, recordedIo());
    expect(needs.feedStore.feeds()).toEqual([{ ...moved, state: 'paused' }]);
  });

  it('says what to do when no feed has the name', async () => {
    await expect(feedsPauseCommand('https://other.example/', {}, setUp(sampleFeed()), recordedIo())).rejects.toThrow(
      'https://other.example/: no such feed in the list; "vigil feeds list" shows ids and addresses',
    );
  });
});

describe('feeds resume', () => {
  it.each(['paused', 'gone'] as const)('makes a feed that is %s due at once', async (state) => {
    const needs = setUp(sampleFeed({ state, nextCheckAt: later, notBefore: later, consecutiveFailures: 4 }));
    await feedsResumeCommand(sampleFeed().feedId, {}, needs, recordedIo());
    expect(needs.feedStore.feeds()).toEqual([sampleFeed()]);
  });

  it('leaves the schedule of an active feed alone', async () => {
    const needs = setUp(sampleFeed({ nextCheckAt: later }));
    const io = recordedIo();
    await feedsResumeCommand(sampleFeed().feedId, {}, needs, io);
    expect(needs.feedStore.feeds()).toEqual([sampleFeed({ nextCheckAt: later })]);
    expect(io.out).toEqual(['active already: Example News (https://news.example.org/feed.xml)']);
  });
});

describe('feeds remove', () => {
  it('takes the feed off the list', async () => {
    const needs = setUp(sampleFeed());
    const io = recordedIo();
    await feedsRemoveCommand(sampleFeed().feedId, {}, needs, io);
    expect(needs.feedStore.feeds()).toEqual([]);
    expect(io.out).toEqual([
      'removed: Example News (https://news.example.org/feed.xml); its coverage stays in the table',
    ]);
  });
});
