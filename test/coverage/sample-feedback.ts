import type { Feedback } from '../../lib/coverage/feedback.ts';

/** One vote: "relevant", by a reader, on an evening in August 2026. */
export function sampleFeedback(changes: Partial<Feedback> = {}): Feedback {
  const at = changes.at ?? '2026-08-28T19:00:00.000Z';
  return {
    schemaVersion: 1,
    articleId: '0'.repeat(31).concat('1'),
    voter: 'reader-0123456789abcdef',
    verdict: 'relevant',
    ruleSetVersion: '2026-08-01',
    at,
    month: at.slice(0, 7),
    earlier: [],
    expiresAt: Math.floor(Date.parse(at) / 1000) + 730 * 86_400,
    ...changes,
  };
}
