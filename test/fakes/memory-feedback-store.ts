import type { Feedback } from '../../lib/coverage/feedback.ts';
import type { FeedbackStore } from '../../lib/coverage/feedback-store.ts';

/** Readers' verdicts in memory. */
export function createMemoryFeedbackStore(
  now: () => Date,
  rows: readonly Feedback[] = [],
): FeedbackStore & { rows: () => Feedback[] } {
  const keyOf = ({ articleId, voter }: Pick<Feedback, 'articleId' | 'voter'>) => `${articleId}/${voter}`;
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const isLive = ({ expiresAt }: Feedback) => expiresAt > now().getTime() / 1000;
  const find = (articleId: string, voter: string) => {
    const row = byKey.get(keyOf({ articleId, voter }));
    return row && isLive(row) ? row : undefined;
  };
  return {
    rows: () => [...byKey.values()],
    get: async (articleId, voter) => find(articleId, voter),
    async put(feedback, read) {
      if (find(feedback.articleId, feedback.voter)?.at !== read?.at) return false;
      byKey.set(keyOf(feedback), feedback);
      return true;
    },
    list: async (since) =>
      [...byKey.values()].filter((row) => row.at >= since && isLive(row)).sort((a, b) => a.at.localeCompare(b.at)),
  };
}
