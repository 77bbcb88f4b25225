import { expect, test } from 'vitest';
import { countVotes } from '../../lib/coverage/count-votes.ts';
import type { Feedback, Verdict } from '../../lib/coverage/feedback.ts';
import { sampleFeedback } from './sample-feedback.ts';

const second = (count: number) => new Date(Date.UTC(2026, 7, 28, 19, 0, count)).toISOString();
const article = (number: number) => String(number).padStart(32, '0');
const on = (number: number, at: number, changes: Partial<Feedback> = {}) =>
  sampleFeedback({ articleId: article(number), at: second(at), ...changes });
const earlier = (at: number, verdict: Verdict) => ({ verdict, ruleSetVersion: '2026-08-01', at: second(at) });
const brief = (feedback: readonly Feedback[]) => {
  const { counted, dropped } = countVotes(feedback);
  const line = ({ articleId, verdict }: { articleId: string; verdict: Verdict }) => `${Number(articleId)} ${verdict}`;
  return { counted: counted.map(line), dropped: dropped.map(line) };
};

test('a reader who goes through a digest is a person', () => {
  const votes = [1, 2, 3, 4, 5, 6].map((number) => on(number, number * 4));
  expect(brief(votes)).toEqual({ counted: [1, 2, 3, 4, 5, 6].map((number) => `${number} relevant`), dropped: [] });
});

test('more than five articles within ten seconds are a scanner’s, whatever it pressed', () => {
  const votes = [1, 2, 3, 4, 5, 6].map((number) =>
    on(number, number, { verdict: number % 2 ? 'relevant' : 'not-relevant' }),
  );
  expect(brief(votes)).toMatchObject({ counted: [], dropped: { length: 6 } });
  expect(brief(votes.slice(1))).toMatchObject({ counted: { length: 5 }, dropped: [] });
});

test('votes of several people in the same seconds are theirs', () => {
  const votes = [1, 2, 3, 4, 5, 6].map((number) =>
    on(number, 1, { voter: `reader-${String(number).padStart(16, '0')}` }),
  );
  expect(brief(votes)).toMatchObject({ counted: { length: 6 }, dropped: [] });
});

test('every button of one article within ten seconds is a program’s; a change of mind is a person’s', () => {
  const all = on(1, 9, { verdict: 'wrong-theme', earlier: [earlier(2, 'relevant'), earlier(5, 'not-relevant')] });
  expect(brief([all])).toEqual({ counted: [], dropped: ['1 relevant', '1 not-relevant', '1 wrong-theme'] });
  const slow = on(1, 40, { verdict: 'wrong-theme', earlier: [earlier(2, 'relevant'), earlier(5, 'not-relevant')] });
  expect(brief([slow])).toEqual({ counted: ['1 wrong-theme'], dropped: [] });
  const changed = on(1, 5, { verdict: 'not-relevant', earlier: [earlier(2, 'relevant')] });
  expect(brief([changed])).toEqual({ counted: ['1 not-relevant'], dropped: [] });
});

test('a reader’s own vote outlives the scanner of their mailbox, before it and after it', () => {
  const scanned = [1, 2, 3, 4, 5, 6].map((number) => on(number, 100, { verdict: 'relevant' }));
  const after = on(7, 500, { verdict: 'not-relevant', earlier: [earlier(100, 'relevant')] });
  const before = on(8, 100, { verdict: 'relevant', earlier: [earlier(20, 'wrong-theme')] });
  expect(brief([...scanned, after, before])).toEqual({
    counted: ['8 wrong-theme', '7 not-relevant'],
    dropped: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${number} relevant`),
  });
});
