import { describe, expect, test } from 'vitest';
import type { Feed } from '../../lib/feeds/feed.ts';
import { changesOf, checkOfFetch, type FeedCheck, stateAfter } from '../../lib/feeds/feed-check.ts';
import { sampleFeed } from '../cli/sample-feed.ts';

const now = new Date('2026-11-23T08:00:00.000Z');
const MINUTE = 60_000;
const DAY = 86_400_000;
const read: FeedCheck = { outcome: 'read', detail: '3 items, 1 to read' };
const failing: FeedCheck = { outcome: 'failing', detail: 'the server answered 500' };

/** Milliseconds from now until the feed may be asked, and until it is due. */
function waits(feed: Feed, check: FeedCheck, random: number) {
  const { notBefore, nextCheckAt } = changesOf(feed, check, now, random);
  const until = (time: string | undefined) => time && Date.parse(time) - now.getTime();
  return { notBefore: until(notBefore), next: until(nextCheckAt) };
}

test('a check that read the document clears failures and holds, and keeps the validators', () => {
  const feed = sampleFeed({ consecutiveFailures: 3, notBefore: '2026-11-24T00:00:00.000Z', etag: '"old"' });
  const validators = { etag: undefined, lastModified: 'Mon', bodyHash: 'abc' };
  expect(changesOf(feed, { ...read, validators, freshItems: 2 }, now, 0.5)).toEqual({
    lastCheckedAt: '2026-11-23T08:00:00.000Z',
    lastReadAt: '2026-11-23T08:00:00.000Z',
    lastNewItemAt: '2026-11-23T08:00:00.000Z',
    lastOutcome: 'read',
    lastDetail: '3 items, 1 to read',
    consecutiveFailures: 0,
    nextCheckAt: '2026-11-23T08:30:00.000Z',
    notBefore: undefined,
    ...validators,
    newItemsDay: '2026-11-23',
    newItemsToday: 2,
    pastNews: [2],
    heldBackItems: undefined,
  });
});

test('a check that failed keeps validators, last reading and the count of new items', () => {
  const feed = sampleFeed({ etag: '"old"', bodyHash: 'abc', newItemsDay: '2026-11-23', newItemsToday: 4 });
  expect(changesOf(feed, failing, now, 0.5)).toEqual({
    lastCheckedAt: '2026-11-23T08:00:00.000Z',
    lastOutcome: 'failing',
    lastDetail: 'the server answered 500',
    consecutiveFailures: 1,
    nextCheckAt: '2026-11-23T08:30:00.000Z',
    notBefore: '2026-11-23T08:30:00.000Z',
  });
});

describe('back-off', () => {
  test('doubles from the interval and stops at a day', () => {
    const next = [0, 1, 2, 3, 4, 5, 6, 50].map(
      (consecutiveFailures) => waits(sampleFeed({ consecutiveFailures }), failing, 0.5).next,
    );
    expect(next).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440].map((minutes) => minutes * MINUTE));
  });

  test('never brings a weekly feed forward', () => {
    const weekly = sampleFeed({ intervalMinutes: 10_080, consecutiveFailures: 9 });
    expect(waits(weekly, failing, 0.5)).toEqual({ notBefore: DAY, next: 7 * DAY });
  });

  test('is spread by a tenth to both sides', () => {
    expect([0, 1].map((random) => waits(sampleFeed(), failing, random).next)).toEqual([27 * MINUTE, 33 * MINUTE]);
  });
});

