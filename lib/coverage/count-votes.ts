import { voteOf } from './cast-vote.ts';
import { BURST_SECONDS, type Feedback, Verdict, type Vote } from './feedback.ts';

/** A vote with its article and voter. */
export interface CastVote extends Vote {
  articleId: string;
  voter: string;
}

export interface CountedVotes {
  /** The last vote of each voter on each article that a person may have cast, the oldest first. */
  counted: CastVote[];
  /** Votes of programs that press whatever they find, the oldest first. */
  dropped: CastVote[];
}

/** More articles than these in such a time are nobody's reading. */
const MOST_ARTICLES = 5;

/**
 * Separates people's votes from those of mail scanners and other programs. Dropped are the votes of one voter on more than
 * five articles within ten seconds, and those with which every button of one article was pressed within ten seconds. What
 * the same voter said before or after counts: a reader's own vote outlives the scanner of their mailbox.
 */
export function countVotes(feedback: readonly Feedback[]): CountedVotes {
  const votes = feedback
    .flatMap((one) =>
      [...one.earlier, voteOf(one)].map((vote) => ({ ...vote, articleId: one.articleId, voter: one.voter })),
    )
    .sort(byTime);
  const unlikely = new Set<CastVote>();
  for (const own of Map.groupBy(votes, ({ voter }) => voter).values()) {
    let past = 0;
    for (const [index, first] of own.entries()) {
      while (past < own.length && secondsBetween(first, own[past]) <= BURST_SECONDS) past += 1;
      const burst = own.slice(index, past);
      const articles = Map.groupBy(burst, ({ articleId }) => articleId);
      if (articles.size > MOST_ARTICLES) for (const vote of burst) unlikely.add(vote);
      for (const onOne of articles.values()) if (pressesAll(onOne)) for (const vote of onOne) unlikely.add(vote);
    }
  }
  const last = new Map<string, CastVote>();
  for (const vote of votes) if (!unlikely.has(vote)) last.set(`${vote.articleId} ${vote.voter}`, vote);
  return { counted: [...last.values()].sort(byTime), dropped: votes.filter((vote) => unlikely.has(vote)) };
}

const secondsBetween = (first: Vote, later: Vote | undefined) =>
  (Date.parse(later?.at ?? first.at) - Date.parse(first.at)) / 1000;

const pressesAll = (votes: readonly Vote[]) =>
  new Set(votes.map(({ verdict }) => verdict)).size === Verdict.options.length;

const byTime = (a: CastVote, b: CastVote) =>
  a.at.localeCompare(b.at) || a.articleId.localeCompare(b.articleId) || a.voter.localeCompare(b.voter);
