import { isDeepStrictEqual } from 'node:util';
import { expiryAfter } from '../records/expiry-after.ts';
import type { Coverage } from './coverage.ts';
import { BURST_SECONDS, type Feedback, type Vote } from './feedback.ts';
import type { FeedbackStore } from './feedback-store.ts';

export interface CastVoteNeeds {
  feedbackStore: Pick<FeedbackStore, 'get' | 'put'>;
  now: () => Date;
}

const DAYS_KEPT = 730;
const KEPT_VOTES = 7;
/** Somebody whose votes always overtake each other presses faster than a person can. */
const MOST_TRIES = 5;

/**
 * Notes what a voter says of an article: the last vote counts, the ones before stay behind it. Pressed twice, it is the
 * same vote; pressed again later it is a new one, for the first may have been part of a burst that does not count.
 *
 * @throws when other votes of the same voter on the same article were written all the while
 */
export async function castVote(
  voter: string,
  { articleId, ruleSetVersion }: Pick<Coverage, 'articleId' | 'ruleSetVersion'>,
  choice: Pick<Vote, 'verdict' | 'themes'>,
  { feedbackStore, now }: CastVoteNeeds,
): Promise<void> {
  const chosen = {
    verdict: choice.verdict,
    ...(choice.verdict === 'wrong-theme' && { themes: (choice.themes ?? []).toSorted() }),
    ruleSetVersion,
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const read = await feedbackStore.get(articleId, voter);
    const former = read && voteOf(read);
    const at = now().toISOString();
    if (former && isDeepStrictEqual({ ...chosen, at: former.at }, former) && !isLater(at, former)) return;
    const feedback: Feedback = {
      schemaVersion: 1,
      articleId,
      voter,
      month: at.slice(0, 7),
      ...chosen,
      at,
      earlier: [...(read?.earlier ?? []), ...(former ? [former] : [])].slice(-KEPT_VOTES),
      expiresAt: expiryAfter(at, DAYS_KEPT),
    };
    if (await feedbackStore.put(feedback, read)) return;
  }
  throw new Error(`article ${articleId}: a voter's votes overtook each other ${MOST_TRIES} times`);
}

const isLater = (at: string, former: Vote) => Date.parse(at) - Date.parse(former.at) > BURST_SECONDS * 1000;

/** The last vote without what stands around it. */
export function voteOf({ verdict, themes, ruleSetVersion, at }: Feedback): Vote {
  return { verdict, ...(themes && { themes }), ruleSetVersion, at };
}
