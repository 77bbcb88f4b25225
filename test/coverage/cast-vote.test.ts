import { expect, test } from 'vitest';
import { castVote } from '../../lib/coverage/cast-vote.ts';
import { countVotes } from '../../lib/coverage/count-votes.ts';
import { voterOf } from '../../lib/coverage/voter.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { sampleFeedback } from './sample-feedback.ts';

const signingKey = 'a signing key of the tests, long enough';
const article = { articleId: 'ab'.repeat(16), ruleSetVersion: '2026-08-01' };
const voter = 'reader-0123456789abcdef';

/** A store and a clock that goes on by a minute with each look at it. */
function world() {
  let minutes = 0;
  const now = () => new Date(Date.UTC(2026, 7, 28, 19, minutes++));
  return { feedbackStore: createMemoryFeedbackStore(now), now: () => new Date(Date.UTC(2026, 7, 28, 19, minutes++)) };
}

test('the last vote counts, and those before stay behind it', async () => {
  const needs = world();
  await castVote(voter, article, { verdict: 'relevant' }, needs);
  await castVote(voter, article, { verdict: 'wrong-theme', themes: ['testimony', 'denial'] }, needs);
  const [row] = needs.feedbackStore.rows();
  const first = { verdict: 'relevant' as const, ruleSetVersion: '2026-08-01' };
  expect(row).toEqual(
    sampleFeedback({
      articleId: article.articleId,
      verdict: 'wrong-theme',
      themes: ['denial', 'testimony'],
      at: row?.at ?? '',
      earlier: [{ ...first, at: row?.earlier[0]?.at ?? '' }],
      expiresAt: Math.floor(Date.parse(row?.at ?? '') / 1000) + 730 * 86_400,
    }),
  );
  expect(row?.earlier[0]?.at.localeCompare(row.at)).toBe(-1);
});

test('pressed twice it is the same vote; of a later rule set it is another', async () => {
  const needs = { ...world(), now: () => new Date('2026-08-28T19:00:00.000Z') };
  await castVote(voter, article, { verdict: 'relevant', themes: ['denial'] }, needs);
  const once = needs.feedbackStore.rows();
  await castVote(voter, article, { verdict: 'relevant' }, needs);
  expect(needs.feedbackStore.rows()).toEqual(once);
  expect(once[0]).not.toHaveProperty('themes');
  await castVote(voter, { ...article, ruleSetVersion: '2026-09-01' }, { verdict: 'relevant' }, needs);
  expect(needs.feedbackStore.rows()[0]).toMatchObject({
    ruleSetVersion: '2026-09-01',
    earlier: [{ verdict: 'relevant' }],
  });
});

test('of a burst nothing counts; pressed again later, the same button does', async () => {
  const { feedbackStore } = world();
  const articles = Array.from({ length: 6 }, (_, index) => ({ ...article, articleId: `${index}`.repeat(32) }));
  const pressAll = async (time: string) => {
    const now = () => new Date(time);
    for (const one of articles) await castVote(voter, one, { verdict: 'relevant' }, { feedbackStore, now });
  };
  await pressAll('2026-08-28T19:00:00.000Z');
  const again = { ...article, articleId: '3'.repeat(32) };
  const counted = () => countVotes(feedbackStore.rows()).counted.map(({ articleId, at }) => [articleId, at]);
  const press = (time: string) =>
    castVote(voter, again, { verdict: 'relevant' }, { feedbackStore, now: () => new Date(time) });
  await press('2026-08-28T19:00:10.000Z');
  expect(counted()).toEqual([]);
  await press('2026-08-28T19:01:00.000Z');
  expect(counted()).toEqual([[again.articleId, '2026-08-28T19:01:00.000Z']]);
});

test('no more than seven votes stay behind the last', async () => {
  const needs = world();
  for (let times = 0; times < 10; times += 1) {
    await castVote(voter, article, { verdict: times % 2 ? 'relevant' : 'not-relevant' }, needs);
  }
  expect(needs.feedbackStore.rows()[0]?.earlier).toHaveLength(7);
});

test('two clicks at once both stand, one behind the other', async () => {
  const needs = world();
  await Promise.all([
    castVote(voter, article, { verdict: 'relevant' }, needs),
    castVote(voter, article, { verdict: 'not-relevant' }, needs),
  ]);
  const [row] = needs.feedbackStore.rows();
  expect([row?.verdict, row?.earlier.map(({ verdict }) => verdict)].flat().sort()).toEqual([
    'not-relevant',
    'relevant',
  ]);
});

test('a voter’s name tells reader from visitor and leads back to neither', () => {
  const subscriberId = '0123456789abcdef';
  const names = [
    voterOf({ subscriberId }, signingKey),
    voterOf({ person: subscriberId }, signingKey),
    voterOf({ subscriberId }, `${signingKey}!`),
    voterOf('operator', signingKey),
  ];
  expect(names[0]).toBe(voterOf({ subscriberId }, signingKey));
  expect(names.map((name) => name.replace(/[0-9a-f]{16}$/, '…'))).toEqual([
    'reader-…',
    'visitor-…',
    'reader-…',
    'operator',
  ]);
  expect(new Set(names).size).toBe(4);
  expect(names.join(' ')).not.toContain(subscriberId);
});
