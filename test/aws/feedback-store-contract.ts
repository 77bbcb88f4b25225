import { expect, test } from 'vitest';
import type { FeedbackStore } from '../../lib/coverage/feedback-store.ts';
import { sampleFeedback } from '../coverage/sample-feedback.ts';

const evening = new Date('2026-08-28T20:00:00.000Z');
const yearsLater = new Date('2029-01-01T00:00:00.000Z');

/** What every FeedbackStore keeps. */
export function keepsFeedback(storeOf: (now: () => Date) => FeedbackStore): void {
  const of = (digit: string, changes: Parameters<typeof sampleFeedback>[0] = {}) =>
    sampleFeedback({ articleId: digit.repeat(32), ...changes });

  test('a voter has one word on an article, and others have theirs', async () => {
    const store = storeOf(() => evening);
    const other = of('1', { voter: 'operator', verdict: 'wrong-theme', themes: ['denial'] });
    expect(await store.put(of('1'), undefined)).toBe(true);
    expect(await store.put(other, undefined)).toBe(true);
    expect(await store.get(of('1').articleId, of('1').voter)).toEqual(of('1'));
    expect(await store.get(other.articleId, 'operator')).toEqual(other);
    expect(await store.get(of('2').articleId, 'operator')).toBeUndefined();
  });

  test('a vote takes the place of the one that was read, and of no other', async () => {
    const store = storeOf(() => evening);
    const later = of('3', { at: '2026-08-28T19:30:00.000Z', verdict: 'not-relevant' });
    expect(await store.put(later, of('3'))).toBe(false);
    await store.put(of('3'), undefined);
    expect(await store.put(later, undefined)).toBe(false);
    expect(await store.put(later, of('3'))).toBe(true);
    expect(await store.put(of('3', { at: '2026-08-28T19:40:00.000Z' }), of('3'))).toBe(false);
    expect(await store.get(later.articleId, later.voter)).toEqual(later);
  });

  test('the list begins at a time, crosses the months, and leaves out what has expired', async () => {
    const clock = { now: evening };
    const store = storeOf(() => clock.now);
    const times = ['2026-05-31T23:59:59.000Z', '2026-06-01T00:00:00.000Z', '2026-08-02T08:00:00.000Z'];
    const [before, first, second] = times.map((at, index) => of('456'.charAt(index), { at }));
    const gone = of('7', { at: '2026-07-01T00:00:00.000Z', expiresAt: evening.getTime() / 1000 - 1 });
    for (const one of [second, before, gone, first]) if (one) await store.put(one, undefined);
    const own = async (since: string) => (await store.list(since)).filter(({ articleId }) => /^[4567]/.test(articleId));
    expect(await own('2026-06-01T00:00:00.000Z')).toEqual([first, second]);
    expect(await store.get(gone.articleId, gone.voter)).toBeUndefined();
    clock.now = yearsLater;
    expect(await own('2026-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('what has expired gives way, though its row stands there', async () => {
    const clock = { now: evening };
    const store = storeOf(() => clock.now);
    await store.put(of('8'), undefined);
    clock.now = yearsLater;
    const fresh = of('8', { at: '2028-12-31T00:00:00.000Z' });
    expect(await store.put(fresh, undefined)).toBe(true);
    expect(await store.get(fresh.articleId, fresh.voter)).toEqual(fresh);
  });
}
