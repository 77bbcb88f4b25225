import { describe, expect, it } from 'vitest';
import { feedsListCommand } from '../../lib/cli/feeds-list.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { recordedIo } from './recorded-io.ts';
import { sampleFeed } from './sample-feed.ts';

const fresh = sampleFeed();
const failing = sampleFeed({
  url: 'https://b.example.org/rss',
  title: 'Broken Weekly',
  lastOutcome: 'failing',
  consecutiveFailures: 3,
  lastNewItemAt: '2026-11-20T10:11:12.000Z',
});
const paused = sampleFeed({ url: 'https://c.example.org/rss', title: 'Calm', state: 'paused', lastOutcome: 'read' });
const needs = { feedStore: createMemoryFeedStore([fresh, failing, paused]) };

describe('feeds list', () => {
  it('shows state, last outcome, last new item and title of every feed, and counts them', async () => {
    const io = recordedIo();
    await feedsListCommand({}, needs, io);
    const [headings, ...rows] = (io.out[0] ?? '').split('\n').map((line) => line.split(/ {2,}/));
    expect(headings).toEqual(['id', 'state', 'last outcome', 'last new item', 'lang', 'relation', 'title and address']);
    expect(rows).toEqual([
      [failing.feedId, 'active', 'failing × 3', '2026-11-20 10:11', 'en', 'independent', 'Broken Weekly', failing.url],
      [paused.feedId, 'paused', 'read', '–', 'en', 'independent', 'Calm', paused.url],
      [fresh.feedId, 'active', 'not checked yet', '–', 'en', 'independent', 'Example News', fresh.url],
    ]);
    expect(io.err).toEqual(['3 feeds: 2 active, 1 paused, 1 of the active failing']);
  });

  it('gives the whole records with --json, and only those of a state with --state', async () => {
    const io = recordedIo();
    await feedsListCommand({ json: true, state: 'paused' }, needs, io);
    expect(JSON.parse(io.out[0] ?? '')).toEqual([paused]);
    expect(io.err).toEqual([]);
  });

  it('refuses a state that there is not', async () => {
    await expect(feedsListCommand({ state: 'asleep' }, needs, recordedIo())).rejects.toMatchObject({
      exitCode: 2,
      message: '--state asleep: choose one of active, paused, gone',
    });
  });

  it('prints no table for an empty list', async () => {
    const io = recordedIo();
    await feedsListCommand({}, { feedStore: createMemoryFeedStore() }, io);
    expect([io.out, io.err]).toEqual([[], ['0 feeds']]);
  });
});