describe('Retry-After', () => {
  test.each([0, 0.5, 1])('is a minimum whatever the jitter (%d)', (random) => {
    const check: FeedCheck = { outcome: 'throttled', detail: '429', retryAfterSeconds: 7200 };
    const { notBefore = 0, next = 0 } = waits(sampleFeed(), check, random) as { notBefore: number; next: number };
    expect(notBefore).toBeGreaterThanOrEqual(7_200_000 - 1);
    expect(next).toBeGreaterThanOrEqual(notBefore);
    expect(next).toBeLessThan(7_200_000 * 1.25);
  });

  test('is an hour where a throttled answer names none, and stands for other failures too', () => {
    expect(checkOfFetch({ status: 'failed', reason: 'throttled', detail: '429' })).toEqual({
      outcome: 'throttled',
      detail: '429',
      retryAfterSeconds: 3600,
    });
    const busy = { status: 'failed', reason: 'server-error', detail: '503', retryAfterSeconds: 600 } as const;
    expect(checkOfFetch(busy)).toEqual({ outcome: 'failing', detail: '503', retryAfterSeconds: 600 });
  });

  test('below the interval leaves the interval', () => {
    const check: FeedCheck = { outcome: 'throttled', detail: '429', retryAfterSeconds: 60 };
    expect(waits(sampleFeed(), check, 0.5).next).toBe(30 * MINUTE);
  });
});

describe('410', () => {
  const gone: FeedCheck = checkOfFetch({ status: 'failed', reason: 'gone', detail: 'the server answered 410' });

  test('puts an active feed off to a day and calls it gone', () => {
    expect(waits(sampleFeed(), gone, 0.5).next).toBe(DAY);
    expect(stateAfter(sampleFeed(), gone)).toBe('gone');
    expect(stateAfter(sampleFeed({ state: 'gone' }), gone)).toBeUndefined();
  });

  test('is over when the document is back, and not with a failure of another kind', () => {
    expect(stateAfter(sampleFeed({ state: 'gone' }), read)).toBe('active');
    expect(stateAfter(sampleFeed({ state: 'gone' }), { ...read, outcome: 'unchanged' })).toBe('active');
    expect(stateAfter(sampleFeed({ state: 'gone' }), failing)).toBeUndefined();
    expect(stateAfter(sampleFeed(), read)).toBeUndefined();
  });
});

describe('a permanent redirect', () => {
  const url = 'https://new.example/feed';
  const seen = (sightings: number) => sampleFeed({ movedTo: { url, sightings } });
  const moved = (feed: Feed, to: string | undefined, outcome: FeedCheck['outcome'] = 'read') => {
    const changes = changesOf(feed, { outcome, detail: '', movedPermanentlyTo: to }, now, 0.5);
    return { url: changes.url, movedTo: changes.movedTo, says: 'movedTo' in changes };
  };

  test('is remembered at the first two sightings and followed at the third, over 304 as well', () => {
    expect(moved(sampleFeed(), url)).toEqual({ url: undefined, movedTo: { url, sightings: 1 }, says: true });
    expect(moved(seen(1), url, 'unchanged')).toEqual({ url: undefined, movedTo: { url, sightings: 2 }, says: true });
    expect(moved(seen(2), url, 'unchanged')).toEqual({ url, movedTo: undefined, says: true });
  });

  test('to another place begins anew, and one that is taken back is forgotten', () => {
    const other = 'https://other.example/feed';
    expect(moved(seen(2), other)).toEqual({ url: undefined, movedTo: { url: other, sightings: 1 }, says: true });
    expect(moved(seen(2), undefined)).toEqual({ url: undefined, movedTo: undefined, says: true });
  });

  test('is neither counted nor forgotten by a check that brought no document', () => {
    expect(moved(seen(2), undefined, 'failing')).toEqual({ url: undefined, movedTo: undefined, says: false });
    expect(moved(seen(2), url, 'broken')).toEqual({ url: undefined, movedTo: undefined, says: false });
  });
});

test('new items are counted by day in UTC', () => {
  const counted = (day: string, today: number) =>
    changesOf(
      sampleFeed({ newItemsDay: day, newItemsToday: today }),
      { ...read, freshItems: 5 },
      new Date('2026-11-24T00:00:00.000Z'),
      0.5,
    );
  expect(counted('2026-11-24', 10)).toMatchObject({ newItemsDay: '2026-11-24', newItemsToday: 15 });
  expect(counted('2026-11-23', 10)).toMatchObject({ newItemsDay: '2026-11-24', newItemsToday: 5 });
});
