import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Item } from '../../lib/feeds/item.ts';
import type { ItemStore } from '../../lib/feeds/item-store.ts';

const at = '2026-11-23T08:00:00.000Z';
const later = '2026-11-23T09:00:00.000Z';
const seconds = (time: string) => Date.parse(time) / 1000;
const idOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32);

function newItem(name: string, changes: Partial<Item> = {}): Item {
  const url = `https://news.example/${name}`;
  return {
    schemaVersion: 1,
    articleId: idOf(name),
    feedId: '0123456789abcdef',
    url,
    canonicalUrl: url,
    title: name,
    firstSeenAt: at,
    state: 'queued',
    trace: [{ at, stage: 'fetch-feed', what: 'listed' }],
    expiresAt: seconds('2027-12-28T08:00:00Z'),
    ...changes,
  };
}
const pair = ({ articleId, feedId }: Item) => ({ articleId, feedId });

/** What every ItemStore keeps; the store's clock stands at `at` unless the test moves it. */
export function keepsItems(storeAt: (now: () => Date) => ItemStore): void {
  const clock = { now: at };
  const store = () => storeAt(() => new Date(clock.now));

  test('an item is added once for a pair of article and feed', async () => {
    const item = newItem('once');
    const other = { ...item, feedId: 'fedcba9876543210', firstSeenAt: '2026-11-23T07:00:00.000Z' };
    expect([await store().addItem(item), await store().addItem({ ...item, title: 'x' })]).toEqual([true, false]);
    expect(await store().addItem(other)).toBe(true);
    expect(await store().findItems([pair(item), pair(item), pair(newItem('absent'))])).toEqual([item]);
    expect(await store().listItems(item.articleId)).toEqual([other, item]);
  });

  test('a queued item ends once, its trace goes on, and what is not given stays absent', async () => {
    const item = newItem('ends');
    await store().addItem(item);
    const trace = [{ at, stage: 'read-article', what: 'read' }];
    const end = { outcome: 'recorded' as const, reason: 'score 9', at, trace, score: 9, articleKey: 'articles/a.json' };
    expect(await store().endItem(item.articleId, item.feedId, end)).toBe(true);
    expect(await store().endItem(item.articleId, item.feedId, { ...end, outcome: 'off-topic' })).toBe(false);
    expect(await store().endItem(idOf('nothing'), item.feedId, end)).toBe(false);
    const { at: endedAt, trace: added, ...rest } = end;
    const ended = { ...item, ...rest, state: 'done', endedAt, trace: [...item.trace, ...added] };
    expect(await store().findItems([pair(item)])).toEqual([ended]);

    const plain = newItem('ends plainly');
    await store().addItem(plain);
    await store().endItem(plain.articleId, plain.feedId, { outcome: 'blocked', reason: 'robots', at, trace: [] });
    expect(await store().findItems([pair(plain)])).toEqual([
      { ...plain, state: 'done', outcome: 'blocked', reason: 'robots', endedAt: at },
    ]);
  });

  test('an end is taken from an item only as it was read, and the trace goes on', async () => {
    const item = newItem('reopens');
    await store().addItem(item);
    const { articleId, feedId } = item;
    const later = '2026-11-24T08:00:00.000Z';
    const step = { at: later, stage: 'replay', what: 'sent again' };
    const replay = { at: later, from: 'off-topic' as const };
    await store().endItem(articleId, feedId, {
      ...{ outcome: 'off-topic', reason: 'score 1', at, trace: [] },
      ...{ score: 1, articleKey: 'articles/a.json' },
    });
    const [ended] = (await store().findItems([pair(item)])) as [Item];
    expect(await store().reopenItem(item, replay, step)).toBe(false);
    expect(await store().reopenItem({ ...ended, endedAt: later }, replay, step)).toBe(false);
    expect(await store().reopenItem({ ...ended, outcome: 'blocked' }, replay, step)).toBe(false);
    expect(await store().reopenItem(ended, replay, step)).toBe(true);
    const reopened = { ...item, score: 1, articleKey: 'articles/a.json', replay, trace: [...item.trace, step] };
    expect(await store().findItems([pair(item)])).toEqual([reopened]);

    expect(await store().reopenItem(ended, replay, step)).toBe(false);
    expect(await store().reopenItem(reopened, replay, step)).toBe(true);
    expect(await store().findItems([pair(item)])).toEqual([{ ...reopened, trace: [...reopened.trace, step] }]);
    expect(await store().reopenItem(newItem('was never listed'), replay, step)).toBe(false);
    expect(await store().findItems([pair(newItem('was never listed'))])).toEqual([]);
  });

  test('an end gives way to another one only as it was read, and the item stays ended when it was', async () => {
    const item = newItem('judged anew');
    const end = { outcome: 'recorded' as const, reason: 'score 9.0', score: 9 };
    const step = { at: later, stage: 'reclassify', what: 'off-topic → relevant' };
    await store().addItem(item);
    expect(await store().relabelItem(item, end, step)).toBe(false);
    await store().endItem(item.articleId, item.feedId, {
      outcome: 'off-topic',
      reason: 'score 1.0',
      at,
      trace: [],
      score: 1,
    });
    const [ended] = (await store().findItems([pair(item)])) as [Item];
    expect(await store().relabelItem({ ...ended, outcome: 'blocked' }, end, step)).toBe(false);
    expect(await store().relabelItem({ ...ended, endedAt: later }, end, step)).toBe(false);
    expect(await store().relabelItem(ended, end, step)).toBe(true);
    expect(await store().relabelItem(ended, end, step)).toBe(false);
    expect(await store().findItems([pair(item)])).toEqual([{ ...ended, ...end, trace: [...ended.trace, step] }]);
  });

  test('of a thousand pairs those that exist are found', async () => {
    const items = [newItem('first of many'), newItem('last of many')];
    for (const item of items) await store().addItem(item);
    const absent = Array.from({ length: 1000 }, (_, index) => pair(newItem(`absent ${index}`)));
    const found = await store().findItems([pair(items[0] as Item), ...absent, pair(items[1] as Item)]);
    expect(found.map(({ title }) => title).sort()).toEqual(['first of many', 'last of many']);
  });

  test('the first claim of a name stands, and every claimer hears whose it is', async () => {
    const first = { identity: 'url|claimed', articleId: idOf('a'), feedId: 'a', expiresAt: seconds(at) + 60 };
    const second = { ...first, articleId: idOf('b'), feedId: 'b' };
    expect(await store().claimIdentity(first)).toEqual(first);
    expect(await store().claimIdentity(second)).toEqual(first);
    expect(await store().claimIdentity(first)).toEqual(first);
    expect(await store().findIdentities(['url|claimed', 'url|claimed', 'url|free'])).toEqual(
      new Map([['url|claimed', first]]),
    );
  });

  test('of many that claim a name at once one gets it, and all hear the same', async () => {
    const claims = Array.from({ length: 8 }, (_, index) => ({
      identity: 'url|raced',
      articleId: idOf(`racer ${index}`),
      feedId: String(index),
      expiresAt: seconds(at) + 60,
    }));
    const holders = await Promise.all(claims.map((claim) => store().claimIdentity(claim)));
    expect(new Set(holders.map(({ articleId }) => articleId)).size).toBe(1);
  });

  test('rows that have expired are not found, and their places are free', async () => {
    const item = newItem('expires', { state: 'done', outcome: 'too-old', expiresAt: seconds(at) + 10 });
    const identity = { identity: 'url|expires', ...pair(item), expiresAt: seconds(at) + 10 };
    await store().addItem(item);
    await store().claimIdentity(identity);
    clock.now = '2026-11-23T08:00:10.000Z';
    const next = { ...item, state: 'queued' as const, expiresAt: seconds(at) + 1000 };
    expect(await store().findItems([pair(item)])).toEqual([]);
    expect(await store().listItems(item.articleId)).toEqual([]);
    expect(await store().findIdentities(['url|expires'])).toEqual(new Map());
    const renewed = { ...identity, articleId: idOf('renewed'), expiresAt: seconds(at) + 1000 };
    expect(await store().claimIdentity(renewed)).toEqual(renewed);
    expect(await store().addItem(next)).toBe(true);
    expect(await store().findItems([pair(item)])).toEqual([next]);
    clock.now = at;
  });
}
